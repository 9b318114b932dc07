"""The form of a report on a roadmap, filled in with what is planned.

It is the official form of eight columns. What the roadmap knows stands in it already, in grey and locked (without a
password); what is asked stands in white. Lists help to name bodies and audiences alike, but forbid nothing.

A program reads the filled form back, so nothing depends on places: a hidden row names the columns (`ACTIVITY`,
`NUMBER`, the keys of `report.columns`, `PLANNED`), a hidden column the activities by their permanent keys, and a sheet
that only programs see says of which roadmap and which version of the form this is. A row with answers and no key is
something that was not planned; the row with the key `SIGNED` bears the post of the one who signs. A roadmap with
figures has a second sheet for them (since version 2), whose columns and rows are named in the same way.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from dorkarta.documents import form_guide, report
from dorkarta.documents.blank import Blank
from dorkarta.documents.form_indicators import figures, write_figures
from dorkarta.documents.form_lists import write_choices
from dorkarta.documents.form_rows import FormRow
from dorkarta.documents.paper import Width
from dorkarta.documents.spreadsheet import looks
from dorkarta.documents.spreadsheet.book import Book, Style
from dorkarta.documents.spreadsheet.extent import narrowest
from dorkarta.documents.spreadsheet.units import shortened
from dorkarta.documents.spreadsheet.writing import Wide, Writing
from dorkarta.model.report import ReportColumns
from dorkarta.printable import printable

VERSION: Final = "2"
"""Changes when a program that reads filled forms has to know."""
FORM_SHEET: Final = "Отчёт"
GUIDE_SHEET: Final = "Как заполнять"
MACHINE_SHEET: Final = "dorkarta"
"""Seen by programs only: a name and a value a row."""
ACTIVITY: Final = "activity"
"""The hidden column with the keys of activities."""
NUMBER: Final = "number"
PLANNED: Final[Mapping[str, str]] = {
    "planned_deadline": "Срок по плану",
    "planned_responsible": "Ответственные по плану",
    "planned_form": "Форма",
    "planned_state": "Решение о мероприятии",
    "planned_section": "Раздел",
}
"""Columns beside the official ones, for reference."""
LAST: Final = "planned_section"
"""Its texts are long; they may reach beyond the table and make no row higher."""
MUNICIPAL_TITLE: Final = "Все мероприятия, запланированные в муниципальной дорожной карте"
"""The heading of the official form."""
FORM_TITLE: Final = "Отчёт о выполнении мероприятий дорожной карты"
SIGNED: Final = "signed"
SPARE_ROWS: Final = 15

_WIDTHS: Final[Mapping[Width, int]] = {Width.FIGURE: 9, Width.SHORT: 22, Width.LONG: 40}
_WIDTHS_BESIDE: Final[Mapping[str, int]] = {"planned_responsible": 60}
_WIDTH_BESIDE: Final = 24
_ROOM: Final = 45
"""Points: no row is lower, so that one can also write by hand."""
_ANSWERS: Final = frozenset({"description", "date", "responsible", "audience", "evidence"})
_MESSAGE: Final = 255
"""So many characters a hint at a cell may have."""


def report_form(blank: Blank) -> bytes:
    """The form as a workbook."""
    book = Book(
        title=f"Форма отчёта. {blank.name}",
        subject=blank.title,
        publisher=blank.publisher,
        moment=blank.moment,
    )
    _Form(book, blank).write()
    if asked := tuple(figures(blank.rows)):
        write_figures(book, blank.name, asked)
    _write_guide(book)
    write_choices(book, blank.offered)
    about = {
        "form": "report",
        "version": VERSION,
        "roadmap": blank.roadmap,
        "territory": blank.territory,
        "level": blank.level or "",
    }
    _write_for_machines(book, about)
    return book.finish()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Column:
    """A column of the form."""

    key: str
    title: str
    hint: str
    width: int


def _columns(blank: Blank) -> Iterator[_Column]:
    """The hidden one, the number, the official eight, those for reference."""
    decided = any(row.state for row in blank.rows)
    hints = form_guide.HINTS if blank.municipal else {**form_guide.HINTS, "title": form_guide.HINT_OF_OTHER_LEVELS}
    title = MUNICIPAL_TITLE if blank.municipal else None
    yield _Column(key=ACTIVITY, title="Ключ", hint="", width=10)
    yield _Column(key=NUMBER, title="№", hint="", width=8)
    for column in report.columns(ReportColumns(title=title)):
        hint, width = hints.get(column.key, ""), _WIDTHS[column.width]
        if column.key == "title":
            width = narrowest((row.title for row in blank.rows), least=width)
        yield _Column(key=column.key, title=column.title, hint=hint, width=width)
    for key, heading in PLANNED.items():
        if decided or key != "planned_state":
            yield _Column(key=key, title=heading, hint="", width=_WIDTHS_BESIDE.get(key, _WIDTH_BESIDE))


class _Form:
    """The sheet that is filled in."""

    def __init__(self, book: Book, blank: Blank) -> None:
        self._book = book
        self._blank = blank
        self._same = {"region": blank.region_code, "municipality": blank.municipality}
        """What stands in every row."""
        self._asked = _ANSWERS if blank.municipality else _ANSWERS | {"municipality"}

    def write(self) -> None:
        """Write all of it."""
        columns = tuple(_columns(self._blank))
        keys = [column.key for column in columns]
        official = (keys.index("region"), keys.index("evidence"))
        sheet = self._book.sheet(FORM_SHEET, footer=self._blank.name)
        writing = Writing(self._book, sheet, [column.width for column in columns])
        sheet.set_column(0, 0, columns[0].width, None, {"hidden": True})
        heading = self._head(writing, columns, official)
        first = writing.row
        for row in self._blank.rows:
            known = {**self._same, **said(row)}
            writing.cells(_cells(keys, known, self._asked, is_part=row.is_part), at_least=_ROOM)
        for _ in range(SPARE_ROWS):
            writing.cells(_cells(keys, self._same, self._asked | {NUMBER, "title"}), at_least=_ROOM)
        self._help_with_rows(sheet, first, keys)
        self._help_with_columns(sheet, (first, writing.row - 1), keys)
        sheet.autofilter(first - 1, official[0], writing.row - 1, len(keys) - 1)
        sheet.repeat_rows(*heading)
        self._signature(writing, keys)
        sheet.print_area(0, official[0], writing.row - 1, official[1])
        self._book.all_text(sheet)
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def _head(self, writing: Writing, columns: Sequence[_Column], official: tuple[int, int]) -> tuple[int, int]:
        """Write what stands over the rows; the rows of headings and hints come back."""
        for text, look in (
            (FORM_TITLE, looks.TITLE),
            (self._blank.name, looks.PART),
            (self._blank.title, looks.PART),
            (form_guide.SHORT, looks.LEAD),
        ):
            writing.wide(Wide(text=text, look=look, columns=official))
        keys = writing.row
        writing.cells((column.key, looks.HIDDEN) for column in columns)
        writing.sheet.set_row(keys, None, None, {"hidden": True})
        self._book.name_range("dorkarta_columns", FORM_SHEET, (keys, 0, keys, len(columns) - 1))
        writing.cells((column.title, looks.HEADING) for column in columns)
        writing.cells(((column.hint, looks.HINT) for column in columns), spare=1)
        title = next(place for place, column in enumerate(columns) if column.key == "title")
        writing.sheet.freeze_panes(writing.row, title + 1)
        return keys + 1, keys + 2

    def _signature(self, writing: Writing, keys: Sequence[str]) -> None:
        writing.skip()
        known = {ACTIVITY: (SIGNED, looks.HIDDEN), "title": (form_guide.SIGNED, looks.PLANNED)}
        for key, (text, look) in {**known, "description": ("", looks.ANSWER)}.items():
            self._book.write(writing.sheet, writing.row, keys.index(key), text, look)
        writing.skip()

    def _help_with_rows(self, sheet: Worksheet, first: int, keys: Sequence[str]) -> None:
        """Tell at the cells of a date and of a body what the roadmap says; many rows are told the same."""
        spare = [""] * SPARE_ROWS
        for rows, deadline in _alike([*(row.deadline for row in self._blank.rows), *spare], first):
            told = _message("Дата проведения", form_guide.ABOUT_DATE, deadline)
            _help_with(sheet, rows, keys.index("date"), {"validate": "any", **told})
        for rows, responsible in _alike([*(row.responsible for row in self._blank.rows), *spare], first):
            told = _message("Кто проводил", form_guide.ABOUT_RESPONSIBLE, responsible)
            _help_with(sheet, rows, keys.index("responsible"), {**self._list("responsible"), **told})

    def _help_with_columns(self, sheet: Worksheet, rows: tuple[int, int], keys: Sequence[str]) -> None:
        helps = {
            "description": {"validate": "any", **_message("Описание", form_guide.ABOUT_DESCRIPTION)},
            "audience": {**self._list("audience"), **_message("Для кого", form_guide.ABOUT_AUDIENCE)},
            "evidence": {"validate": "any", **_message("Документы", form_guide.ABOUT_EVIDENCE)},
        }
        if "municipality" in self._asked:
            helps["municipality"] = self._list("municipality")
        for key, options in helps.items():
            sheet.data_validation(rows[0], keys.index(key), rows[1], keys.index(key), options)

    def _list(self, name: str) -> dict[str, str]:
        """A list to choose from that also lets other texts pass, after a word."""
        source = self._blank.offered.source(name)
        if source is None:
            return {"validate": "any"}
        return {
            "validate": "list",
            "source": source,
            "error_type": "information",
            "error_title": "Нет в списке",
            "error_message": form_guide.NOT_IN_LIST,
        }


def said(row: FormRow) -> dict[str, str]:
    """What stands in the columns of a row before it is filled in."""
    return {
        ACTIVITY: row.key,
        NUMBER: row.number,
        "title": row.title,
        "planned_deadline": row.deadline,
        "planned_responsible": row.responsible,
        "planned_form": row.form,
        "planned_section": " / ".join(row.sections),
        "planned_state": row.state,
    }


def _cells(
    keys: Iterable[str], known: Mapping[str, str], asked: Collection[str], *, is_part: bool = False
) -> Iterator[tuple[str, Style]]:
    for key in keys:
        look = _look(key, asked)
        yield known.get(key, ""), {**look, "align": "left", "indent": 2} if is_part and key == "title" else look


def _look(key: str, asked: Collection[str]) -> Style:
    if key == ACTIVITY:
        return looks.HIDDEN
    if key == LAST:
        return {**looks.PLANNED, **looks.UNWRAPPED}
    look = looks.ANSWER if key in asked else looks.PLANNED
    return {**look, "align": "center"} if key in (NUMBER, "region") else look


def _alike(texts: Iterable[str], first: int) -> Iterator[tuple[list[int], str]]:
    """Every text with the numbers of its rows."""
    rows: dict[str, list[int]] = {}
    for number, text in enumerate(texts, first):
        rows.setdefault(text, []).append(number)
    return ((numbers, text) for text, numbers in rows.items())


def _help_with(sheet: Worksheet, rows: Sequence[int], column: int, options: Mapping[str, object]) -> None:
    """The same help at several cells of a column."""
    first, *others = rows
    cells = [[row, column, row, column] for row in others]
    sheet.data_validation(first, column, first, column, {**options, "other_cells": cells})


def _message(title: str, text: str, planned: str = "") -> dict[str, str]:
    """A hint that appears at a cell; what does not fit of the planned words stands whole in the grey columns."""
    whole = f"{text}\nПо плану: {printable(planned)}" if planned else text
    return {"input_title": title, "input_message": shortened(whole, _MESSAGE)}


def _write_guide(book: Book) -> None:
    sheet = book.sheet(GUIDE_SHEET, footer=GUIDE_SHEET)
    sheet.fit_to_pages(1, 1)
    writing = Writing(book, sheet, [140])
    writing.wide(Wide(text=form_guide.TITLE, look=looks.TITLE, columns=(0, 0)))
    for line in form_guide.GUIDE.splitlines():
        heading = line.startswith(form_guide.HEADING)
        if heading:
            writing.skip()
        look = looks.BOLD if heading else looks.PLAIN
        writing.wide(Wide(text=line.removeprefix(form_guide.HEADING), look=look, columns=(0, 0)))


def _write_for_machines(book: Book, about: Mapping[str, str]) -> None:
    sheet = book.sheet(MACHINE_SHEET, footer=MACHINE_SHEET)
    for row, (name, value) in enumerate(about.items()):
        book.write(sheet, row, 0, name, looks.HIDDEN)
        book.write(sheet, row, 1, value, looks.HIDDEN)
    book.name_range("dorkarta_form", MACHINE_SHEET, (0, 0, len(about) - 1, 1))
    sheet.very_hidden()
