"""A paper as CSV for programs: one table, every line complete in itself; `csv_text` tells of the format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dorkarta import csv_text
from dorkarta.documents.paper import Column, Paper, Remark, RowKind, Table
from dorkarta.documents.standing import standing

TABLE: Final = "Таблица"
SECTION: Final = "Раздел"
ID: Final = "Ключ"
PART_OF: Final = "Часть пункта"
STATE: Final = "Состояние"
REMARKS: Final = "Пояснения"
_OURS: Final = (TABLE, SECTION, ID, PART_OF, STATE, REMARKS)


def csv_file(paper: Paper) -> bytes:
    """The tables of a paper as one: a line for each activity, entry or part, and for each further indicator.

    Sections are no lines but stand in each line. Columns that several tables share by heading are one column.
    """
    return csv_text.written(_rows(paper))


def _rows(paper: Paper) -> Iterator[Iterable[str]]:
    several = len(paper.tables) > 1
    headings = _headings(paper.tables)
    yield (*([TABLE] if several else ()), SECTION, ID, PART_OF, *headings, STATE, REMARKS)
    remarks = {remark.number: remark for remark in paper.remarks}
    for number, table in enumerate(paper.tables, 1):
        name = [table.title or str(number)] if several else []
        for cells in _lines(table, headings, remarks):
            yield (*name, *cells)


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
