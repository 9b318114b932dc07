"""A sheet written from the top down, each row as high as its texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from dorkarta.documents.spreadsheet.book import Book, Style
from dorkarta.documents.spreadsheet.extent import HIGHEST, SIZE, height, lines, pieces, room

_INDENT: Final = 1.5
"""Characters of a column that a step of indent takes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wide:
    """A text over several columns."""

    text: str
    look: Style
    columns: tuple[int, int]
    """The first and the last."""
    link: str | None = None


class Writing:
    """Knows the next row; everything written moves it down."""

    def __init__(self, book: Book, sheet: Worksheet, widths: Sequence[float]) -> None:
        """Begin at the first row.

        Arguments:
            book: The workbook.
            sheet: One of its sheets.
            widths: Of the columns, in characters.
        """
        self.book = book
        self.sheet = sheet
        self.row = 0
        self.total_height = 0.0
        """Of all rows so far, in points."""
        self._widths = widths
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def skip(self) -> None:
        """Leave a row empty."""
        self._next(height(1))

    def cells(self, cells: Iterable[tuple[str, Style]], *, spare: int = 0, at_least: float = 0) -> None:
        """Write a row of cells, from the first column on; who writes texts too long for a row cuts them before.

        Arguments:
            cells: Texts with their looks.
            spare: Lines to leave free, for the button of a filter.
            at_least: The least height of the row, in points.
        """
        highest = max(height(1), at_least)
        for column, (text, look) in enumerate(cells):
            self.book.write(self.sheet, self.row, column, text, look)
            highest = max(highest, self._height(text, look, (column, column), spare))
        highest = min(highest, HIGHEST)
        self.book.height(self.sheet, self.row, highest, soft=True)
        self._next(highest)

    def wide(self, *texts: Wide) -> None:
        """Write texts beside each other, each over its columns; one that is too long for a row goes on below."""
        split = [pieces(each.text, self._room(each.look, each.columns)) for each in texts]
        for number in range(max(map(len, split))):
            highest = height(1)
            for each, parts in zip(texts, split, strict=True):
                if number < len(parts):
                    self.book.write_wide(self.sheet, self.row, each.columns, parts[number], each.look, link=each.link)
                    highest = max(highest, self._height(parts[number], each.look, each.columns))
            self.book.height(self.sheet, self.row, highest)
            self._next(highest)

    def _next(self, points: float) -> None:
        self.row += 1
        self.total_height += points

    def _height(self, text: str, look: Style, columns: tuple[int, int], spare: int = 0) -> float:
        if not look.get("text_wrap"):
            return height(1, size=_size(look))
        return height(len(lines(text, self._room(look, columns))) + spare, size=_size(look))

    def _room(self, look: Style, columns: tuple[int, int]) -> float:
        first, last = columns
        indent = int(look.get("indent", 0)) * _INDENT
        return room(sum(self._widths[first : last + 1]) - indent, size=_size(look), bold=bool(look.get("bold")))


def _size(look: Style) -> int:
    return int(look.get("font_size", SIZE))
