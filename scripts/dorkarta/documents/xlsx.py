"""A paper as a workbook, for those who sort, filter and count.

A table has the columns of the official form, so that its print is that form. Beside them stand columns of ours, because
a spreadsheet must be able to sort and filter, and both know single rows only:

- No cells of the table are joined; Excel refuses to sort such tables. The name of a section stands in the column of
  titles, on a grey row, and again in the column «Раздел» of every row that belongs to it.
- A row that continues the one above (a second indicator) says again in grey what holds for it too.
- The column «Порядок» brings the rows back into the order of the document.
- A text that no row is high enough for goes on in the row below.

Each table has a sheet of its own, since a sheet has one filter. It is a plain range with a filter and no «table» of
Excel: Excel takes a workbook for broken when two headings of a «table» are alike or one is long. Screen readers find
the headings by the names `ColumnTitle…`, as JAWS and NVDA know them. Every cell is text: «4.10» stays «4.10».
"""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import Final

from dorkarta import dates
from dorkarta.documents.paper import Column, Paper, RowKind, Table, Width
from dorkarta.documents.spreadsheet import looks, remark_sheet
from dorkarta.documents.spreadsheet.book import Book, Style
from dorkarta.documents.spreadsheet.grid import SECTION, Grid, Line, grid
from dorkarta.documents.spreadsheet.sheet_names import sheet_names
from dorkarta.documents.spreadsheet.writing import Wide, Writing

_MOST_FROZEN: Final = 300
"""Points. Under a higher head the table would have no room to move in a small window."""


def xlsx_file(paper: Paper) -> bytes:
    """The workbook of a paper: a sheet for each table, and one of remarks and sources."""
    book = Book(title=paper.name, subject=paper.title, publisher=paper.publisher, moment=paper.moment)
    short = paper.name.partition(":")[0]
    names = sheet_names((table.title or short for table in paper.tables), taken=(remark_sheet.NAME,))
    grids = [grid(table) for table in paper.tables]
    for place, (name, table, laid_out) in enumerate(zip(names, paper.tables, grids, strict=True)):
        sheet = _Sheet(book, name, paper, laid_out)
        sheet.write(table, first=place == 0, last=place == len(grids) - 1)
        top, bottom = sheet.heading
        book.name_range(f"ColumnTitle{place + 1:02}", name, (top, 0, bottom, len(laid_out.columns) - 1))
    remark_sheet.write_remarks(
        book,
        paper,
        repeats=any(row.kind is RowKind.MORE for table in paper.tables for row in table.rows),
        continued=any(each.continued for each in grids),
    )
    return book.finish()


class _Sheet:
    """The sheet of a table."""

    def __init__(self, book: Book, name: str, paper: Paper, laid_out: Grid) -> None:
        self._paper = paper
        self._grid = laid_out
        self._writing = Writing(book, book.sheet(name, footer=paper.name), laid_out.widths)
        self._all = (0, laid_out.printed - 1)
        self.heading = (0, 0)
        """The first and the last row of the headings."""

    def write(self, table: Table, *, first: bool, last: bool) -> None:
        """Write all of it; the first sheet of a paper bears its imprint, the last its signature."""
        writing, sheet = self._writing, self._writing.sheet
        if first:
            self._imprint()
        self._titles(table, first=first)
        top = writing.row
        self._headings()
        self.heading = (top, writing.row - 1)
        if writing.total_height <= _MOST_FROZEN:
            sheet.freeze_panes(writing.row, self._grid.title + 1)
        else:
            sheet.freeze_panes(0, self._grid.title + 1)
        for line in self._grid.lines:
            writing.cells(self._line(line))
        sheet.autofilter(self.heading[1], 0, max(writing.row - 1, self.heading[1]), len(self._grid.columns) - 1)
        sheet.repeat_rows(*self.heading)
        if last and self._paper.signed:
            writing.skip()
            writing.wide(Wide(text=self._paper.signed, look=looks.PLAIN, columns=(0, self._grid.title)))
        sheet.print_area(0, 0, writing.row - 1, self._grid.printed - 1)
        writing.book.all_text(sheet)

    def _imprint(self) -> None:
        """At the left who publishes this and where, at the right what it is attached to and who approved it."""
        paper, middle, end = self._paper, self._grid.middle, self._all[1]
        left, right = (0, middle), (min(middle + 1, end), end)
        whose = [Wide(text=edition(paper), look=looks.SMALL, columns=left)]
        if paper.live:
            whose.append(Wide(text=paper.live, look=looks.LINK, columns=left, link=paper.live))
        approved = [Wide(text=line, look=looks.PLAIN, columns=right) for line in (paper.appendix, *paper.grif) if line]
        beside = zip_longest(whose, approved) if middle < end else ((each,) for each in (*whose, *approved))
        for pair in beside:
            self._writing.wide(*(each for each in pair if each))

    def _titles(self, table: Table, *, first: bool) -> None:
        paper = self._paper
        said = [(paper.title, looks.TITLE), (paper.part, looks.PART)]
        if first:
            said += [(f"{fact.label}: {fact.value}", looks.PLAIN) for fact in paper.facts]
        said += [(table.title, looks.PART), (table.lead, looks.LEAD)]
        for text, look in said:
            if text:
                self._writing.wide(Wide(text=text, look=look, columns=self._all))

    def _headings(self) -> None:
        """One row; two where columns have a heading in common. What filters stand in is always the last."""
        columns = self._grid.columns
        if any(column.group for column in columns):
            self._writing.wide(*_groups(columns))
        bottom = looks.HEADING_BOTTOM if any(column.group for column in columns) else looks.HEADING
        self._writing.cells(
            ((column.title, looks.HEADING if column.group else bottom) for column in columns),
            spare=1,
        )

    def _line(self, line: Line) -> Iterator[tuple[str, Style]]:
        for place, (column, text) in enumerate(zip(self._grid.columns, line.cells, strict=True)):
            look = _look(line, column, in_title=place == self._grid.title)
            yield text, {**look, **looks.REPEATED} if place in line.repeated else look


def edition(paper: Paper) -> str:
    """«Дорожные карты поддержки школ. Редакция от 10 марта 2021 г.»"""
    return f"{paper.publisher}. Редакция от {dates.day(paper.changed)}" if paper.changed else paper.publisher


def _groups(columns: tuple[Column, ...]) -> Iterator[Wide]:
    start = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        end = start + len(list(members)) - 1
        if group:
            yield Wide(text=group, look=looks.HEADING, columns=(start, end))
        else:
            yield from (Wide(text="", look=looks.HEADING_TOP, columns=(each, each)) for each in range(start, end + 1))
        start = end + 1


def _look(line: Line, column: Column, *, in_title: bool) -> Style:
    of_section = line.row.kind is RowKind.SECTION
    look = looks.SECTION if of_section else looks.CELL
    if in_title and line.row.depth:
        return {**look, "align": "left", "indent": min(2 * line.row.depth, 15)}
    if column is SECTION:
        return {**look, **looks.UNWRAPPED}
    return {**look, "align": "center"} if column.width in (Width.NUMBER, Width.FIGURE) else look
