"""Spaces that stand twice, before a mark or inside brackets."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import covered

_BEFORE_MARK: Final = re.compile(
    r"(?<=[\w»)\]“\"%+])[ \u00a0]+(?=(?:[,;!?]|:(?!\w)|\.(?!\.))(?:[\s»“\")\],]|$))"
    r"|(?<=[\w.,;!?%»])[ \u00a0]+(?=[»)\]])"
)
_BEHIND_BRACKET: Final = re.compile(r"(?<=[(«„\[])[ \u00a0]+(?=[^\s»“)\]…])")
_DOUBLED: Final = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


def spaces(text: str, _known: Known) -> Iterator[Slip]:
    """Every space too many; the end and the beginning of a line are free."""
    text = covered(text)
    found: dict[int, Slip] = {}
    for match in _BEFORE_MARK.finditer(text):
        found[match.start()] = Slip(*match.span(), "", "пробел перед знаком")
    for match in _BEHIND_BRACKET.finditer(text):
        found.setdefault(match.start(), Slip(*match.span(), "", "пробел после открывающей скобки или кавычки"))
    for match in _DOUBLED.finditer(text):
        kept = "\u00a0" if "\u00a0" in match.group() else " "
        found.setdefault(match.start(), Slip(*match.span(), kept, "лишний пробел"))
    yield from (found[start] for start in sorted(found))
