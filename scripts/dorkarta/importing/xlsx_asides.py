"""What stands beside the values in an XLSX."""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import Final

from dorkarta.importing.asides import FAR, Asides, Spot
from dorkarta.importing.walk import Each, Walk, walk

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,8})", re.IGNORECASE)
_PERCENT_FORMATS: Final = frozenset({"9", "10"})


class _Strings(Walk):
    """How long the shared texts are."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002  # as all walks
        if name == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _Styles(Walk):
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


class _Sheet(Walk):
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


class _Remarks(Walk):
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


def asides(parts: Mapping[str, bytes]) -> dict[str, Asides]:
    """By the name of the sheet.

    Raises:
        UnreadableError: a part is damaged, or a sheet reaches further than a form could.
    """
    strings, styles = _Strings(), _Styles()
    targets = _targets(parts, "xl/workbook.xml")
    for kind, handlers in (("sharedStrings", strings), ("styles", styles)):
        for path in targets.values():
            if path.rpartition("/")[2].startswith(kind):
                walk(parts.get(path, b"<none/>"), handlers)
    sheets: dict[str, str] = {}

    def take(name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and attributes.get("id") in targets:
            sheets[attributes.get("name", "")] = targets[attributes["id"]]

    walk(parts["xl/workbook.xml"], Each(take))
    found = {name: Asides(name=name) for name in sheets}
    for name, path in sheets.items():
        walk(parts.get(path, b"<none/>"), _Sheet(found[name], strings.lengths, styles.percents))
        for target in _targets(parts, path).values():
            if target.rpartition("/")[2].startswith("comments"):
                walk(parts.get(target, b"<none/>"), _Remarks(found[name]))
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
        walk(relations, Each(take))
    return found


def _spot(reference: str) -> Spot | None:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return (FAR, 0) if reference else None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
