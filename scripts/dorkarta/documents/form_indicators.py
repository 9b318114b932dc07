"""The sheet of a report's form that asks for figures: a row for every indicator and year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta.documents import form_guide
from dorkarta.documents.form_rows import FormRow
from dorkarta.documents.spreadsheet import looks
from dorkarta.documents.spreadsheet.book import Book, Style
from dorkarta.documents.spreadsheet.units import shortened
from dorkarta.documents.spreadsheet.writing import Wide, Writing
from dorkarta.model.indicator import Indicator
from dorkarta.printable import printable

SHEET: Final = "Показатели"
TITLE: Final = "Показатели: план и факт"
WHOLE_TIME: Final = "за всё время"
"""Stands in the column of years."""
ACTIVITY: Final = "activity"
INDICATOR: Final = "indicator"
YEAR: Final = "year"
TARGET: Final = "target"
FACT: Final = "fact"
COLUMNS: Final[Mapping[str, tuple[str, int]]] = {
    ACTIVITY: ("Ключ", 10),
    "number": ("№", 8),
    "title": ("Мероприятие", 50),
    INDICATOR: ("Показатель", 50),
    YEAR: ("Год", 14),
    TARGET: ("План", 16),
    FACT: ("Факт", 16),
}
"""By key: the heading and the width."""

_MESSAGE: Final = 255


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A planned figure that a fact is asked for."""

    row: FormRow
    indicator: Indicator
    year: str | None
    """Without it, the figure of the whole time."""
    target: str

    def said(self) -> dict[str, str]:
        """What stands in the columns."""
        return {
            ACTIVITY: self.row.key,
            "number": self.row.number,
            "title": self.row.title,
            INDICATOR: self.indicator.name,
            YEAR: self.year or WHOLE_TIME,
            TARGET: self.target,
        }


def figures(rows: Sequence[FormRow]) -> Iterator[Figure]:
    """All figures of the rows: those of years, then that of the whole time."""
    for row in rows:
        for indicator in row.indicators:
            for year, value in sorted(indicator.years.items()):
                yield Figure(row=row, indicator=indicator, year=year, target=value.text)
            if indicator.target is not None:
                yield Figure(row=row, indicator=indicator, year=None, target=indicator.target.text)


def write_figures(book: Book, name: str, asked: Sequence[Figure]) -> None:
    """Write the sheet.

    Arguments:
        book: The workbook of the form.
        name: What a person would call the roadmap.
        asked: At least one figure.
    """
    keys = list(COLUMNS)
    sheet = book.sheet(SHEET, footer=f"{SHEET}. {name}")
    writing = Writing(book, sheet, [width for _, width in COLUMNS.values()])
    sheet.set_column(0, 0, COLUMNS[ACTIVITY][1], None, {"hidden": True})
    shown = (1, len(keys) - 1)
    for text, look in ((TITLE, looks.TITLE), (name, looks.PART), (form_guide.FACTS, looks.LEAD)):
        writing.wide(Wide(text=text, look=look, columns=shown))
    at = writing.row
    writing.cells((key, looks.HIDDEN) for key in keys)
    sheet.set_row(at, None, None, {"hidden": True})
    book.name_range("dorkarta_indicators", SHEET, (at, 0, at, len(keys) - 1))
    writing.cells((heading, looks.HEADING) for heading, _ in COLUMNS.values())
    sheet.freeze_panes(writing.row, 0)
    sheet.repeat_rows(at + 1)
    previous: Figure | None = None
    for figure in asked:
        message = {"validate": "any", "input_title": "Факт", "input_message": _message(figure)}
        sheet.data_validation(writing.row, keys.index(FACT), writing.row, keys.index(FACT), message)
        said = figure.said()
        writing.cells((said.get(key, ""), _look(key, figure, previous)) for key in keys)
        previous = figure
    sheet.print_area(0, shown[0], writing.row - 1, shown[1])
    book.all_text(sheet)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _look(key: str, figure: Figure, previous: Figure | None) -> Style:
    """What is asked is white; what a row above says whole is paler here and takes one line."""
    if key == ACTIVITY:
        return looks.HIDDEN
    look = looks.ANSWER if key == FACT else looks.PLANNED
    if key in (YEAR, TARGET, FACT):
        return {**look, "align": "center"}
    above = previous.said() if previous is not None else {}
    same_activity = above.get(ACTIVITY) == figure.row.key
    repeated = same_activity and (key != INDICATOR or above.get(INDICATOR) == figure.indicator.name)
    return {**look, **looks.REPEATED, "text_wrap": False} if repeated else look


def _message(figure: Figure) -> str:
    counted = f" ({'; '.join(figure.indicator.counts)})" if figure.indicator.counts else ""
    return shortened(f"{form_guide.ABOUT_FACT}\nПо плану: {printable(figure.target)}{printable(counted)}", _MESSAGE)
