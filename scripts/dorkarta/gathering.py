"""What bears one name, gathered under it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def gathered(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Under equal names, in the order in which they come."""
    found: defaultdict[K, list[V]] = defaultdict(list)
    for name, each in pairs:
        found[name].append(each)
    return {name: tuple(ones) for name, ones in found.items()}
