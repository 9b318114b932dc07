"""How wide texts are in the face of printed documents."""

from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from math import ceil
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

FONTS: Final = Path(str(files("fontpkg_pt_serif"))) / "files"
"""PT Serif, as its package brings it."""
_REGULAR: Final = "PT_Serif-Web-Regular.ttf"
_BOLD: Final = "PT_Serif-Web-Bold.ttf"
_POINT: Final = 25.4 / 72
_UNKNOWN: Final = 0.62
"""The width of a letter that the face lacks, in parts of the size: those that stand in for it are about so wide."""
_REMEMBERED: Final = 50_000
"""Words whose widths are kept: the documents of a country use not many more."""


class Letters:
    """Measures texts in PT Serif of some size."""

    def __init__(self, size: float, *, bold: bool = False) -> None:
        """Choose the size, in points."""
        self._scale = size * _POINT
        self._width = _widths_of_words(_BOLD if bold else _REGULAR)
        self._space = self._width(" ")

    def width(self, line: str) -> float:
        """Millimetres of a text on one line."""
        words = line.split(" ")
        return (sum(map(self._width, words)) + self._space * (len(words) - 1)) * self._scale

    def widest(self, line: str) -> float:
        """Millimetres of the longest of the words of a line."""
        return max(map(self._width, line.split(" "))) * self._scale

    def height(self, text: str, room: float) -> int:
        """How many lines a text takes in so many millimetres if only words are broken that are wider than that."""
        return sum(self._lines(line.split(" "), room / self._scale) for line in text.split("\n"))

    def _lines(self, words: list[str], room: float) -> int:
        count, taken = 1, -self._space
        for width in map(self._width, words):
            taken += self._space + width
            if taken > room and taken > width:
                count += 1
                taken = width
            if taken > room:
                count += ceil(taken / room) - 1
                taken %= room
        return count


@cache
def _widths_of_words(file: str) -> Callable[[str], float]:
    """Tells how wide a word is, in parts of the size of a face of PT Serif."""
    with TTFont(FONTS / file, lazy=True) as font:
        units, metrics = font["head"].unitsPerEm, font["hmtx"]
        glyphs = font.getBestCmap()
        advances: dict[str, float] = {chr(code): metrics[name][0] / units for code, name in glyphs.items()}

    def width(word: str) -> float:
        return sum([advances.get(letter, _UNKNOWN) for letter in word])

    return lru_cache(_REMEMBERED)(width)
