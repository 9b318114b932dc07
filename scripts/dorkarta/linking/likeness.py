"""How alike two texts are, from 0 to 1, whatever the order and the endings of their words."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from dorkarta.linking.words import Word

_NEAR: Final = 80.0
"""So alike, of 100, are the letters of a word and of its misprint."""
_LONG: Final = 5
"""Letters of a word that may be misprinted; shorter ones are too easily taken for others."""
_LONGER: Final = 3
"""So many letters at most a misprint adds or leaves out."""


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How much a word tells: «наставников» stands in few titles, «организация» in half of them."""

    known: Mapping[str, float]
    most: float = 1.0
    """What a word that stands in none of them tells."""

    def of(self, word: Word) -> float:
        """The weight of a word, more than 0."""
        return self.known.get(word.stem, self.most)


def weights(titles: Collection[Iterable[Word]]) -> Weights:
    """Learn from all titles that there are which words are rare."""
    counts = Counter(stem for title in titles for stem in {word.stem for word in title})
    known = {stem: math.log(1 + len(titles) / count) for stem, count in counts.items()}
    return Weights(known=known, most=math.log(1 + len(titles)) or 1.0)


def likeness(one: Collection[Word], other: Collection[Word], weights: Weights) -> float:
    """Of all words of both, the share that the other has too; the same with the two exchanged."""
    total = sum(map(weights.of, (*one, *other)))
    return (_met(one, other, weights) + _met(other, one, weights)) / total if total else 0.0


def coverage(one: Collection[Word], other: Collection[Word], weights: Weights) -> float:
    """Of the words of the first, the share that stands in the second, which may hold many more."""
    total = sum(map(weights.of, one))
    return _met(one, other, weights) / total if total else 0.0


def common(one: Iterable[Word], other: Iterable[Word], weights: Weights) -> tuple[Word, ...]:
    """The words of the first that the second has too, what tells most first."""
    stems = {word.stem for word in other}
    met = (word for word in one if _nearness(word.stem, stems))
    return tuple(sorted(met, key=weights.of, reverse=True))


def _met(one: Iterable[Word], other: Iterable[Word], weights: Weights) -> float:
    stems = {word.stem for word in other}
    return sum(weights.of(word) * _nearness(word.stem, stems) for word in one)


def _nearness(stem: str, others: Collection[str]) -> float:
    """How surely a word is one of others: 1 for the same one, less for what may be a misprint of it."""
    if stem in others:
        return 1.0
    if len(stem) < _LONG:
        return 0.0
    return max((_misprint(stem, other) for other in others if abs(len(stem) - len(other)) <= _LONGER), default=0.0)


@lru_cache(maxsize=1_000_000)
def _misprint(one: str, other: str) -> float:
    """How alike two words are, if one may be a misprint of the other."""
    return fuzz.ratio(one, other, score_cutoff=_NEAR) / 100 if len(other) >= _LONG else 0.0
