"""Texts in a line of a change: short ones whole, of long ones only what changed, with some words around it."""

import difflib
import re
from collections.abc import Iterator
from typing import Final

from dorkarta.text import fold, shortened

SHORT: Final = 90
"""A text of so many characters is shown whole."""
_AROUND: Final = 3
"""Words shown before and after what changed."""
_PLACES: Final = 3
_LONGEST: Final = 240

_INNER: Final = str.maketrans("«»", "„“")
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAYS: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?")


def quoted(text: str, most: int = SHORT) -> str:
    """The text in «quotes», with „other ones“ inside; a long one is cut."""
    return f"«{shortened(plain(text), most).translate(_INNER)}»"


def plain(text: str) -> str:
    """One line without signs that nobody sees; days and periods of the record as people write them."""
    line = " ".join(text.split())
    if not line.isprintable():
        line = "".join(sign for sign in line if sign.isprintable())
    if not _DAYS.fullmatch(line):
        return line
    return _DAY.sub(r"\3.\2.\1", line).replace("/", " – ")


def change_of(before: str, after: str) -> str:
    """«ноябрь 2020» → «декабрь 2020»; of long texts the places that differ."""
    was, now = plain(before), plain(after)
    if len(was) <= SHORT and len(now) <= SHORT:
        return f"{quoted(was)} → {quoted(now)}"
    places = list(_places(was.split(" "), now.split(" ")))
    told = "; ".join(f"{quoted(one, _LONGEST)} → {quoted(other, _LONGEST)}" for one, other in places[:_PLACES])
    rest = len(places) - _PLACES
    return f"{told}; и ещё мест: {rest}" if rest > 0 else told


def only_looks(before: str, after: str) -> bool:
    """Whether two texts say the same in other quotes, dashes, spaces, letters ё or a stop at the end."""
    return fold(before).rstrip(" .,;:") == fold(after).rstrip(" .,;:")


def _places(was: list[str], now: list[str]) -> Iterator[tuple[str, str]]:
    """The places that differ, each before and after; those that lie near are one place."""
    matcher = difflib.SequenceMatcher(None, was, now, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        (_, first, _, begin, _), (_, _, last, _, end) = group[0], group[-1]
        yield _window(was, first, last), _window(now, begin, end)


def _window(words: list[str], first: int, last: int) -> str:
    text = " ".join(words[first:last])
    return ("… " if first else "") + text + (" …" if last < len(words) else "")
