"""Text as a terminal shows it: how wide it is, and nothing in it that moves the cursor or hides."""

import unicodedata
from typing import Final

_TAB: Final = "    "
_HIDDEN: Final = "\ufffd"
"""Stands for what nobody would see: control characters, marks of direction, soft hyphens, halves of pairs."""


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
    return "".join(" " if character in "\n\r\t" else shown(character) for character in text)


def sound(text: str) -> str:
    """A text that can be written as UTF-8; names of files may hold bytes that cannot."""
    return text.encode("utf-8", "replace").decode()
