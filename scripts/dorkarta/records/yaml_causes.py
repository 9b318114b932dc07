"""What libyaml complains about, led back from where it was noticed to where an editor made it."""

import re
from typing import Final, NamedTuple

import yaml

from dorkarta.records.yaml_problems import (
    AFTER_BRACKET,
    AFTER_QUOTE,
    CONFLICT,
    OPENINGS,
    QUOTE_CLOSED_LATE,
    SHIFTED,
    STRANGE_SPACE,
    TAB,
)

_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})(?:[ \t]|$)", re.MULTILINE)
_STRANGE_SPACE: Final = re.compile(r" *(?P<space>[^\S \t\r\n])")
_FIELD: Final = re.compile(r"\s*(?:- +)?[a-z_]+")
_AT_THE_BEGINNING: Final = (*OPENINGS, "could not find expected ':'", "did not find expected alphabetic")
"""Problems that are noticed behind their cause: behind an opened quote or bracket, a name, an asterisk."""
_BEHIND_A_VALUE: Final = ("mapping values", "found character", "did not find expected key", "did not find expected '-'")


class Cause(NamedTuple):
    """A problem by its name in `yaml_problems`, and where it stands, from 0."""

    problem: str
    line: int
    column: int


def cause(error: yaml.MarkedYAMLError, text: str, last: yaml.Event | None) -> Cause:
    """The cause of a complaint about a text.

    Arguments:
        error: The complaint.
        text: The whole text.
        last: The scalar that was read last before it.
    """
    if conflict := _CONFLICT.search(text):
        return Cause(CONFLICT, text.count("\n", 0, conflict.start()), 0)
    problem = error.problem or ""
    mark = (problem.startswith(_AT_THE_BEGINNING) and error.context_mark) or error.problem_mark or error.context_mark
    if not mark:
        return Cause(problem, 0, 0)
    line = "".join(text.splitlines()[mark.line : mark.line + 1])
    if strange := _STRANGE_SPACE.match(line):
        return Cause(STRANGE_SPACE, mark.line, strange.start("space"))
    before = line[: mark.column].rstrip()
    if problem.startswith("mapping values") and _FIELD.fullmatch(before) and _began_above(last, mark.line):
        return Cause(SHIFTED, mark.line, len(line) - len(line.lstrip()))
    if problem.startswith(_BEHIND_A_VALUE):
        if line.startswith("\t", mark.column):
            return Cause(TAB, mark.line, mark.column)
        if before.endswith(('"', "'")):
            return _behind_quote(mark, last)
        if before.endswith(("]", "}")):
            return Cause(AFTER_BRACKET, mark.line, mark.column)
    return Cause(problem, mark.line, mark.column)


def _behind_quote(mark: yaml.Mark, last: yaml.Event | None) -> Cause:
    """Text behind a quotation; one of several lines was meant to end in its first."""
    if last and last.start_mark and _began_above(last, mark.line):
        return Cause(QUOTE_CLOSED_LATE, last.start_mark.line, last.start_mark.column)
    return Cause(AFTER_QUOTE, mark.line, mark.column)


def _began_above(last: yaml.Event | None, line: int) -> bool:
    """Whether the scalar before a problem goes on into its line from one above."""
    return bool(last and last.start_mark and last.end_mark and last.start_mark.line < line <= last.end_mark.line)
