"""CSV (RFC 4180) for programs: UTF-8 with its mark, commas, CRLF.

The separator is a comma, as the standard has it. Excel with Russian settings expects a semicolon and shows such a file
in one column when it is opened by a double click; «Данные → Из текста/CSV» reads it well. A first line `sep=,` would
help Excel alone, spoil the text for it (it then ignores the mark of UTF-8), and be a wrong row for every other program.
Whoever works in Excel takes the XLSX, which is offered beside.

A cell that a spreadsheet might take for a formula gets an apostrophe before it (OWASP, «CSV Injection»), and so does a
cell that begins with an apostrophe. The text is got back by taking one apostrophe away where a cell begins with one:
`read_back`. This is meant against slips: an Excel that parts lines at semicolons may still see a formula in the middle
of a text.
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from dorkarta.printable import printable

_LIKE_FORMULA: Final = re.compile(r"['\t\r\n]|[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠]")
"""The start of a cell that gets an apostrophe; spaces, seen or not, do not keep a spreadsheet from calculating."""


def written(rows: Iterable[Iterable[str]]) -> bytes:
    """The rows as a file; the first one holds the headings."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(map(safe, row) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet calculates."""
    clean = printable(text)
    return f"'{clean}" if _LIKE_FORMULA.match(clean) else clean


def read_back(cell: str) -> str:
    """The text that a cell was made of."""
    return cell.removeprefix("'")
