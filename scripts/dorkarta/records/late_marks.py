"""Marks that are made when somebody asks for a place, which is seldom where nothing is wrong.

Only the lines of items are asked for in every build, since each row of a page leads to its line; these are kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from dorkarta.records.yaml_tree import Marks

Path = tuple[str | int, ...]

Lines = Mapping[Path, Sequence[int]]
"""By the path of a list: where each record in it begins; 0 for what is none."""

_KEY: Final = ("",)
"""The step to a key itself, under which nothing lies."""
_FIELDS: Final = frozenset(Marks.__slots__)


class Origin:
    """Where the marks of a file come from."""

    __slots__ = ("_lines", "_made", "_make")

    def __init__(self, lines: Lines, make: Callable[[], Marks]) -> None:
        self._lines = lines
        self._make = make
        self._made: Marks | None = None

    @property
    def marks(self) -> Marks:
        """All of them; made once."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def line(self, path: Path) -> int:
        """The line of an item, where it is known without the marks; else 0."""
        index = path[-1] if path else None
        known = self._lines.get(path[:-1], ()) if isinstance(index, int) else ()
        return known[index] if isinstance(index, int) and index < len(known) else 0


class LateMarks(Marks):
    """Marks whose fields are empty until one of them is asked for."""

    __slots__ = ("_origin", "_path", "_steps")

    def __init__(self, origin: Origin, path: Path = (), steps: tuple[tuple[Path, bool], ...] = ()) -> None:
        self._origin = origin
        self._path = path
        self._steps = steps
        """What `at` was asked, one after the other."""
        if line := origin.line(path):
            self.line = line

    def at(self, path: tuple[str | int, ...], *, key: bool = False) -> Marks:
        """The marks under a path, as late as these."""
        below = (*self._path, *path, *_KEY) if key else (*self._path, *path)
        return LateMarks(self._origin, below, (*self._steps, (path, key)))

    def line_at(self, path: Path) -> int:
        """The line of the value under a path; often it is known."""
        return self._origin.line((*self._path, *path)) or super().line_at(path)

    def __getattr__(self, name: str) -> Any:
        if name not in _FIELDS:
            raise AttributeError(name)
        marks = self._origin.marks
        for path, key in self._steps:
            marks = marks.at(path, key=key)
        for field in _FIELDS:
            setattr(self, field, getattr(marks, field))
        return getattr(marks, name)


def lines_of(marks: Marks) -> dict[Path, list[int]]:
    """The lines that are kept of marks."""
    return dict(_lines_of(marks, ()))


def _lines_of(marks: Marks, path: Path) -> Iterator[tuple[Path, list[int]]]:
    inside = marks.children
    lines = [each.line if each.keys else 0 for step, each in inside.items() if isinstance(step, int)]
    if any(lines):
        yield path, lines
    for step, each in inside.items():
        if each.children:
            yield from _lines_of(each, (*path, step))
