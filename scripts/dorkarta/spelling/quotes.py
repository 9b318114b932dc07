"""Quotes: «ёлочки», inside them „лапки“."""

from collections.abc import Iterator
from typing import Final

from dorkarta.spelling.outline import QUOTE
from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import covered

_QUOTES: Final = frozenset('«»„“”"')
_OPENING_FOLLOWS: Final = frozenset(" \u00a0\n\t([«„-–—/")
_CLOSES_BEFORE: Final = frozenset(" \u00a0\n\t)]»“,.;:!?-–—/…")
_WHAT: Final = "не те кавычки"

SIGNS: Final = (QUOTE,)
"""What the outline of a text shows that could break the law."""


def quotes(text: str, _known: Known) -> Iterator[Slip]:
    """Straight and English quotes; «ёлочки» inside «ёлочки» stay, as documents have them."""
    if not _QUOTES.isdisjoint(text):
        yield from _slips(covered(text))


def _slips(text: str) -> Iterator[Slip]:
    opened: list[str] = []
    for index, mark in enumerate(text):
        if mark not in _QUOTES:
            continue
        if _opens(text, index, opened):
            right = "«" if not opened or mark == "«" else "„"
            opened.append(right)
        else:
            right = "“" if opened and opened.pop() == "„" else "»"
        if mark not in (right, "»" if right == "“" else right):
            yield Slip(index, index + 1, right, _WHAT)


def _opens(text: str, index: int, opened: list[str]) -> bool:
    mark = text[index]
    if mark in "«„":
        return True
    if mark in "»”":
        return False
    if mark == "“" and opened and opened[-1] == "„":
        return False
    begins = index == 0 or text[index - 1] in _OPENING_FOLLOWS
    ends = index + 1 == len(text) or text[index + 1] in _CLOSES_BEFORE
    return begins if begins != ends else not opened
