"""What is wrong with a record, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a diagnostic stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Place:
    """A place in a file of records; lines and columns count from 1."""

    file: str
    """Relative to the project, with `/` between folders."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """The line of a file in which a place lies."""

    line: str
    width: int
    """How many characters from the place on are meant; at least one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagnostic:
    """One problem; codes are stable, messages are for people."""

    code: str
    place: Place
    message: str
    hint: str | None = None
    focus: str | None = None
    """Words at or behind the place that are meant; the caret stands under them."""
    severity: Severity = Severity.ERROR
    excerpt: Excerpt | None = None
    """Where the file was looked into; then the place is that of the words that are meant."""
    old: bool = False
    """Whether it is old debt, which does not count."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """By file, line and column, then by code: the same order on every machine."""
        place = self.place
        return place.file, place.line, place.column, self.code, self.message


def stopping(problems: Iterable[Diagnostic]) -> bool:
    """Whether something among the problems is an error; with warnings only, the work goes on."""
    return any(problem.severity is Severity.ERROR for problem in problems)
