"""The YAML of a file: its values, and where each of them is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dorkarta.fixing.scalar import Scalar
from dorkarta.records.walk import Path
from dorkarta.records.yaml_tree import Marks, Tree, Value, read_tree

_LINE_END: Final = re.compile("[\n\x85\u2028\u2029]")
"""What ends a line for YAML, where every CR is gone."""

Changes = Mapping[Path, Scalar]
"""By path: what is to be written there, and said."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A text of YAML that can be read."""

    text: str

    @cached_property
    def tree(self) -> Tree:
        """What it says."""
        return read_tree(self.text, "")

    def scalar(self, path: Path, value: str) -> Scalar:
        """A text that stands under a path."""
        start, end = self._extent(path)
        return Scalar(source=self.text[start:end], value=value)

    def end_of(self, path: Path) -> int:
        """Where in the text the value under a path ends."""
        return self._extent(path)[1]

    def changed(self, changes: Changes) -> "tuple[Source, set[Path]]":
        """With changed scalars, as far as it is proven that it then says exactly what they mean; and their paths."""
        if not changes:
            return self, set()
        after = self._replaced(changes)
        if after.says(self._meant(changes)):
            return after, set(changes)
        if len(changes) == 1:
            return self, set()
        half = len(changes) // 2
        listed = list(changes.items())
        before, done = self.changed(dict(listed[:half]))
        after, others = before.changed(dict(listed[half:]))
        return after, done | others

    def says(self, value: Value | None) -> bool:
        """Whether it says a value."""
        return self.tree.value is not None and self.tree.value == value

    def _replaced(self, changes: Changes) -> "Source":
        text = self.text
        extents = sorted(((*self._extent(path), scalar.source) for path, scalar in changes.items()), reverse=True)
        for start, end, source in extents:
            text = text[:start] + source + text[end:]
        return Source(text=text)

    def _meant(self, changes: Changes) -> Value | None:
        return _with(self.tree.value, {path: scalar.value for path, scalar in changes.items()}, ())

    def _extent(self, path: Path) -> tuple[int, int]:
        marks = _marks_at(self.tree.marks, path)
        return self._offset(marks.line, marks.column), self._offset(marks.end_line, marks.end_column)

    def _offset(self, line: int, column: int) -> int:
        return min(self._starts[min(line, len(self._starts)) - 1] + column - 1, len(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]


def _marks_at(marks: Marks, path: Path) -> Marks:
    for step in path:
        marks = marks.children[step]
    return marks


def _with(value: Value | None, changes: Mapping[Path, str], path: Path) -> Value | None:
    """A value with other texts under some paths."""
    if isinstance(value, str):
        return changes.get(path, value)
    if isinstance(value, dict):
        return {key: _with(each, changes, (*path, key)) for key, each in value.items()}
    if isinstance(value, list):
        return [_with(each, changes, (*path, index)) for index, each in enumerate(value)]
    return value


def texts_in(value: Value | None, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every scalar with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts_in(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from texts_in(each, (*path, index))
