"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dorkarta.diagnostic import Diagnostic, Place, Severity
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.yaml_tree import Marks

Finding = tuple[Place, str, str | None]
"""A place, a message, a hint."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One demand on the records, with the words that explain it to an editor."""

    code: str
    title: str
    """The demand in one sentence."""
    why: str
    find: Callable[[Corpus], Iterator[Finding]]
    severity: Severity = Severity.ERROR
    """A warning stops nothing; the code of its rule begins with W."""

    def check(self, corpus: Corpus) -> Iterator[Diagnostic]:
        """Every breach of the rule."""
        for place, message, hint in self.find(corpus):
            yield Diagnostic(code=self.code, place=place, message=message, hint=hint, severity=self.severity)


def place(record: Record[Any], *path: str | int, key: bool = False) -> Place:
    """Where a field of a record stands."""
    return at(record.file, record.marks.at(path, key=key))


def at(file: str, marks: Marks) -> Place:
    """The place of marks in a file."""
    return Place(file=file, line=marks.line, column=marks.column)
