"""Somebody has read a record through within the last year."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from dorkarta.checks.facts import facts_of
from dorkarta.checks.rule import DatedRule, Example, Finding, place
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record

_FAR: Final = 10
"""Years. A site may be built as of an earlier day, but a review of 2062 is a slip that would silence the rule."""


def find(corpus: Corpus, as_of: datetime.date) -> Iterator[Finding]:
    """Roadmaps, reports, systems and practices that nobody compared with their document for a year."""
    hint = f"Сверьте запись с документом и впишите reviewed: {as_of}."
    for record, reviewed in _reviewable(corpus):
        if reviewed is None:
            yield Finding(place(record, "title"), "Не сказано, когда запись сверяли с документом.", hint)
        elif reviewed.year > as_of.year + _FAR:
            told = f"Запись сверена с документом {reviewed:%d.%m.%Y}, а этот день ещё не наступил."
            yield Finding(place(record, "reviewed"), told, "Проверьте дату.")
        elif _is_old(reviewed, as_of):
            told = f"Запись сверяли с документом больше года назад, {reviewed:%d.%m.%Y}."
            yield Finding(place(record, "reviewed"), told, hint)


def _reviewable(corpus: Corpus) -> Iterator[tuple[Record[Any], datetime.date | None]]:
    """Records, each with the day of its last review."""
    facts = facts_of(corpus)
    for path, roadmap in facts.roadmaps.items():
        yield corpus.roadmaps[path], _day(roadmap.reviewed)
    for path, report in facts.reports.items():
        yield corpus.reports[path], _day(report.reviewed)
    for system in corpus.systems.values():
        yield system, system.content.reviewed
    for practice in corpus.practices.values():
        yield practice, practice.content.reviewed


def _day(day: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(day) if day else None


def _is_old(reviewed: datetime.date, as_of: datetime.date) -> bool:
    """Whether the same day of the next year is over."""
    return (reviewed.year + 1, reviewed.month, reviewed.day) < (as_of.year, as_of.month, as_of.day)


RULE = DatedRule(
    code="W430",
    title="Запись сверяли с документом не больше года назад.",
    why="Документы меняют и отменяют; о записи, которую давно не перечитывали, никто не знает, верна ли она.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            source: {title: Дорожная карта школ Верхнереченска}
            reviewed: 2023-05-31
        """,
        good="""
            source: {title: Дорожная карта школ Верхнереченска}
            reviewed: 2024-05-20
        """,
    ),
    find=find,
)
