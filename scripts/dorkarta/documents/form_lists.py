"""What the form of a report offers to choose from, on a sheet that people need not see."""

from dataclasses import dataclass, fields
from typing import Final

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from dorkarta.documents.spreadsheet import looks
from dorkarta.documents.spreadsheet.book import Book
from dorkarta.documents.spreadsheet.writing import Writing
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.naming import region_of

SHEET: Final = "Списки"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """Lists of names; their order of fields is that of the columns."""

    responsible: tuple[str, ...]
    """Bodies of the territory, then of its region, then roles of the whole country."""
    audience: tuple[str, ...]
    municipality: tuple[str, ...]
    """Those of the region."""

    def source(self, name: str) -> str | None:
        """Where a list stands in the workbook; none if it is empty."""
        column = [field.name for field in fields(self)].index(name)
        count = len(getattr(self, name))
        return f"={quote_sheetname(SHEET)}!{xl_range_abs(1, column, count, column)}" if count else None


HEADINGS: Final = {"responsible": "Организации и роли", "audience": "Аудитория", "municipality": "Муниципалитеты"}
"""Above the lists."""


def choices(corpus: Corpus, place: str) -> Choices:
    """What is known for a territory."""
    bodies = (
        record.content.short or record.content.title
        for path in lineage(place)
        for record in corpus.bodies
        if record.territory == path
    )
    municipalities = (
        record.content.title
        for path, record in sorted(corpus.territories.items())
        if record.content.level is LevelId.MUNICIPALITY and region_of(path) == region_of(place)
    )
    return Choices(
        responsible=tuple(dict.fromkeys(bodies)),
        audience=tuple(dict.fromkeys(each.title for each in corpus.audiences)),
        municipality=tuple(dict.fromkeys(municipalities)),
    )


def write_choices(book: Book, offered: Choices) -> None:
    """Write the sheet, a list a column."""
    sheet = book.sheet(SHEET, footer=SHEET)
    writing = Writing(book, sheet, [60] * len(fields(Choices)))
    writing.cells((HEADINGS[field.name], looks.HEADING) for field in fields(Choices))
    for column, field in enumerate(fields(Choices)):
        for row, name in enumerate(getattr(offered, field.name), 1):
            book.write(sheet, row, column, name, looks.HIDDEN)
    sheet.hide()
