"""What belongs to a name, found when somebody asks for the name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class Lookup(Mapping[str, tuple[V, ...]]):
    """A mapping that finds what belongs to a name when it is looked up; a name that nothing belongs to is not in it."""

    def __init__(self, names: Callable[[], Iterable[str]], find: Callable[[str], tuple[V, ...]]) -> None:
        """Set up.

        Arguments:
            names: Every name that something may belong to, in the order of the mapping.
            find: What belongs to a name; nothing to one that nobody knows.
        """
        self._names = names
        self._find = find
        self._found: dict[str, tuple[V, ...]] = {}

    def __getitem__(self, name: str) -> tuple[V, ...]:
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._find(name)
        if not found:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names() if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
