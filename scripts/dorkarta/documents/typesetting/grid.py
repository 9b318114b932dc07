"""A table as plain data: its heading in one or two rows, its rows as cells that may reach over the rows below."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from math import ceil
from typing import Any, Final

from dorkarta.documents.paper import Column, Row, RowKind, Table, Width
from dorkarta.documents.typesetting.fitting import PADDING, fit
from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.typesetting.lines import Line, gains_by_hyphens, lines, needs_hyphens, tied

_INDENT: Final = 5.0
"""A part stands so far to the right of what it is a part of."""
_SIZES: Final = ((6, 11.0), (8, 10.0), (99, 9.0))
"""Up to so many columns, the size of the text."""
_LOW: Final = 8
"""Rows of up to so many lines stay on one page, if the heading of the table leaves room for several of them."""
_PAGE: Final = 28
"""How many lines a page has, at least."""
_MANY: Final = 3
"""How many of such rows a page must have room for: measuring may be wrong, but not so much."""
_REMARKS: Final = 3
"""How many numbers of remarks take a line."""
_BOOKMARK: Final = 4000
"""Headings of more letters are none for the outline: PDF/A has a limit."""
_CENTERED: Final = frozenset({Width.NUMBER, Width.FIGURE})
_REMEMBERED: Final = 2000
"""Texts of cells that are kept as they were set: deadlines and answerable bodies come again and again."""


def grid(table: Table, widths: Sequence[float], *, mentioned: set[int] | None = None) -> dict[str, Any]:
    """What the template of a table prints.

    Arguments:
        table: Its texts hold only letters that print.
        widths: Of its columns, in millimetres.
        mentioned: Remarks that rows have referred to so far; those of this table are added.
    """
    return _Grid(table, widths).data(set() if mentioned is None else mentioned)


def shared_widths(tables: Iterable[Table], room: float) -> dict[tuple[Column, ...], tuple[float, ...]]:
    """The widths of columns that fill the room; tables of the same columns have them in common."""
    rows: dict[tuple[Column, ...], list[Row]] = {}
    for table in tables:
        rows.setdefault(table.columns, []).extend(table.rows)
    return {columns: _widths(Table(columns=columns, rows=tuple(found)), room) for columns, found in rows.items()}


def _widths(table: Table, room: float) -> tuple[float, ...]:
    deepest = max((row.depth for row in table.rows if row.kind is RowKind.PART), default=0)
    size, lead = text_size(table.columns), lead_column(table.columns)
    return fit(table, room=room, size=size, lead=lead, indent=deepest * _INDENT)


def lead_column(columns: Sequence[Column]) -> int:
    """The place of the column that says what a row is about: there parts are indented and remarks are referred to."""
    keys = [column.key for column in columns]
    if "title" in keys:
        return keys.index("title")
    return next((place for place, column in enumerate(columns) if column.width is Width.LONG), 0)


def text_size(columns: Sequence[Column]) -> float:
    """Points of the text of a table: the more columns, the smaller."""
    return next(size for most, size in _SIZES if len(columns) <= most)


class _Grid:
    def __init__(self, table: Table, widths: Sequence[float]) -> None:
        self._table = table
        self._widths = widths
        self._across = sum(widths) - PADDING
        self._size = text_size(table.columns)
        self._regular, self._bold = Letters(self._size), Letters(self._size, bold=True)
        self._lead = lead_column(table.columns)
        above = (None, *table.rows)
        self._texts = [_texts(row, over, self._lead) for row, over in zip(table.rows, above, strict=False)]
        self._heights = [self._heights_of(place) for place in range(len(table.rows))]
        self._reach = _reach(self._texts)
        self._whole = self._rows_kept_whole()

    def data(self, mentioned: set[int]) -> dict[str, Any]:
        table = self._table
        return {
            "title": self._wide(tied(table.title)) if table.title else None,
            "bookmarked": len(table.title or "") <= _BOOKMARK,
            "lead": self._wide(table.lead) if table.lead else None,
            "size": self._size,
            "widths": self._widths,
            "centered": [column.width in _CENTERED for column in table.columns],
            "head": list(self._head()),
            "repeated": self._head_height <= _PAGE // 2,  # a heading that pages cannot hold would lose its end
            "numbered": table.title is None,  # as official forms are; papers of several tables are forms of ours
            "rows": [self._row(place, mentioned) for place in range(len(table.rows))],
        }

    def _head(self) -> Iterator[dict[str, Any]]:
        """Headings of columns, neighbours of a group under its own; row by row."""
        columns = self._table.columns
        grouped = any(column.group for column in columns)
        for place, column in enumerate(columns):
            if column.group is None:
                yield self._head_cell(column.title, place, rows=2 if grouped else 1)
            elif place == 0 or columns[place - 1].group != column.group:
                yield self._head_cell(column.group, place, columns=_in_group(columns[place:]))
        for place, column in enumerate(columns):
            if column.group is not None:
                yield self._head_cell(column.title, place)

    def _head_cell(self, text: str, place: int, *, columns: int = 1, rows: int = 1) -> dict[str, Any]:
        room = sum(self._widths[place : place + columns]) - PADDING
        hyphenated = needs_hyphens(text, self._bold, room=room)
        said = lines(text, self._bold, room=room, hyphenated=hyphenated)
        return {"columns": columns, "rows": rows, "hyphenated": hyphenated, "lines": said}

    def _rows_kept_whole(self) -> set[int]:
        """Places of rows that no page is turned in: low ones, with the rows below that continue them.

        The compiler would lose what of such a row does not fit on a page, so a page must have room for several of it.
        """
        rows = self._table.rows
        low = min(_LOW, (_PAGE - self._head_height) // _MANY)
        starts = [place for place, row in enumerate(rows) if row.kind is not RowKind.MORE or place == 0]
        runs = [range(start, end) for start, end in pairwise([*starts, len(rows)])]
        return {place for run in runs if sum(map(self._height, run)) <= low for place in run}

    @cached_property
    def _head_height(self) -> int:
        """How many lines the heading of the table has, at most."""
        columns = self._table.columns
        titles = max(self._bold.height(column.title, self._inside(place)) for place, column in enumerate(columns))
        return titles + max(
            self._bold.height(each.group or "", self._inside(place)) for place, each in enumerate(columns)
        )

    def _height(self, place: int) -> int:
        """How many lines a row has, about; cells that reach over rows below are counted with the first of them."""
        row = self._table.rows[place]
        decision = self._regular.height(row.state, self._inside(self._lead)) if row.state else 0
        return max(self._heights[place]) + decision + ceil(len(row.remarks) / _REMARKS)

    def _heights_of(self, place: int) -> list[int]:
        """How many lines the cells of a row have."""
        row, texts = self._table.rows[place], self._texts[place]
        if row.kind is RowKind.SECTION:
            return [self._bold.height(texts[0] or "", self._across)]
        return [
            0 if text is None else _lines_in(text, self._size, self._inside(column, row))
            for column, text in enumerate(texts)
        ]

    def _inside(self, column: int, row: Row | None = None) -> float:
        """Millimetres for the text of a column, or of its cell in a row."""
        return self._widths[column] - PADDING - (self._indent(column, row) if row else 0.0)

    def _indent(self, column: int, row: Row) -> float:
        return row.depth * _INDENT if row.kind is RowKind.PART and column == self._lead else 0.0

    def _row(self, place: int, mentioned: set[int]) -> dict[str, Any]:
        row = self._table.rows[place]
        remarks = list(dict.fromkeys(row.remarks))
        first_mentions = [number for number in remarks if number not in mentioned]
        mentioned.update(first_mentions)
        return {
            "place": place,
            "whole": place in self._whole,
            "section": row.kind is RowKind.SECTION,
            "follows_section": self._follows_section(place),
            "remarks": remarks,
            "first_mentions": first_mentions,
            "state": self._wide(row.state) if row.state else None,
        } | (self._heading(row) if row.kind is RowKind.SECTION else {"cells": self._cells(place)})

    def _follows_section(self, place: int) -> bool:
        return place > 0 and self._table.rows[place - 1].kind is RowKind.SECTION

    def _heading(self, row: Row) -> dict[str, Any]:
        title = row.cells[0] or ""
        return {
            "level": row.depth + (2 if self._table.title else 1) if len(title) <= _BOOKMARK else None,
            "lines": lines(tied(title), self._bold, room=self._across),
        }

    def _cells(self, place: int) -> list[str | dict[str, Any]]:
        """The cells of a row, except where one from above reaches. One that is like most others is its text alone."""
        row, texts, heights = self._table.rows[place], self._texts[place], self._heights[place]
        tells_more = row.remarks or row.state or self._follows_section(place)
        lead = (self._lead if texts[self._lead] is not None else _first(texts)) if tells_more else None
        highest = max(heights) if heights.count(max(heights)) == 1 else None
        cells: list[str | dict[str, Any]] = []
        for column, text in enumerate(texts):
            if text is None:
                continue
            room = self._inside(column, row)
            said, hyphenated = _set(text, self._size, room, highest=heights[column] == highest)
            rows, indent = self._reach[place][column], self._indent(column, row)
            if column == lead or rows > 1 or indent or hyphenated or (alone := _alone(said)) is None:
                own = {"rows": rows, "indent": indent, "hyphenated": hyphenated}
                cells.append({"lines": said, "lead": column == lead, **own})
            else:
                cells.append(alone)
        return cells

    def _wide(self, text: str) -> list[Line]:
        return lines(text, self._regular, room=self._across)


def _texts(row: Row, above: Row | None, lead: int) -> list[str | None]:
    """The texts of a row; `None` where a cell of the row above reaches, which is possible in lines of that row only."""
    if row.kind is not RowKind.MORE or above is None or above.kind is RowKind.SECTION:
        return [text or "" for text in row.cells]
    if any(text is not None for text in row.cells):
        return list(row.cells)
    return ["" if place == lead else None for place in range(len(row.cells))]


def _reach(texts: Sequence[Sequence[str | None]]) -> list[list[int]]:
    """Over how many rows, its own among them, each cell reaches."""
    reach: list[list[int]] = []
    below: list[int] = []
    for row in reversed(texts):
        same = len(below) == len(row)
        counts = [1 + (below[place] if same else 0) for place in range(len(row))]
        reach.append(counts)
        below = [count if text is None else 0 for count, text in zip(counts, row, strict=True)]
    return reach[::-1]


@lru_cache(_REMEMBERED)
def _lines_in(text: str, size: float, room: float) -> int:
    """How many lines a cell has."""
    return Letters(size).height(text, room)


@lru_cache(_REMEMBERED)
def _set(text: str, size: float, room: float, *, highest: bool) -> tuple[list[Line], bool]:
    """The lines of a cell, and whether its words are hyphenated: one is too long, or the row becomes lower."""
    letters = Letters(size)
    hyphenated = needs_hyphens(text, letters, room=room) or (highest and gains_by_hyphens(text, letters, room=room))
    return lines(text, letters, room=room, hyphenated=hyphenated), hyphenated


def _alone(said: list[Line]) -> str | None:
    """The text of a cell that is a single run."""
    if len(said) != 1 or len(said[0]) > 1:
        return None
    run = said[0][0] if said[0] else ""
    return run if isinstance(run, str) else None


def _first(texts: Sequence[str | None]) -> int:
    """The place of the first cell that is there."""
    return next(place for place, text in enumerate(texts) if text is not None)


def _in_group(columns: Sequence[Column]) -> int:
    """How many of the first columns stand under one heading."""
    return next((place for place, column in enumerate(columns) if column.group != columns[0].group), len(columns))
