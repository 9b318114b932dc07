"""Abbreviations that nobody explains."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dorkarta.spelling.outline import CAPITAL
from dorkarta.spelling.shnor import meant
from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import COVER, covered

_ABBREVIATION: Final = re.compile(r"(?<![\w№])(?<!№ |\d[/-])[А-ЯЁ]{2,8}(?!\w|[/-]\d)")
_CAPITAL_WORDS: Final = re.compile(r"(?<![А-ЯЁа-яё])[А-ЯЁ]++(?![а-яё])(?:[\s,–-]++[А-ЯЁ]++(?![а-яё]))*")
_PLAIN: Final = frozenset({"НЕ", "НИ", "И", "ИЛИ", "ВСЕ", "ДЛЯ", "ДО", "ПО", "ЕСЛИ", "ТОЛЬКО", "ВАЖНО"})
"""Words that people stress by capitals."""
_EVERYDAY: Final = frozenset({"ФИО", "СМС", "ТВ", "ВУЗ", "США", "РФ", "СССР"})
"""What everybody can read."""
_HEADING: Final = 3
"""So many words in capitals, one of them longer than an abbreviation is, are a heading."""
_LONG: Final = 6

SIGNS: Final = (2 * CAPITAL,)
"""What the outline of a text shows that could break the law."""


def unknown_abbreviations(text: str, known: Known) -> Iterator[Slip]:
    """Words of two to eight capitals that no list knows; numbers of documents and headings in capitals have none.

    What misspells «ШНОР» is no abbreviation: its own law tells of it.
    """
    for start, word in _abbreviations(text):
        if word not in known.abbreviations and word not in known.names:
            yield Slip(start, start + len(word), None, "неизвестное сокращение")


@lru_cache(maxsize=16384)  # many territories say the same in the same words, each with its own list
def _abbreviations(text: str) -> tuple[tuple[int, str], ...]:
    """The abbreviations in a text that not everybody knows, and where they begin."""
    text = covered(text)
    if not any(letter.islower() for letter in text):
        return ()
    found = _ABBREVIATION.finditer(_CAPITAL_WORDS.sub(_without_heading, text))
    words = ((match.start(), match.group()) for match in found)
    return tuple((at, word) for at, word in words if word not in _PLAIN | _EVERYDAY and meant(word) is None)


def _without_heading(match: re.Match[str]) -> str:
    """Capitals in a row, covered if they are a heading."""
    words = re.findall(r"[А-ЯЁ]+", match.group())
    is_heading = len(words) >= _HEADING and max(map(len, words)) >= _LONG
    return COVER * len(match.group()) if is_heading else match.group()
