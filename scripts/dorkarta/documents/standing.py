"""Rows that stand alone: what a row owes to the rows above it is said in the row itself.

A spreadsheet that sorts and filters, and a program that reads line by line, see no row but one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dorkarta.documents.paper import Row, RowKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A row with all that holds for it."""

    row: Row
    cells: tuple[str, ...]
    """One a column; a section has one, as in the table."""
    repeated: frozenset[int]
    """The columns whose cells were said above and are said again."""
    sections: tuple[str, ...]
    """The headings over it, from the top down; a section's own is the last."""
    part_of: str
    """The id of the row that it is a part of."""
    state: str
    """What was officially decided about it or about the row that it continues."""


def standing(rows: Iterable[Row]) -> Iterator[Standing]:
    """Every row of a table, sections too, in order."""
    sections: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    state = ""
    for row in rows:
        if row.kind is RowKind.SECTION:
            heading = row.cells[0] or ""
            sections, items = (*sections[: row.depth], heading), ()
            yield Standing(
                row=row, cells=(heading,), repeated=frozenset(), sections=sections, part_of="", state=row.state or ""
            )
            continue
        more = row.kind is RowKind.MORE
        repeated = frozenset(index for index, cell in enumerate(row.cells) if cell is None) if more else frozenset()
        above = tuple(above[index] if index in repeated else cell or "" for index, cell in enumerate(row.cells))
        state = row.state or (state if more else "")
        items = items if more else (*items[: row.depth], row.id)
        yield Standing(
            row=row,
            cells=above,
            repeated=repeated,
            sections=sections,
            part_of=items[-2] if len(items) > 1 else "",
            state=state,
        )
