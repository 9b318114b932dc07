"""A cell with several names → the names, and never a person among them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dorkarta.checks.person_named import looks_like_person, without_persons
from dorkarta.drafts.yaml_text import Node
from dorkarta.text import fold

_LINES: Final = re.compile(r"\s*[;\n]\s*")
_EDGES: Final = " \t\n,;–—-()"
_ADDED: Final = re.compile(r"(?P<body>.+?)\s*\((?P<addition>[^()]+)\)")
_MOST_COMMAS: Final = 8
"""So many parts of one name may stand between commas."""
_MOST_NAMES: Final = 60
"""A text with more of them is no list of names."""
_OPENING: Final = "(«"
_CLOSING: Final = ")»"

Known = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bodies:
    """Who answers, by a cell."""

    names: tuple[Node, ...]
    persons: tuple[str, ...]
    """The names of the cell in which a person is named; what is left of them is among `names`."""


def split(text: str, known: Known) -> tuple[str, ...]:
    """The names of a cell: a name that is known stays whole, commas and all.

    Arguments:
        text: What stands in the cell.
        known: Whether a name is in the vocabulary.
    """
    whole = " ".join(text.split())
    lines = [tuple(_parts(line)) for line in _LINES.split(text)]
    if known(whole) or sum(map(len, lines)) > _MOST_NAMES:
        return (whole,)
    return tuple(name for parts in lines for name in _joined(parts, known) if name)


def bodies(text: str, known: Known) -> Bodies:
    """Organisations and posts of a cell, persons left out."""
    names: list[Node] = []
    persons: list[str] = []
    for name in split(text, known):
        left = name
        if looks_like_person(name) and not known(name):
            persons.append(name)
            left = without_persons(name).strip(_EDGES)
        if any(letter.isalpha() for letter in left):
            names.append(_body(left, known))
    return Bodies(names=tuple(names), persons=tuple(persons))


def _body(name: str, known: Known) -> Node:
    """A name with what is added to it in brackets, as records write it."""
    match = _ADDED.fullmatch(name)
    if match is not None and not known(name) and known(match["body"]):
        return {"body": match["body"], "addition": match["addition"].strip()}
    return name


def _joined(parts: tuple[str, ...], known: Known) -> Iterator[str]:
    """Parts between commas; those that make a known name together are one."""
    start = 0
    while start < len(parts):
        ends = range(min(len(parts), start + _MOST_COMMAS), start + 1, -1)
        end = next((each for each in ends if known(", ".join(parts[start:each]))), start + 1)
        yield ", ".join(parts[start:end])
        start = end


def _parts(line: str) -> Iterator[str]:
    """Between commas that stand in no brackets and no quotation."""
    depth, begin = 0, 0
    for place, letter in enumerate(line):
        if letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            depth = max(0, depth - 1)
        elif letter == "," and not depth:
            yield " ".join(line[begin:place].split())
            begin = place + 1
    yield " ".join(line[begin:].split())


def same_place(name: str, title: str) -> bool:
    """Whether a municipality is meant: «г. Краснодар», «МО город Краснодар» and «Краснодар» are one."""
    return _bare(name) == _bare(title)


def _bare(name: str) -> str:
    return re.sub(r"^(?:(?:мо|муниципальное образование|город-курорт|город|гор\.|г\.)\s*)+", "", fold(name))
