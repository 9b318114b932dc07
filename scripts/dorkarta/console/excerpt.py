"""A line of a file with its number, and under it the words that are meant."""

from collections.abc import Iterable
from typing import Final

from dorkarta.console.glyphs import columns, printed, width
from dorkarta.diagnostic import Diagnostic

WIDTH: Final = 110
"""Columns of a line that are shown; of a wider one the surroundings of what is meant."""
_BEFORE: Final = 40
"""Columns before what is meant, where the line is cut."""
MOST: Final = 500
"""Characters that are looked at; marks that take no column could stand there without end."""
_CUT: Final = "…"


def drawn(problem: Diagnostic) -> tuple[str, ...]:
    """The margin, the line and the carets; nothing where the file was not read.

      |
    9 |         form: танец
      |               ^^^^^
    """
    if problem.excerpt is None:
        return ()
    line, start, stop = problem.excerpt.line, problem.place.column - 1, problem.place.column - 1 + problem.excerpt.width
    first, last = _window(line, start, stop)
    text = f"{_CUT if first else ''}{printed(line[first:last])}{_CUT if last < len(line) else ''}"
    indent = " " * ((1 if first else 0) + columns(line[first:start]))
    carets = "^" * max(1, columns(line[start : min(stop, last)]))
    margin = " " * len(str(problem.place.line))
    return f"{margin} |", f"{problem.place.line} | {text}".rstrip(), f"{margin} | {indent}{carets}"


def _window(line: str, start: int, stop: int) -> tuple[int, int]:
    """From where to where the line is shown: all of it, or what fits around the words."""
    if len(line) <= WIDTH and columns(line) <= WIDTH:
        return 0, len(line)
    first = 0
    if stop > WIDTH or columns(line[:stop]) > WIDTH:
        first = start - _fitting(reversed(line[max(0, start - MOST) : start]), _BEFORE)
    room = WIDTH - columns(line[first:start])
    return first, start + _fitting(line[start : start + MOST], room)


def _fitting(text: Iterable[str], columns: int) -> int:
    """How many of the first characters fit."""
    count = 0
    for character in text:
        columns -= width(character)
        if columns < 0:
            break
        count += 1
    return count
