"""How much room a text takes in a cell, by estimate: only the program that opens a workbook knows fonts.

An estimate that is too high leaves some white; one that is too low hides words. So all here errs on the high side.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil
from typing import Final

FONT: Final = "Times New Roman"
SIZE: Final = 11
"""Points."""
HIGHEST: Final = 400
"""Points; no spreadsheet shows a row that is higher than 409."""

_EMS: Final = {
    char: ems
    for ems, chars in {
        0.26: " \u00a0.,",
        0.29: ":;/'ijlt",
        0.34: "!-()[]frI",
        0.42: "згs",
        0.45: "эаеёстacez?",
        0.48: "вьяк",
        0.51: '0123456789«»–"#*_bdghknopquvxyJбдлорухчЗ',
        0.55: "ийнпцъ+=<>≤≥~^|$",
        0.6: "FPSБГРЬЕЁТ",
        0.68: "мфыжBCELRTZВДКЛСЧЭЯ",
        0.74: "ADGHKNOQUVXYАИЙНОПУХЦЪ",
        0.79: "юшщmw&Ф",
        0.93: "MWЖМЫ%@№",
    }.items()
    for char in chars
}
"""Widths of characters of the font, in its size."""
_WIDEST: Final = 1.04
"""Ш, Щ, Ю, an ideograph, an emoji, and whatever else."""
_BOLD: Final = 1.09
_PIXELS_PER_CHARACTER: Final = 7
"""A column's width is told in digits of the workbook's own font, which is ours."""
_USED: Final = 0.95
"""Programs do not measure alike; the rest of a line stays free."""
_LINE: Final = 1.2
"""The height of a line, in sizes of the font."""
_PADDING: Final = 3
"""Points above and below the lines together."""
_WIDEST_COLUMN: Final = 250
_WORDS: Final = re.compile(r"\n|[^\S\n]+|[^\s]+")


def room(width: float, *, size: int = SIZE, bold: bool = False) -> float:
    """How many sizes of the font fit into a line of a column that is so many characters wide."""
    pixels_per_size = size * 96 / 72
    return width * _PIXELS_PER_CHARACTER / pixels_per_size * _USED / (_BOLD if bold else 1)


def needed_width(text: str, *, size: int = SIZE, bold: bool = False) -> int:
    """How many characters wide a column must be for the longest line of a text."""
    widest = max(_width(line) for line in text.split("\n"))
    return ceil(widest / room(1, size=size, bold=bold))


@lru_cache(maxsize=2000)  # texts of cells come again, and each is asked for its height and its parts
def lines(text: str, line_room: float) -> tuple[str, ...]:
    """The text as a cell wraps it; put together, the lines are the text itself."""
    return tuple(_wrapped(text, line_room))


def height(count: int, *, size: int = SIZE) -> float:
    """The height of a row with so many lines, in points."""
    return round(max(count, 1) * size * _LINE + _PADDING, 2)


def most_lines(*, size: int = SIZE) -> int:
    """How many lines a row can show."""
    return int((HIGHEST - _PADDING) / (size * _LINE))


def pieces(text: str, line_room: float) -> list[str]:
    """The text in parts, each of which a row can show; nearly always it is one."""
    wrapped = lines(text, line_room)
    if len(wrapped) <= most_lines():
        return [text]
    most = most_lines() - 1  # a part that ends with a line break shows an empty line below it
    return ["".join(wrapped[start : start + most]) for start in range(0, len(wrapped), most)]


def narrowest(texts: Iterable[str], *, least: int) -> int:
    """How wide a column must be at least so that a row can show each text whole; never more than columns can be."""
    width, most, all_texts = least, most_lines(), tuple(texts)
    while width < _WIDEST_COLUMN and any(len(lines(text, room(width))) > most for text in all_texts):
        width = min(width + 10, _WIDEST_COLUMN)
    return width


def _wrapped(text: str, line_room: float) -> Iterator[str]:
    line, used = "", 0.0
    for word in _WORDS.findall(text):
        if word == "\n":
            yield line + word
            line, used = "", 0.0
            continue
        wide = _width(word)
        if used + wide > line_room and line and not word.isspace():
            yield line
            line, used = "", 0.0
        while wide > line_room and not word.isspace():
            fits = _fitting(word, line_room)
            yield word[:fits]
            word = word[fits:]  # noqa: PLW2901  # what is left of a word longer than a line
            wide = _width(word)
        line, used = line + word, used + wide
    yield line


def _fitting(word: str, line_room: float) -> int:
    """How many characters of a word fit into a line: one at least."""
    used = 0.0
    for count, char in enumerate(word):
        used += _EMS.get(char, _WIDEST)
        if used > line_room:
            return max(count, 1)
    return len(word)


@lru_cache(maxsize=20_000)  # words come again and again
def _width(word: str) -> float:
    return sum(_EMS.get(char, _WIDEST) for char in word)
