"""A filled form: its rows under the names of their columns, wherever people have moved them.

The sheets, rows and columns are known by what is written in them and not by their places: the hidden row with the keys
of columns, else the headings; the hidden column with the keys of activities; the small sheet for programs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta.documents import form_guide, form_indicators, form_lists
from dorkarta.documents.report import HEADINGS, MUNICIPALITY, REGION_CODE
from dorkarta.documents.report_form import ACTIVITY, FORM_TITLE, MUNICIPAL_TITLE, NUMBER, PLANNED
from dorkarta.importing.trouble import Cell, Trouble, UnreadableError, error, warning
from dorkarta.importing.workbook import Sheet, Sort, Value
from dorkarta.text import fold

ANSWERS: Final = ("description", "date", "responsible", "audience", "evidence")
"""The columns that are asked for."""
KNOWN_VERSIONS: Final = frozenset({"1", "2"})

_KEY: Final = "Ключ"
_REPORT_HEADINGS: Final[Mapping[str, str]] = {
    ACTIVITY: _KEY,
    NUMBER: "№",
    "region": REGION_CODE,
    "municipality": MUNICIPALITY,
    **{name: getattr(HEADINGS, name) for name in ("title", *ANSWERS)},
    **PLANNED,
}
_FIGURE_HEADINGS: Final = {key: heading for key, (heading, _) in form_indicators.COLUMNS.items()}
_HINTS: Final = (*form_guide.HINTS.values(), form_guide.HINT_OF_OTHER_LEVELS, MUNICIPAL_TITLE)
_ENOUGH: Final = 4
"""So many keys or headings in a row, and it is the head of a table."""
_MACHINE: Final = ("form", "report")
"""Begins the sheet for programs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A row of a table."""

    sheet: str
    row: int
    values: Mapping[str, Value]
    """By the key of the column."""
    beside: Mapping[Cell, str]
    """What stands in columns that are not ours, and remarks at the cells of the row."""
    columns: Mapping[str, int]
    headings: Mapping[int, str]

    def cell(self, key: str | None = None) -> Cell:
        """The place of a value, or the whole row."""
        column = self.columns.get(key) if key else None
        heading = self.headings.get(column, "") if column is not None else ""
        return Cell(sheet=self.sheet, row=self.row, column=column, heading=heading)

    def text(self, key: str) -> str:
        """What stands in a column; a formula without a value says nothing."""
        value = self.values.get(key)
        return value.text if value is not None and value.sort is not Sort.FAULT else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A sheet with keys of columns."""

    columns: Mapping[str, int]
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """All that is written in a workbook."""

    about: Mapping[str, str]
    """What the sheet for programs says; empty where it is gone."""
    report: Table
    figures: Table | None
    loose: Mapping[Cell, str]
    """What stands outside the tables and is not known to be ours."""
    troubles: tuple[Trouble, ...]


