"""Misspelt names of the schools that all this is about: ШНОР, ШНСУ, ШССУ."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.spelling.outline import CAPITAL
from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import covered

_CAPITALS: Final = re.compile(r"(?<![А-ЯЁа-яё])[А-Я]{4,6}(?![А-ЯЁа-яё])")
_MISSPELT: Final = {
    "ШНОР": re.compile(r"[ПЩИ]С?НН?О[РП]|ШС?НН?ОП|ШСНН?ОР|ШННОР|ШОНР|ШНРО|ШНОРР"),
    "ШНСУ": re.compile(r"[ПЩИ]НСУ|ШНУС|ШСНУ|ШННСУ|ШНСЦ"),
    "ШССУ": re.compile(r"[ПЩИ]ССУ|ШСУС|ШСССУ|ШССЦ"),
}
"""What scans and tired hands make of them; «ПСНОР», «ШСНОР», «ШНУС» stand in documents."""

SIGNS: Final = (4 * CAPITAL,)
"""What the outline of a text shows that could break the law."""


def shnor(text: str, known: Known) -> Iterator[Slip]:
    """Misspelt names; what a territory explains as an abbreviation of its own is none."""
    for match in _CAPITALS.finditer(covered(text)):
        right = meant(match.group())
        if right and match.group() not in known.abbreviations:
            yield Slip(*match.span(), right, f"описка в слове «{right}»")


def meant(word: str) -> str | None:
    """The name that a word in capitals misspells, if it does."""
    return next((right for right, misspelt in _MISSPELT.items() if misspelt.fullmatch(word)), None)
