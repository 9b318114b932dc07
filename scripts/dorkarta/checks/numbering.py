"""The order of printed numbers: «1», «4.10.», «2а», «б)»; what may follow what, and where it does not."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from dorkarta.records.walk import Path

Part = tuple[int, int]
"""A figure and the place of the letter behind it in the alphabet; 0 where one of them is not there."""

Number = tuple[Part, ...]
"""A number from its first part to its last: «4.10» has two."""

Item = tuple[Path, str | None]
"""The path of something in a record, and its number as it is printed."""

_LETTERS: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
"""As lists are lettered, without ё, й, ъ, ы, ь."""
_LONGEST: Final = 20
_PART: Final = re.compile(rf"([0-9]{{1,6}})?([{_LETTERS}])?")
_FIRST: Final[frozenset[Part]] = frozenset({(0, 0), (1, 0), (1, 1), (0, 1)})
"""0, 1, «1а», «а»."""


def faults(items: Iterable[Item]) -> Iterator[tuple[Path, str]]:
    """Where the numbers of items break off, with the words for it; one for each break.

    Items are of one list while the paths of their lists are equal. A new list goes on or begins anew. Behind an
    item without a number, or with one that is none, any number may stand.

    Arguments:
        items: The items of lists whose numbers belong together, in their order.
    """
    here: Path | None = None
    held: tuple[Number, ...] = ()
    seen: set[Number] = set()
    for path, text in items:
        number = parsed(text or "")
        begins, here = path[:-1] != here, path[:-1]
        if number is None:
            held = ()
            continue
        if begins and number[-1] in _FIRST:
            held, seen = (), set()
        if not held or _follows_any(number, held):
            held = (number, max((number, *held)))
        else:
            awaited = expected(held[0], number)
            yield path, _told(held[0], number, awaited, known=number in seen)
            # The number may be right, or a misprint for the one that was awaited, or one too many.
            held = (number, awaited, held[0], max((number, *held)))
        seen.add(number)


@lru_cache(maxsize=4096)  # roadmaps are numbered alike
def parsed(text: str) -> Number | None:
    """A number as it is printed, in parts; nothing where it is none."""
    bare = text.strip(" №.)").casefold()
    matches = [_PART.fullmatch(part) for part in bare.split(".")] if 0 < len(bare) <= _LONGEST else []
    parts = tuple((int(match[1] or 0), _place(match[2])) for match in matches if match and match[0])
    return parts if parts and len(parts) == len(matches) else None


def printed(number: Number) -> str:
    """A number as documents print it, without a dot behind it."""
    return ".".join(
        f"{figure if figure or not letter else ''}{_LETTERS[letter - 1 : letter]}" for figure, letter in number
    )


@lru_cache(maxsize=16384)  # as above
def follows(number: Number, before: Number) -> bool:
    """Whether a number may stand right behind another: 4.10 behind 4.9, 4.2.1 behind 4.2, 5 or 5.1 behind 4.12."""
    depth = _common(number, before)
    if depth == len(number):
        return False
    steps = depth == len(before) and number[depth] in _FIRST
    bumps = depth < len(before) and number[depth] in _next(before[depth])
    return (steps or bumps) and all(part in _FIRST for part in number[depth + 1 :])


def expected(before: Number, number: Number) -> Number:
    """What should stand behind one number in place of another."""
    depth = _common(number, before)
    if depth == len(number):
        depth = len(before) - 1
    found = (*before[:depth], _next(before[depth])[0]) if depth < len(before) else (*before, (1, 0))
    while len(found) < len(number) and number[: len(found)] == found:
        found = (*found, (1, 0))
    return found


def _follows_any(number: Number, held: tuple[Number, ...]) -> bool:
    return number != held[0] and any(follows(number, each) for each in held)


def _told(before: Number, number: Number, awaited: Number, *, known: bool) -> str:
    if known:
        return f"Номер «{printed(number)}» здесь уже был; после «{printed(before)}» ожидался «{printed(awaited)}»."
    told = f"После номера «{printed(before)}» стоит «{printed(number)}»"
    *prefix, (figure, letter) = number
    last = (*prefix, (figure, letter - 1) if letter else (figure - 1, 0))
    if last == awaited:
        return f"{told}: пропущен номер «{printed(awaited)}»."
    if awaited < last and awaited[:-1] == last[:-1]:
        return f"{told}: пропущены номера «{printed(awaited)}» – «{printed(last)}»."
    return f"{told}, а ожидался «{printed(awaited)}»."


def _next(part: Part) -> tuple[Part, ...]:
    """What may stand behind a part of a number; first what is expected."""
    figure, letter = part
    lettered = (figure, letter + 1)
    if figure == 0 and letter:
        return (lettered,)
    return (figure + 1, 0), lettered


def _common(one: Number, other: Number) -> int:
    """How many parts two numbers share at their beginning."""
    same = (mine == their for mine, their in zip(one, other, strict=False))
    return next((index for index, equal in enumerate(same) if not equal), min(len(one), len(other)))


def _place(letter: str | None) -> int:
    return _LETTERS.index(letter) + 1 if letter else 0
