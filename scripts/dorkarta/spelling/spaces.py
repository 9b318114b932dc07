"""Spaces that stand twice, before a mark or inside brackets, and marks that nobody sees."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.spelling.outline import CLOSING, MARK, ODD, OPENING, QUOTE, SPACE, before
from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import covered

_BEFORE_MARK: Final = re.compile(
    r"(?<=[\w»)\]“\"%+])[ \u00a0]+(?=(?:[,;!?]|:(?!\w)|\.(?!\.))(?:[\s»“\")\],]|$))"
    r"|(?<=[\w.,;!?%»])[ \u00a0]+(?=[»)\]])"
)
_BEHIND_BRACKET: Final = re.compile(r"(?<=[(«„\[])[ \u00a0]+(?=[^\s»“)\]…])")
_UNSEEN: Final = re.compile("[\u200b\u200c\u200e\u200f\u2060\ufeff]+")
"""Marks without width that programs leave between letters; search stumbles over them."""
_DOUBLED: Final = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")

SIGNS: Final = (
    *before(SPACE, SPACE, MARK, CLOSING, QUOTE),
    *before(OPENING, SPACE),
    *before(QUOTE, SPACE),
    ODD,
)
"""What the outline of a text shows that could break the law."""


def spaces(text: str, _known: Known) -> Iterator[Slip]:
    """Every space and every unseen mark too many; the end and the beginning of a line are free."""
    text = covered(text)
    found = {match.start(): Slip(*match.span(), "", "невидимый знак") for match in _UNSEEN.finditer(text)}
    for match in _BEFORE_MARK.finditer(text):
        found[match.start()] = Slip(*match.span(), "", "пробел перед знаком")
    for match in _BEHIND_BRACKET.finditer(text):
        found.setdefault(match.start(), Slip(*match.span(), "", "пробел после открывающей скобки или кавычки"))
    for match in _DOUBLED.finditer(text):
        kept = "\u00a0" if "\u00a0" in match.group() else " "
        found.setdefault(match.start(), Slip(*match.span(), kept, "лишний пробел"))
    yield from (found[start] for start in sorted(found))
