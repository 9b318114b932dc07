"""A paper as CSV (RFC 4180), for programs: UTF-8 with its mark, commas, CRLF, every line complete in itself.

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
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dorkarta.documents.paper import Column, Paper, Remark, RowKind, Table
from dorkarta.documents.printable import printable
from dorkarta.documents.standing import standing

TABLE: Final = "Таблица"
SECTION: Final = "Раздел"
ID: Final = "Ключ"
PART_OF: Final = "Часть пункта"
STATE: Final = "Состояние"
REMARKS: Final = "Пояснения"
_OURS: Final = (TABLE, SECTION, ID, PART_OF, STATE, REMARKS)

_LIKE_FORMULA: Final = re.compile(r"['\t\r\n]|[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠]")
"""The start of a cell that gets an apostrophe; spaces, seen or not, do not keep a spreadsheet from calculating."""


def csv_file(paper: Paper) -> bytes:
    """The tables of a paper as one: a line for each activity, entry or part, and for each further indicator.

    Sections are no lines but stand in each line. Columns that several tables share by heading are one column.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    several = len(paper.tables) > 1
    headings = _headings(paper.tables)
    writer.writerow(
        safe(name) for name in (*([TABLE] if several else ()), SECTION, ID, PART_OF, *headings, STATE, REMARKS)
    )
    remarks = {remark.number: remark for remark in paper.remarks}
    for number, table in enumerate(paper.tables, 1):
        name = [table.title or str(number)] if several else []
        for cells in _lines(table, headings, remarks):
            writer.writerow(safe(cell) for cell in (*name, *cells))
    return out.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet calculates."""
    clean = printable(text)
    return f"'{clean}" if _LIKE_FORMULA.match(clean) else clean


def read_back(cell: str) -> str:
    """The text that a cell was made of."""
    return cell.removeprefix("'")


def _headings(tables: Sequence[Table]) -> tuple[str, ...]:
    """The headings of all columns, each once."""
    return tuple(dict.fromkeys(heading for table in tables for heading in _own_headings(table.columns)))


def _own_headings(columns: Sequence[Column]) -> list[str]:
    """One for each column, no two alike: «Срок реализации, годы: 2021 г.»"""
    headings: list[str] = []
    for column in columns:
        heading = f"{column.group}: {column.title}" if column.group else column.title
        tried, number = heading, 1
        while tried in (*_OURS, *headings):
            number += 1
            tried = f"{heading} ({number})"
        headings.append(tried)
    return headings


def _lines(table: Table, headings: Sequence[str], remarks: Mapping[int, Remark]) -> Iterator[list[str]]:
    own = _own_headings(table.columns)
    for each in standing(table.rows):
        if each.row.kind is RowKind.SECTION:
            continue
        cells = dict(zip(own, each.cells, strict=True))
        said = "\n".join(f"{remarks[number].kind}: {remarks[number].text}" for number in each.row.remarks)
        middle = (cells.get(heading, "") for heading in headings)
        yield [" / ".join(each.sections), each.row.id, each.part_of, *middle, each.state, said]
