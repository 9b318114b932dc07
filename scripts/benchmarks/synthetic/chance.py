"""Chance that can be repeated."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance(Random):
    """The dice for one thing, seeded by its name: they fall the same way whatever else there is.

    All is made of `random()`, the only method whose numbers every Python promises to repeat; and the quickest one.
    """

    def one(self, things: Sequence[T]) -> T:
        """One of some things."""
        return things[int(self.random() * len(things))]

    def below(self, limit: int) -> int:
        """A number from 0, less than the limit."""
        return int(self.random() * limit)

    def between(self, least: int, most: int) -> int:
        """A number from the least to the most."""
        return least + self.below(most - least + 1)

    def happens(self, share: float) -> bool:
        """Whether something is so that is so in a share of all cases."""
        return self.random() < share
