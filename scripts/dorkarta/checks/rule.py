"""What a rule is: a demand on the records with the words that explain it, and a way to find breaches."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from textwrap import dedent
from typing import Any, NamedTuple

from dorkarta.diagnostic import Diagnostic, Place, Severity
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.yaml_tree import Marks


class Finding(NamedTuple):
    """One breach of a rule."""

    place: Place
    message: str
    hint: str | None = None
    focus: str | None = None
    """The words of the field that are meant, where the place is that of the whole field."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """Some lines of a record, wrong and mended; both stand in a golden case of the rule, which a test demands.

    However deep they are indented where they are written, the shallowest line begins at the margin.
    """

    bad: str
    good: str

    def __post_init__(self) -> None:
        for side in ("bad", "good"):
            object.__setattr__(self, side, dedent(getattr(self, side)).strip("\n"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Requirement:
    """What is asked of the records, told to an editor."""

    code: str
    title: str
    """The demand in one sentence."""
    why: str
    example: Example
    severity: Severity = Severity.ERROR
    """A warning stops nothing; the code of its rule begins with W."""
    fixable: bool = False
    """Whether `dorkarta fix` mends it."""

    def told(self, finding: Finding) -> Diagnostic:
        """A breach as a diagnostic."""
        return Diagnostic(
            code=self.code,
            place=finding.place,
            message=finding.message,
            hint=finding.hint,
            focus=finding.focus,
            severity=self.severity,
        )


class Reach(Enum):
    """From what follows what a rule finds in a roadmap or a report."""

    FILE = "file"
    """From that file, the vocabularies of its territory and of all above, and the documents that it cites."""
    NAMED = "named"
    """From a report also with the roadmaps whose activities its entries name."""
    ALL = "all"
    """From any files. It asks `facts` of roadmaps and reports, so as to need none of them whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule(Requirement):
    """A demand that the records themselves show to be met or not."""

    find: Callable[[Corpus], Iterator[Finding]]
    reach: Reach = Reach.ALL
    """What does not reach all files finds nothing elsewhere that follows from a roadmap or a report."""

    def check(self, corpus: Corpus) -> Iterator[Diagnostic]:
        """Every breach of the rule."""
        return map(self.told, self.find(corpus))


@dataclass(frozen=True, kw_only=True, slots=True)
class DatedRule(Requirement):
    """A demand whose breach depends on the day."""

    find: Callable[[Corpus, datetime.date], Iterator[Finding]]

    def check(self, corpus: Corpus, as_of: datetime.date) -> Iterator[Diagnostic]:
        """Every breach of the rule on that day."""
        return map(self.told, self.find(corpus, as_of))


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeRule(Requirement):
    """A demand on what was changed since an earlier revision."""

    find: Callable[[Corpus, Corpus], Iterator[Finding]]
    """The records now, and at the base revision."""

    def check(self, corpus: Corpus, base: Corpus) -> Iterator[Diagnostic]:
        """Every breach of the rule."""
        return map(self.told, self.find(corpus, base))


def place(record: Record[Any], *path: str | int, key: bool = False) -> Place:
    """Where a field of a record stands."""
    return at(record.file, record.marks.at(path, key=key))


def at(file: str, marks: Marks) -> Place:
    """The place of marks in a file."""
    return Place(file=file, line=marks.line, column=marks.column)
