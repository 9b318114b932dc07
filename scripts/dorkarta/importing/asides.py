"""What the reader of values passes over in a workbook: faults of formulas, percents, remarks, how far a sheet reaches.

The parts are walked through event by event, without a tree, whatever their size.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Final
from xml.parsers import expat

from dorkarta.importing.package import DAMAGED, Kind, Package
from dorkarta.importing.trouble import UnreadableError

MOST_CELLS: Final = 500_000
"""Of the rectangle that all texts of a sheet take."""
MOST_CHARACTERS: Final = 20_000_000
"""Of all cells of a sheet; a text may stand in many."""

Spot = tuple[int, int]
"""A row and a column, from 0."""

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,8})", re.IGNORECASE)
_MOST_DIGITS: Final = 8
_FAR: Final = 10**8
"""Stands for whatever no sheet has."""
_PERCENT_FORMATS: Final = frozenset({"9", "10"})


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


def asides(package: Package) -> Mapping[str, Asides]:
    """By the name of the sheet.

    Raises:
        UnreadableError: the file is damaged, or a sheet reaches further than a form could.
    """
    found = _of_xlsx(package.parts) if package.kind is Kind.XLSX else _of_ods(package.parts)
    for name, each in found.items():
        if each.characters > MOST_CHARACTERS:
            raise UnreadableError(f"Лист «{name}» слишком велик: форма отчёта столько не занимает.")
    return found


class _Walk:
    """Handlers of events; names without their namespaces."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Words between."""


def _walk(data: bytes, walk: _Walk) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: walk.begin(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: walk.end(_local(name))
    parser.CharacterDataHandler = walk.text
    parser.buffer_text = True
    try:
        parser.Parse(data, True)  # noqa: FBT003  # its only way to say that this is all
    except (expat.ExpatError, ValueError):
        raise UnreadableError(DAMAGED) from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Each(_Walk):
    """Hands every element that begins to a function."""

    def __init__(self, take: Callable[[str, Mapping[str, str]], None]) -> None:
        self._take = take

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._take(name, attributes)


class _Strings(_Walk):
    """How long the shared texts are."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002  # as all walks
        if name == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _Styles(_Walk):
    """Which styles of cells show percents."""

    def __init__(self) -> None:
        self.percents: set[str] = set()
        self._formats = set(_PERCENT_FORMATS)
        self._in_cells = False
        self._count = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt" and "%" in attributes.get("formatCode", ""):
            self._formats.add(attributes.get("numFmtId", ""))
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            if attributes.get("numFmtId") in self._formats:
                self.percents.add(str(self._count))
            self._count += 1

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False


class _Sheet(_Walk):
    """A sheet of an XLSX."""

    def __init__(self, found: Asides, lengths: list[int], percents: set[str]) -> None:
        self._found, self._lengths, self._percents = found, lengths, percents
        self._row = self._column = -1
        self._kind = ""
        self._style = ""
        self._computes = False
        self._value: list[str] | None = None
        self._said = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._column = -1
        elif name == "c":
            spot = _spot(attributes.get("r", ""))
            self._row, self._column = spot or (self._row, self._column + 1)
            self._kind, self._style = attributes.get("t", ""), attributes.get("s", "")
            self._computes, self._said = False, ""
        elif name == "f":
            self._computes = True
        elif name in ("v", "t"):
            self._value = []

    def text(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)

    def end(self, name: str) -> None:
        if name in ("v", "t") and self._value is not None:
            self._said += "".join(self._value)
            self._value = None
        elif name == "c":
            self._take()

    def _take(self) -> None:
        spot = self._row, self._column
        if self._said:
            self._found.reach(*spot)
            shared = self._kind == "s" and self._said.isdecimal() and int(self._said) < len(self._lengths)
            self._found.characters += self._lengths[int(self._said)] if shared else len(self._said)
        if self._kind == "e":
            self._found.faults[spot] = self._said
        elif self._computes and not self._said and self._kind != "str":
            self._found.faults[spot] = ""
        elif self._style in self._percents and self._kind in ("", "n"):
            self._found.percents.add(spot)


class _Remarks(_Walk):
    """Remarks at the cells of an XLSX."""

    def __init__(self, found: Asides) -> None:
        self._found = found
        self._spot: Spot | None = None
        self._words: list[str] | None = None

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "comment":
            self._spot = _spot(attributes.get("ref", ""))
        elif name == "t" and self._spot is not None:
            self._words = []

    def text(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)

    def end(self, name: str) -> None:
        if name == "t" and self._words is not None and self._spot is not None:
            self._found.remarks[self._spot] = self._found.remarks.get(self._spot, "") + "".join(self._words)
            self._words = None
        elif name == "comment":
            self._spot = None


def _of_xlsx(parts: Mapping[str, bytes]) -> dict[str, Asides]:
    strings, styles = _Strings(), _Styles()
    targets = _targets(parts, "xl/workbook.xml")
    for kind, walk in (("sharedStrings", strings), ("styles", styles)):
        for path in targets.values():
            if path.rpartition("/")[2].startswith(kind):
                _walk(parts.get(path, b"<none/>"), walk)
    sheets: dict[str, str] = {}

    def take(name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and attributes.get("id") in targets:
            sheets[attributes.get("name", "")] = targets[attributes["id"]]

    _walk(parts["xl/workbook.xml"], _Each(take))
    found = {name: Asides(name=name) for name in sheets}
    for name, path in sheets.items():
        _walk(parts.get(path, b"<none/>"), _Sheet(found[name], strings.lengths, styles.percents))
        for target in _targets(parts, path).values():
            if target.rpartition("/")[2].startswith("comments"):
                _walk(parts.get(target, b"<none/>"), _Remarks(found[name]))
    return found


def _targets(parts: Mapping[str, bytes], path: str) -> dict[str, str]:
    """The parts that a part leads to, by the names that it has for them."""
    folder, name = dirname(path), path.rpartition("/")[2]
    found: dict[str, str] = {}

    def take(element: str, attributes: Mapping[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found[attributes.get("Id", "")] = whole

    if (relations := parts.get(f"{folder}/_rels/{name}.rels")) is not None:
        _walk(relations, _Each(take))
    return found


def _spot(reference: str) -> Spot | None:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return (_FAR, 0) if reference else None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


class _Table(_Walk):
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
            self._kind = attributes.get("value-type", "")
            self._has_value = "value-type" in attributes
            # LibreOffice says of a fault only in its own attribute, whose local name is the same
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
    return int(repeated) if len(repeated) <= _MOST_DIGITS else _FAR


def _of_ods(parts: Mapping[str, bytes]) -> dict[str, Asides]:
    table = _Table()
    _walk(parts["content.xml"], table)
    return table.found
