"""What stands beside the values in an ODS."""

from collections.abc import Mapping
from typing import Final

from dorkarta.importing.asides import FAR, MOST_CELLS, Asides
from dorkarta.importing.walk import Walk, walk

_MOST_DIGITS: Final = 8


class _Table(Walk):
    """The sheets of an ODS, where one element may stand for many cells."""

    def __init__(self) -> None:
        self.found: dict[str, Asides] = {}
        self._sheet = Asides(name="")
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._kind = ""
        self._cell: list[str] | None = None
        self._remark: list[str] | None = None
        self._remarked: list[str] = []
        self._in_remark = False
        self._has_value = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            called = attributes.get("name", "")
            self._sheet = self.found.setdefault(called, Asides(name=called))
            self._row = 0
        elif name == "table-row":
            self._column, self._rows = 0, _times(attributes.get("number-rows-repeated"))
        elif name in ("table-cell", "covered-table-cell"):
            self._columns = _times(attributes.get("number-columns-repeated"))
            # LibreOffice says of a fault only in its own attribute, whose local name is the same
            self._kind = attributes.get("value-type", "")
            self._has_value = "value-type" in attributes
            self._cell, self._remarked = [], []
        elif name == "annotation":
            self._remark = []
        elif name == "p" and self._remark is not None:
            self._in_remark = True
            self._remark.extend("\n" if self._remark else ())

    def text(self, text: str) -> None:
        if self._remark is not None:
            self._remark.extend((text,) if self._in_remark else ())  # else it is the author or the day
        elif self._cell is not None:
            self._cell.append(text)

    def end(self, name: str) -> None:
        if name == "table-row":
            self._row += self._rows
        elif name == "annotation" and self._remark is not None:
            self._remarked, self._remark = self._remark, None
        elif name == "p":
            self._in_remark = False
        elif name in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._take("".join(self._cell))
            self._cell = None
            self._column += self._columns

    def _take(self, said: str) -> None:
        spot = self._row, self._column
        if said or self._has_value:
            self._sheet.reach(self._row + self._rows - 1, self._column + self._columns - 1)
            self._sheet.characters += len(said) * self._rows * self._columns
        if self._kind == "error":
            self._sheet.faults[spot] = said
        elif self._kind == "percentage" and self._rows * self._columns <= MOST_CELLS:
            self._sheet.percents.update(
                (self._row + down, self._column + right) for down in range(self._rows) for right in range(self._columns)
            )
        if self._remarked:
            self._sheet.remarks[spot] = "".join(self._remarked)


def _times(repeated: str | None) -> int:
    if not repeated or not repeated.isdecimal():
        return 1
    return int(repeated) if len(repeated) <= _MOST_DIGITS else FAR


def asides(parts: Mapping[str, bytes]) -> dict[str, Asides]:
    """By the name of the sheet.

    Raises:
        UnreadableError: the part is damaged, or a sheet reaches further than a form could.
    """
    table = _Table()
    walk(parts["content.xml"], table)
    return table.found
