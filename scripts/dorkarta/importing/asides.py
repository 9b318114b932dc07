"""What the reader of values passes over in a sheet: faults of formulas, percents, remarks, how far it reaches."""

from dataclasses import dataclass, field
from typing import Final

from dorkarta.importing.trouble import UnreadableError

MOST_CELLS: Final = 500_000
"""Of the rectangle that all texts of a sheet take."""
MOST_CHARACTERS: Final = 20_000_000
"""Of all cells of a sheet; a text may stand in many."""
FAR: Final = 10**8
"""Stands for whatever row or column no sheet has."""

Spot = tuple[int, int]
"""A row and a column, from 0."""


@dataclass(kw_only=True, slots=True)
class Asides:
    """Of one sheet."""

    name: str
    faults: dict[Spot, str] = field(default_factory=dict)
    """What a formula gives in place of a value: `#REF!`; empty where nothing was computed."""
    percents: set[Spot] = field(default_factory=set)
    remarks: dict[Spot, str] = field(default_factory=dict)
    characters: int = 0
    rows: int = 0
    columns: int = 0

    def reach(self, row: int, column: int) -> None:
        """Take note of a cell with a value.

        Raises:
            UnreadableError: all that lies before it would take too much memory.
        """
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows * self.columns > MOST_CELLS:
            raise UnreadableError(
                f"Лист «{self.name}» слишком велик: до строки {self.rows} и столбца № {self.columns}. "
                "Удалите то, что стоит далеко от таблицы."
            )
