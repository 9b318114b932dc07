"""A table of a paper laid out for sorting and filtering: columns with widths, lines of texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import Final

from dorkarta.documents.paper import Column, Row, RowKind, Table, Width
from dorkarta.documents.spreadsheet.extent import needed_width, pieces, room
from dorkarta.documents.standing import Standing, standing

STATE: Final = Column(key="state", title="Состояние", width=Width.SHORT)
REMARKS: Final = Column(key="remarks", title="Пояснения", width=Width.FIGURE)
ORDER: Final = Column(key="order", title="Порядок", width=Width.FIGURE)
SECTION: Final = Column(key="section", title="Раздел", width=Width.LONG)
"""The last one: its texts are not wrapped and may reach beyond it, so they make no row higher."""

_WIDTHS: Final[Mapping[Width, int]] = {Width.NUMBER: 8, Width.FIGURE: 12, Width.SHORT: 22}
_ON_A_PAGE: Final = 150
"""Characters of a line that A4 landscape prints in full size."""
_NARROWEST: Final = 36
_WIDEST: Final = 70
"""The widths that a column of sentences may have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A row of the sheet."""

    row: Row
    """What it is made of."""
    cells: tuple[str, ...]
    """One a column."""
    repeated: frozenset[int]
    """The columns that only say again what stands above."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """The table as its sheet shows it."""

    columns: tuple[Column, ...]
    """Those of the document, then ours."""
    widths: tuple[int, ...]
    """In characters."""
    printed: int
    """So many columns, from the left, belong on paper."""
    title: int
    """The column of titles: names of sections stand in it, and it stays in view."""
    middle: int
    """The last column of the left half of a page."""
    lines: tuple[Line, ...]
    continued: bool
    """Some text goes on in the row below."""


def grid(table: Table) -> Grid:
    """Lay out a table."""
    rows = table.rows
    printed = (
        *table.columns,
        *((STATE,) if any(row.state for row in rows) else ()),
        *((REMARKS,) if any(row.remarks for row in rows) else ()),
    )
    columns = (*printed, ORDER, *((SECTION,) if any(row.kind is RowKind.SECTION for row in rows) else ()))
    widths = _widths(table, columns, len(printed))
    title = _title_column(table.columns)
    digits = len(str(len(rows)))
    lines = tuple(
        line
        for number, each in enumerate(standing(rows), 1)
        for line in _lines(each, columns, widths, title, f"{number:0{digits}}")
    )
    return Grid(
        columns=columns,
        widths=widths,
        printed=len(printed),
        title=title,
        middle=_middle(widths[: len(printed)]),
        lines=lines,
        continued=len(lines) > len(rows),
    )


def _widths(table: Table, columns: Sequence[Column], printed: int) -> tuple[int, ...]:
    """Widths that fill a page; columns of sentences share what the others leave."""
    fixed = {column: _narrow(column, table) for column in columns if column.width is not Width.LONG}
    long = sum(column.width is Width.LONG for column in columns[:printed])
    share = (_ON_A_PAGE - sum(fixed.get(column, 0) for column in columns[:printed])) // long if long else 0
    sentences = min(max(share, _NARROWEST), _WIDEST)
    return tuple(fixed.get(column, sentences) for column in columns)


def _narrow(column: Column, table: Table) -> int:
    """As wide as its kind, or only as its longest text and the longest word of its heading need."""
    heading = max(needed_width(word, bold=True) for word in column.title.split() or ("",))
    if column not in table.columns:
        return max(heading, _WIDTHS[column.width])
    place = table.columns.index(column)
    texts = (row.cells[place] or "" for row in table.rows if row.kind is not RowKind.SECTION)
    longest = max((needed_width(text) for text in texts), default=0)
    return max(heading, min(longest, _WIDTHS[column.width])) + 1


def _title_column(columns: Sequence[Column]) -> int:
    """The first column of sentences, else the last that there is."""
    return next((place for place, column in enumerate(columns) if column.width is Width.LONG), len(columns) - 1)


def _middle(widths: Sequence[int]) -> int:
    halves = (2 * before >= sum(widths) for before in accumulate(widths))
    return next((place for place, past in enumerate(halves) if past), 0)


def _lines(each: Standing, columns: Sequence[Column], widths: Sequence[int], title: int, order: str) -> Iterator[Line]:
    """The row; with the rows below that it goes on in, where a text is too long for one."""
    ours = {
        STATE: each.state,
        REMARKS: ", ".join(str(number) for number in each.row.remarks),
        SECTION: " / ".join(each.sections),
    }
    said = {title: each.cells[0]} if each.row.kind is RowKind.SECTION else dict(enumerate(each.cells))
    whole = [ours.get(column, said.get(place, "")) for place, column in enumerate(columns)]
    split = [pieces(cell, room(width)) for cell, width in zip(whole, widths, strict=True)]
    for number, parts in enumerate(zip_longest(*split)):
        again = {place for place, part in enumerate(parts) if part is None and len(split[place]) == 1}
        cells = [whole[place] if place in again else part or "" for place, part in enumerate(parts)]
        cells[columns.index(ORDER)] = f"{order}-{number + 1}" if number else order
        yield Line(row=each.row, cells=tuple(cells), repeated=each.repeated | again)
