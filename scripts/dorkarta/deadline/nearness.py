"""Misspelt words: which known word is meant by «маарт»."""

from __future__ import annotations

from functools import lru_cache

from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import ABBREVIATIONS, TIMELY_ROLES, WORDS, Role

_SHORT = 4
# Of words that are equally near the first one is taken: months are the most likely.
_FORMS = tuple(
    word
    for word, meaning in sorted(WORDS.items(), key=lambda item: item[1].role is not Role.MONTH)
    if meaning.role in TIMELY_ROLES and len(word) >= _SHORT and word not in ABBREVIATIONS
)
_MONTHS = tuple(word for word in _FORMS if WORDS[word].role is Role.MONTH)


def _distance(one: str, other: str, limit: int) -> int:
    """Count the letters to change, add, drop or swap; more than the limit is not counted on."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    older: list[int] = []
    previous = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, another in enumerate(other, start=1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        older, previous = previous, row
    return previous[-1]


def _nearest(word: str, forms: tuple[str, ...]) -> str | None:
    low = plain(word)
    if not _SHORT <= len(low) <= 20:
        return None
    limit = 1 if len(low) < 7 else 2
    best, found = limit + 1, None
    for form in forms:
        distance = _distance(low, form, best - 1)
        if distance < best:
            best, found = distance, form
            if best == 1:
                break
    return found


@lru_cache(maxsize=1024)
def nearest(word: str) -> str | None:
    """Give the known word that a misspelt one stands for; None when none is near.

    Arguments:
        word: A word that the vocabulary does not know.
    """
    return _nearest(word, _FORMS)


@lru_cache(maxsize=4096)
def misspelt_month(word: str) -> bool:
    """Tell whether a word is a month with a slip: «до маарта».

    Arguments:
        word: A word that the vocabulary does not know.
    """
    return _nearest(word, _MONTHS) is not None
