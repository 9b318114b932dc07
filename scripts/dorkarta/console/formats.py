"""Problems for machines: JSON, annotations of GitHub, the code quality report of GitLab."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import orjson

from dorkarta.console.glyphs import sound
from dorkarta.diagnostic import Diagnostic, Severity

VERSION: Final = 1
"""Of the JSON; it grows when a field changes its meaning or goes."""

LONGEST_SOURCE: Final = 1000
"""Characters of a line that the JSON quotes; nobody reads a longer one there."""

_GITLAB_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def as_json(problems: Iterable[Diagnostic]) -> str:
    """All that is known of every problem; lines and columns count from 1."""
    return _dumped({"version": VERSION, "problems": [_fields(problem) for problem in problems]})


def _fields(problem: Diagnostic) -> dict[str, Any]:
    excerpt = problem.excerpt
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": sound(problem.message),
        "hint": sound(problem.hint) if problem.hint else None,
        "file": _file(problem),
        "line": problem.place.line,
        "column": problem.place.column,
        "end_column": problem.place.column + excerpt.width if excerpt else None,
        "source": excerpt.line if excerpt and len(excerpt.line) <= LONGEST_SOURCE else None,
        "old": problem.old,
    }


def as_github(problems: Iterable[Diagnostic]) -> str:
    """Commands of a workflow, a line each, which GitHub shows beside the changed lines."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Diagnostic) -> str:
    properties = {
        "file": _file(problem),
        "line": problem.place.line,
        "col": problem.place.column,
        **({"endColumn": problem.place.column + problem.excerpt.width} if problem.excerpt else {}),
        "title": problem.code,
    }
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity.value} {told}::{_data(_words(problem))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Iterable[Diagnostic]) -> str:
    """A code quality report; a problem keeps its fingerprint when lines above it come or go."""
    seen: Counter[tuple[str, str, str]] = Counter()
    issues = []
    for problem in problems:
        key = _file(problem), problem.code, sound(problem.message)
        seen[key] += 1
        issues.append(
            {
                "description": _words(problem),
                "check_name": problem.code,
                "fingerprint": hashlib.sha256("\0".join([*key, str(seen[key])]).encode()).hexdigest(),
                "severity": _GITLAB_SEVERITIES[problem.severity],
                "location": {"path": _file(problem), "lines": {"begin": problem.place.line}},
            }
        )
    return _dumped(issues)


def _words(problem: Diagnostic) -> str:
    return sound(f"{problem.message}\nКак исправить: {problem.hint}" if problem.hint else problem.message)


def _file(problem: Diagnostic) -> str:
    return sound(problem.place.file)


def _dumped(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode() + "\n"


FORMATS: Final[Mapping[str, Callable[[Iterable[Diagnostic]], str]]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
"""By the name that `--format` takes."""
TEXT: Final = "text"
"""The format for people."""
