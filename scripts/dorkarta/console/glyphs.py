"""Text as a terminal shows it: how wide it is, and nothing in it that moves the cursor or hides."""

import re
import unicodedata
from typing import Final

_TAB: Final = "    "
_IN_A_LINE: Final = str.maketrans("\n\r\t", "   ")
_HIDDEN: Final = "\ufffd"
"""Stands for what nobody would see: control characters, marks of direction, soft hyphens, halves of pairs."""


_USUAL: Final = re.compile(r"[ -~А-яЁё«»№–…]*")
"""Characters of one column each that are printed as they are; most texts hold no others."""


def printed(text: str) -> str:
    """What is printed for a text."""
    return text if _USUAL.fullmatch(text) else "".join(map(shown, text))


def columns(text: str) -> int:
    """How many columns a text takes as it is printed."""
    return len(text) if _USUAL.fullmatch(text) else sum(map(width, text))


def shown(character: str) -> str:
    """What is printed for a character."""
    if character == "\t":
        return _TAB
    return _HIDDEN if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def width(character: str) -> int:
    """How many columns it takes as it is printed; a combining mark takes none."""
    if character == "\t":
        return len(_TAB)
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def in_a_line(text: str) -> str:
    """A text of ours that holds words of others, in one line."""
    return printed(text.translate(_IN_A_LINE))


def sound(text: str) -> str:
    """A text that can be written as UTF-8; names of files may hold bytes that cannot."""
    return text.encode("utf-8", "replace").decode()
