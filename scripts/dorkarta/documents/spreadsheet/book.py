"""A workbook that holds texts and nothing else: no number, no formula, no clock."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from dorkarta.documents.spreadsheet.extent import FONT, SIZE
from dorkarta.documents.spreadsheet.units import shortened, units
from dorkarta.printable import printable

MOST_CHARACTERS: Final = 32_767
"""Of one cell, in UTF-16 units."""

Style = dict[str, str | int | float | bool]
"""What XlsxWriter calls the properties of a format."""

_AS_TEXT: Final = 49
"""The format «Текстовый», `@`, which all workbooks have under this number."""
_LONG_FOR_TEXT: Final = 255
"""Old versions of Excel show longer texts as `####` in cells of the format «Текстовый»."""
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SOFT_ROW: Final = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')
_LONGEST_FOOTER: Final = 110
"""A footer has 255 characters for all that stands in it, commands too, and `&` counts twice."""
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)


class Book:
    """Collects sheets; `finish` gives the file. The same calls make the same bytes."""

    def __init__(self, *, title: str, subject: str, publisher: str, moment: datetime.datetime) -> None:
        """Begin.

        Arguments:
            title: What a person would call the file.
            subject: What it is about.
            publisher: Stands as the author.
            moment: Stands as the time when it was made.
        """
        self._out = io.BytesIO()
        self._styles: dict[tuple[tuple[str, str | int | float | bool], ...], Format] = {}
        self._soft_rows: dict[str, set[int]] = {}
        self.workbook = Workbook(
            self._out,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "default_format_properties": {
                    "font_name": FONT,
                    "font_size": SIZE,
                    "font_family": 1,  # with serifs
                    "font_scheme": False,  # else the font of the theme would take its place
                },
            },
        )
        self.workbook.set_properties(
            {
                "title": printable(title),
                "subject": printable(subject),
                "author": printable(publisher),
                "company": printable(publisher),
                "created": moment.astimezone(datetime.UTC),
            }
        )

    def sheet(self, name: str, *, footer: str) -> Worksheet:
        """A new sheet: A4 landscape, one page wide, numbered pages.

        Arguments:
            name: A legal name.
            footer: Stands at the left end of every page's last line.
        """
        sheet = self.workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.79, right=0.39, top=0.59, bottom=0.79)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&9 {_footer_text(footer)}&R&9Страница &P из &N", {"scale_with_doc": False})
        return sheet

    def style(self, style: Style, *, long: bool = False) -> Format:
        """The format of a look; every cell keeps its text even when somebody edits it.

        Arguments:
            style: The look.
            long: For texts that the format «Текстовый» may not show.
        """
        kept: Style = {"quote_prefix": True} if long else {"num_format": _AS_TEXT}
        whole = {**kept, **style}
        key = tuple(sorted(whole.items()))
        if key not in self._styles:
            self._styles[key] = self.workbook.add_format(whole)
        return self._styles[key]

    def write(self, sheet: Worksheet, row: int, column: int, text: str, style: Style) -> None:
        """Write a text literally, whatever it looks like.

        Raises:
            ValueError: the cell cannot hold it.
        """
        text = printable(text)
        look = self.style(style, long=units(text) > _LONG_FOR_TEXT)
        if not text:
            sheet.write_blank(row, column, None, look)
        elif units(text) > MOST_CHARACTERS or sheet.write_string(row, column, _verbatim(text), look) != 0:
            raise ValueError(f"a cell cannot hold {len(text)} characters")

    def write_wide(
        self, sheet: Worksheet, row: int, columns: tuple[int, int], text: str, style: Style, *, link: str | None = None
    ) -> None:
        """Write a text into cells of a row joined to one.

        Arguments:
            sheet: Where.
            row: Where.
            columns: The first and the last column.
            text: What to write.
            style: How it looks.
            link: The address that the text leads to.
        """
        first, last = columns
        if last > first:
            sheet.merge_range(row, first, row, last, "", self.style(style))
        self.write(sheet, row, first, text, style)
        if link and units(link) <= _LONG_FOR_TEXT:
            sheet.write_url(row, first, link, self.style(style), _verbatim(printable(text)))

    def height(self, sheet: Worksheet, row: int, points: float, *, soft: bool = False) -> None:
        """Set the height of a row.

        Arguments:
            sheet: Where.
            row: Which.
            points: How high.
            soft: Programs may fit the row to its text; without it they keep the height.
        """
        sheet.set_row(row, points)
        if soft:
            self._soft_rows.setdefault(f"xl/worksheets/sheet{sheet.index + 1}.xml", set()).add(row + 1)

    def all_text(self, sheet: Worksheet) -> None:
        """Tell programs that texts like numbers are meant to be texts: no green corners."""
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576", "two_digit_text_year": "A1:XFD1048576"})

    def name_range(self, name: str, sheet: str, cells: tuple[int, int, int, int]) -> None:
        """Give a name to cells of a sheet: the first row and column, the last row and column."""
        self.workbook.define_name(name, f"={quote_sheetname(sheet)}!{xl_range_abs(*cells)}")

    def finish(self) -> bytes:
        """The file."""
        self.workbook.close()
        fresh = io.BytesIO()
        with zipfile.ZipFile(self._out) as made, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as target:
            for name in made.namelist():
                entry = zipfile.ZipInfo(name, _ZIP_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # the same bytes on every system
                target.writestr(entry, _softened(made.read(name), self._soft_rows.get(name, ())))
        return fresh.getvalue()


def _softened(sheet: bytes, rows: Iterable[int]) -> bytes:
    """The sheet with heights of rows that programs may change; XlsxWriter knows fixed ones only."""
    soft = {str(row).encode() for row in rows}
    return _SOFT_ROW.sub(lambda found: found[1] if found[2] in soft else found[0], sheet) if soft else sheet


def _verbatim(text: str) -> str:
    """The text in a form that XlsxWriter passes on as it is.

    It takes `<r>…</r>` for markup of its own, and of several `_x0041_` in a row, which spreadsheets read as characters,
    it escapes every other only. Such texts are handed over as the markup of one plain run, with the escapes in it.
    """
    if not _ESCAPE.search(text) and not (text.startswith("<r>") and text.endswith("</r>")):
        return text
    escaped = _ESCAPE.sub("_x005F_", text)
    for char, entity in {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "&#95;"}.items():
        escaped = escaped.replace(char, entity)
    return f'<r><t xml:space="preserve">{escaped}</t></r>'


def _footer_text(text: str) -> str:
    """A text in which `&` is no command of a footer, also not one of XlsxWriter's: `&[Page]`."""
    return shortened(printable(text), _LONGEST_FOOTER).replace("&", "&&").replace("&[", "& [")
