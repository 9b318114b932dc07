"""Tables as the template wants them."""

import dataclasses
from typing import Any

from dorkarta.documents.paper import Column, Row, RowKind, Table, Width
from dorkarta.documents.typesetting.grid import grid, lead_column, shared_widths

NUMBER = Column(key="number", title="№", width=Width.NUMBER)
TITLE = Column(key="title", title="Мероприятие", width=Width.LONG)
YEAR = Column(key="2021", title="2021", width=Width.FIGURE, group="Годы")
NEXT = dataclasses.replace(YEAR, key="2022", title="2022")
TABLE = Table(
    columns=(NUMBER, TITLE, YEAR, NEXT),
    rows=(
        Row(kind=RowKind.SECTION, cells=("Раздел",), remarks=(3,)),
        Row(kind=RowKind.ITEM, cells=("1", "Раз", "1", "2"), remarks=(3, 4, 4)),
        Row(kind=RowKind.MORE, cells=(None, None, "3", None)),
        Row(kind=RowKind.MORE, cells=(None, None, "4", "5")),
        Row(kind=RowKind.PART, cells=("", "Часть", "", ""), depth=2),
    ),
)
WIDTHS = (15.0, 200.0, 26.0, 26.0)


def made(table: Table = TABLE, **options: Any) -> dict[str, Any]:
    """The data of a table of certain widths."""
    return grid(table, WIDTHS, **options)


def reach(cell: str | dict[str, Any]) -> int:
    """Over how many rows a cell reaches."""
    return 1 if isinstance(cell, str) else cell["rows"]


def is_lead(cell: str | dict[str, Any]) -> bool:
    """Whether a cell is the one that says what its row is about."""
    return not isinstance(cell, str) and cell["lead"]


def test_headings_of_a_group_stand_under_their_own() -> None:
    """Columns without a group reach over both rows of the heading, those with one stand in the second."""
    head = [("".join(cell["lines"][0]), cell["columns"], cell["rows"]) for cell in made()["head"]]

    assert head == [("№", 1, 2), ("Мероприятие", 1, 2), ("Годы", 2, 1), ("2021", 1, 1), ("2022", 1, 1)]


def test_cells_reach_over_the_rows_that_leave_them_out() -> None:
    """A cell has as many rows as follow without one of their own; where it reaches, a row has none."""
    rows = made()["rows"]

    assert [[reach(cell) for cell in row["cells"]] for row in rows[1:]] == [[3, 3, 1, 2], [1], [1, 1], [1, 1, 1, 1]]


def test_a_cell_like_most_others_is_its_text() -> None:
    """Only what is unlike others is told of a cell: over how many rows it reaches, that it is indented."""
    rows = made()["rows"]

    assert rows[2]["cells"] == ["3"]
    assert rows[3]["cells"] == ["4", "5"]
    assert [cell if isinstance(cell, str) else cell["indent"] for cell in rows[4]["cells"]] == ["", 10.0, "", ""]


def test_a_number_of_a_remark_is_the_place_to_come_back_to_once() -> None:
    """A row refers to a remark once, and only the first row that does is its place, across tables."""
    mentioned = {4}
    rows = made(mentioned=mentioned)["rows"]

    assert [(row["remarks"], row["first_mentions"]) for row in rows[:2]] == [([3], [3]), ([3, 4], [])]
    assert mentioned == {3, 4}


def test_references_stand_where_the_row_has_a_cell() -> None:
    """They follow the title; in a row that continues another, the first cell that is there."""
    remarked = tuple(dataclasses.replace(row, remarks=(1,)) for row in TABLE.rows)
    rows = made(dataclasses.replace(TABLE, rows=remarked))["rows"]

    assert [[is_lead(cell) for cell in row["cells"]].index(True) for row in rows[1:]] == [1, 0, 0, 1]
    assert lead_column((NUMBER, dataclasses.replace(TITLE, key="what"))) == 1
    assert lead_column((NUMBER, YEAR)) == 0


def test_only_low_rows_are_kept_whole() -> None:
    """A row that might not find room on a page is never kept whole, nor are the rows that it reaches over."""
    long = dataclasses.replace(TABLE.rows[1], cells=("1", "слово " * 400, "", ""))
    rows = made(dataclasses.replace(TABLE, rows=(TABLE.rows[0], long, *TABLE.rows[2:])))["rows"]

    assert [row["whole"] for row in rows] == [True, False, False, False, True]
    tall = tuple(dataclasses.replace(column, title="слово " * 60) for column in TABLE.columns)
    assert not any(row["whole"] for row in made(dataclasses.replace(TABLE, columns=tall))["rows"])


def test_a_heading_that_no_page_holds_is_not_repeated() -> None:
    """Repeated on every page, its end would be lost and leave no room."""
    tall = tuple(dataclasses.replace(column, title="слово " * 60) for column in TABLE.columns)

    assert made()["repeated"]
    assert not made(dataclasses.replace(TABLE, columns=tall))["repeated"]


def test_columns_are_numbered_where_the_document_is_of_one_table() -> None:
    """Official forms number their columns; a paper of several tables, each with its title, is no such form."""
    assert made()["numbered"]
    assert not made(dataclasses.replace(TABLE, title="По дням"))["numbered"]


def test_tables_of_the_same_columns_are_of_the_same_widths() -> None:
    """One look at a paper of several tables finds the same column in the same place."""
    other = Table(columns=TABLE.columns, rows=(Row(kind=RowKind.ITEM, cells=("12", "Долго " * 50, "не менее 4", "")),))

    assert list(shared_widths((TABLE, other), 267)) == [TABLE.columns]
    assert shared_widths((TABLE, other), 267) == shared_widths((other, TABLE), 267)
    assert shared_widths((TABLE,), 267) != shared_widths((TABLE, other), 267)