def read_form(sheets: Sequence[Sheet]) -> Form:
    """The form in the sheets of a workbook.

    Raises:
        UnreadableError: there is none.
    """
    report = next((found for each in sheets if (found := _head(each, _REPORT_HEADINGS, "description"))), None)
    if report is None:
        raise UnreadableError(
            "Это не форма отчёта: ни на одном листе нет её столбцов. Форму по карте делает команда "
            "dorkarta export КАРТА --format form, она есть и на странице карты."
        )
    figures = next((found for each in sheets if (found := _head(each, _FIGURE_HEADINGS, "fact"))), None)
    about: dict[str, str] = {}
    loose: dict[Cell, str] = {}
    troubles: list[Trouble] = []
    table = _table(report, loose, troubles)
    facts = _table(figures, loose, troubles) if figures else None
    known = {head.sheet.name for head in (report, figures) if head}
    for sheet in sheets:
        if sheet.name in known:
            continue
        if _is_for_machines(sheet):
            about = {row[0].text: row[1].text for row in sheet.rows().values() if 0 in row and 1 in row}
        else:
            loose.update(_outside(sheet))
    if about.get("version", "1") not in KNOWN_VERSIONS:
        troubles.append(warning(f"Форма новой версии ({about['version']}): программа о ней не знает, обновите её."))
    return Form(about=about, report=table, figures=facts, loose=loose, troubles=tuple(troubles))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Head:
    """Where a table begins."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]
    by_headings: bool
    """Whether the row with the keys is gone."""
    titles: Mapping[str, str]


def _head(sheet: Sheet, headings: Mapping[str, str], needed: str) -> _Head | None:
    """The head of a table on a sheet, by the row with the keys, else by that with the headings."""
    by_heading = {fold(text): key for key, text in headings.items()} | {fold(MUNICIPAL_TITLE): "title"}
    rows = sheet.rows()
    for by_headings in (False, True):
        for row, cells in rows.items():
            columns: dict[str, int] = {}
            for column, value in cells.items():
                key = by_heading.get(fold(value.text)) if by_headings else value.text
                if key is not None and key in headings:
                    columns.setdefault(key, column)
            if len(columns) >= _ENOUGH and needed in columns:
                return _Head(sheet=sheet, row=row, columns=columns, by_headings=by_headings, titles=headings)
    return None


def _table(head: _Head, loose: dict[Cell, str], troubles: list[Trouble]) -> Table:
    """The rows under a head; what stands above it is loose."""
    sheet = head.sheet
    by_key, name = head.columns, sheet.name
    ours = {fold(text) for text in (*head.titles.values(), *head.titles, *_HINTS)}
    headings: dict[int, str] = {}
    lines: list[Line] = []
    for row, cells in sheet.rows().items():
        is_head = row == head.row or sum(fold(value.text) in ours for value in cells.values()) >= _ENOUGH - 1
        if row < head.row:
            loose.update(_texts(sheet, {row: cells}))
        elif not is_head:
            lines.append(_line(head, row, cells, headings))
        elif row != head.row or head.by_headings:
            headings = headings or {column: value.text for column, value in cells.items()}
    for row in {row for row, _ in sheet.remarks} - {line.row for line in lines}:
        loose.update(dict(_remarks(sheet, row)))
    used = {cell.column for line in lines for cell in line.beside}
    for column, text in headings.items():
        if column not in by_key.values() and column not in used and fold(text) not in ours:
            loose[Cell(sheet=name, row=head.row + 1, column=column)] = text
    missing = [title for key, title in head.titles.items() if key not in by_key and key not in PLANNED]
    troubles += [warning(f"Нет столбца «{title}»: он удалён или переименован.", Cell(sheet=name)) for title in missing]
    if head.by_headings:
        troubles.append(warning("Скрытая строка с ключами столбцов удалена; столбцы узнаны по заголовкам."))
    troubles.extend(_joined(sheet, head, headings))
    return Table(columns=by_key, lines=tuple(lines))


def _line(head: _Head, row: int, cells: Mapping[int, Value], headings: Mapping[int, str]) -> Line:
    by_column = {column: key for key, column in head.columns.items()}
    name = head.sheet.name
    beside = {
        Cell(sheet=name, row=row, column=column, heading=headings.get(column, "")): value.text
        for column, value in cells.items()
        if column not in by_column
    }
    beside.update(_remarks(head.sheet, row))
    values = {by_column[column]: value for column, value in cells.items() if column in by_column}
    return Line(sheet=name, row=row, values=values, beside=beside, columns=head.columns, headings=headings)


def _remarks(sheet: Sheet, row: int) -> Iterator[tuple[Cell, str]]:
    for spot, text in sheet.remarks.items():
        if spot[0] == row and text:
            yield Cell(sheet=sheet.name, row=row, column=spot[1], heading="примечание к ячейке"), text


def _joined(sheet: Sheet, head: _Head, headings: Mapping[int, str]) -> Iterator[Trouble]:
    """Cells of the table that were made one."""
    for (top, left), (bottom, right) in sheet.joined:
        if top > head.row and (top, left) in sheet.values:
            cell = Cell(sheet=sheet.name, row=top, column=left, heading=headings.get(left, ""))
            below = f"строк {top + 1}–{bottom + 1}" if bottom > top else "нескольких столбцов"
            yield warning(
                f"Ячейки {below} объединены: текст отнесён к первой из них.",
                cell,
                "Если он относится ко всем, повторите его в каждой." if bottom > top or right > left else None,
            )


def _is_for_machines(sheet: Sheet) -> bool:
    return tuple(sheet.values[0, column].text if (0, column) in sheet.values else "" for column in (0, 1)) == _MACHINE


def _outside(sheet: Sheet) -> Iterator[tuple[Cell, str]]:
    """What people have written on a sheet without a table."""
    rows = sheet.rows()
    headings = tuple(form_lists.HEADINGS.values())
    first = tuple(value.text for value in rows.get(0, {}).values())
    lists = set(range(len(headings))) if first[: len(headings)] == headings[: len(first)] and first else set()
    for cell, text in _texts(sheet, rows):
        if cell.column not in lists:
            yield cell, text
    for row in {row for row, _ in sheet.remarks}:
        yield from _remarks(sheet, row)


def _texts(sheet: Sheet, rows: Mapping[int, Mapping[int, Value]]) -> Iterator[tuple[Cell, str]]:
    for row, cells in rows.items():
        for column, value in cells.items():
            yield Cell(sheet=sheet.name, row=row, column=column), value.text


def foreign(loose: Mapping[Cell, str], ours: Iterable[str]) -> dict[Cell, str]:
    """What people wrote themselves, without what stood in the form already.

    A title that was too long for a row goes on in the next, so a part of it is ours too.
    """
    guide = (line.removeprefix(form_guide.HEADING) for line in form_guide.GUIDE.splitlines())
    constant = (form_guide.TITLE, form_guide.SHORT, form_guide.FACTS, form_indicators.TITLE, FORM_TITLE)
    known = [fold(text) for text in (*ours, *guide, *constant)]
    return {cell: text for cell, text in loose.items() if not any(fold(text) in whole for whole in known)}


def faults_in(line: Line) -> Iterator[Trouble]:
    """What is wrong with the values of a row by themselves."""
    for key, value in line.values.items():
        if value.sort is Sort.FAULT:
            yield error(
                f"Формула не дала значения ({value.text}).", line.cell(key), "Впишите вместо формулы сам текст."
            )
        elif value.cleaned and key in (NUMBER, "title", *ANSWERS):
            yield warning("Из текста убраны знаки, которых не видно.", line.cell(key))
