"""Diagnostics led to the very words that they mean, each with the line where these stand."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import yaml

from dorkarta.diagnostic import Diagnostic, Excerpt, Place
from dorkarta.records.files import read_text
from dorkarta.records.yaml_tree import MAX_CHARACTERS, MAX_DEPTH, marks_of

_LINE_END: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line for YAML, which counts the lines of records."""

_ABOUT_NAMES: Final = frozenset({"E008"})
"""Codes of files whose name or place is wrong; no line of theirs has to do with it."""

_Spot = tuple[int, int]
"""A line and a column, from 1."""


def pinpointed(problems: Iterable[Diagnostic], project: Path) -> tuple[Diagnostic, ...]:
    """The problems of a project's files with their lines, sorted by place.

    Where a file cannot be read, the problem stays as it is.
    """
    listed = list(problems)
    sources = {file: _source(project, file) for file in {problem.place.file for problem in listed}}
    led = (_led(problem, sources[problem.place.file]) for problem in listed)
    return tuple(sorted(led, key=lambda problem: problem.order))


def _led(problem: Diagnostic, source: "Source | None") -> Diagnostic:
    return problem if source is None or problem.code in _ABOUT_NAMES else source.pinpoint(problem)


def _source(project: Path, file: str) -> "Source | None":
    text = read_text(project / file, file)
    return Source(text) if isinstance(text, str) and text else None


class Source:
    """The text of a file by lines, and where the values in it end."""

    def __init__(self, text: str) -> None:
        self._text = text
        breaks = list(_LINE_END.finditer(text))
        self._starts = [0, *(each.end() for each in breaks)]
        self._ends = [*(each.start() for each in breaks), len(text)]
        self._lines: dict[int, str] = {}
        self._scalars, self._wholes = _extents(text)

    def pinpoint(self, problem: Diagnostic) -> Diagnostic:
        """The problem at the words that it means, with their line."""
        spot = problem.place.line, problem.place.column
        if not 1 <= spot[0] <= len(self._starts):
            return problem
        start = self._offset(spot)
        value_end = self._wholes.get(spot) or self._scalars.get(spot)
        behind = self._offset(value_end) if value_end else len(self._text)  # prose goes on to the end
        if problem.focus and (found := _find(problem.focus, self._text, start, behind)):
            start, stop = found
        elif scalar_end := self._scalars.get(spot):
            stop = self._offset(scalar_end)
        else:
            stop = behind if spot in self._wholes else start + 1
        line, column = self._spot(start)
        meant = self._text[start : min(stop, self._ends[line - 1])].rstrip()
        return replace(
            problem,
            place=Place(file=problem.place.file, line=line, column=column),
            excerpt=Excerpt(line=self._line(line), width=len(meant) or 1),
        )

    def _line(self, number: int) -> str:
        """A line; thousands of problems in a long one share it."""
        if number not in self._lines:
            self._lines[number] = self._text[self._starts[number - 1] : self._ends[number - 1]]
        return self._lines[number]

    def _offset(self, spot: _Spot) -> int:
        line, column = min(spot[0], len(self._starts)), spot[1]
        return min(self._starts[line - 1] + column - 1, self._ends[line - 1])

    def _spot(self, offset: int) -> _Spot:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _find(words: str, text: str, start: int, behind: int) -> tuple[int, int] | None:
    """Where words stand in the source of a value: as they are, else broken into lines or with doubled quotes."""
    at = text.find(words, start, behind)
    if at >= 0:
        return at, at + len(words)
    letters = r"\s+".join(map(_escaped, words.split())) if words.split() else None
    match = re.compile(letters).search(text, start, behind) if letters else None
    return match.span() if match else None


def _escaped(word: str) -> str:
    return re.escape(word).replace("'", "''?").replace('"', '\\\\?"')


def _extents(text: str) -> tuple[Mapping[_Spot, _Spot], Mapping[_Spot, _Spot]]:
    """Where the scalars and the lists and mappings end, by their beginnings, as far as the text is YAML.

    A record is one document: what stands behind the fields of a practice is prose.
    """
    scalars: dict[_Spot, _Spot] = {}
    wholes: dict[_Spot, _Spot] = {}
    opened: list[_Spot] = []
    documents = 0
    if len(text) > MAX_CHARACTERS:
        return scalars, wholes
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                break
            marks = marks_of(event)
            start, end = (marks.line, marks.column), (marks.end_line, marks.end_column)
            if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                scalars.setdefault(start, end)
            elif isinstance(event, yaml.CollectionStartEvent):
                opened.append(start)
                if len(opened) > MAX_DEPTH:
                    break
            elif isinstance(event, yaml.CollectionEndEvent):
                wholes[opened.pop()] = end
    except yaml.YAMLError:
        pass  # what stands before the fault is known
    return scalars, wholes
