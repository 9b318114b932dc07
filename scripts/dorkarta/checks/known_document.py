"""Every reference to a document leads to one."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import activity_rows
from dorkarta.model.activity import Activity
from dorkarta.model.report import Report
from dorkarta.model.system import System
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.record import Record
from dorkarta.records.walk import Path
from dorkarta.text import perhaps

Referring = tuple[Record[Any], Path, str]
"""A record, the path of a field in it, the reference that stands there."""


def references(corpus: Corpus) -> Iterator[Referring]:
    """Every place of a record that refers to a document."""
    for roadmap in corpus.roadmaps.values():
        if roadmap.content.approved and roadmap.content.approved.document:
            yield roadmap, ("approved", "document"), roadmap.content.approved.document
    for row in activity_rows(corpus):
        for inside, reference in _in_activity(row.activity):
            yield row.record, (*row.path, *inside), reference
    for report in corpus.reports.values():
        yield from _in_report(report)
    for system in corpus.systems.values():
        yield from _in_system(system)
    for practice in corpus.practices.values():
        known = practice.territory in corpus.territories  # else nothing of it is found, which one message tells
        for index, reference in enumerate(practice.content.documents if known else ()):
            yield practice, ("documents", index), reference


def _in_report(report: Record[Report]) -> Iterator[Referring]:
    for row, entry in enumerate(report.content.entries):
        for index, evidence in enumerate(entry.evidence):
            yield report, ("entries", row, "evidence", index, "document"), evidence.document


def _in_system(system: Record[System]) -> Iterator[Referring]:
    for number, level in enumerate(system.content.levels):
        for index, norm in enumerate(level.norms):
            if norm.document:
                yield system, ("levels", number, "norms", index, "document"), norm.document


def _in_activity(activity: Activity) -> Iterator[tuple[Path, str]]:
    for index, reference in enumerate(activity.documents):
        yield ("documents", index), reference
    if activity.cancelled and activity.cancelled.document:
        yield ("cancelled", "document"), activity.cancelled.document
    for index, act in enumerate(activity.amended):
        if act.document:
            yield ("amended", index, "document"), act.document


def find(corpus: Corpus) -> Iterator[Finding]:
    """References that lead nowhere."""

    @cache  # a reference that is wrong stands in many rows
    def hint(territory: str, reference: str) -> str:
        near = perhaps(reference, _known(corpus, territory, reference))
        return near or "Опишите документ в documents.yaml территории."

    for record, path, reference in references(corpus):
        if corpus.find_document(record.territory, reference) is None:
            message = f"Документ «{reference}» не найден."
            yield Finding(place(record, *path), message, hint(record.territory, reference))


def _known(corpus: Corpus, territory: str, reference: str) -> list[str]:
    """What may have been meant: a document with its path, or one that is found from the territory upwards."""
    if "#" in reference:
        return [record.path for record in corpus.documents]
    above = lineage(territory)
    return [record.content.id for record in corpus.documents if record.territory in above]


RULE = Rule(
    code="E205",
    title="Каждая ссылка на документ ведёт к документу.",
    why="Документ записан один раз; подтверждения, нормы и мероприятия на него ссылаются.",
    example=Example(
        bad="""
            title: Назначение координатора
            date: 20 сентября 2024 года
            evidence:
              - {document: order-21}
        """,
        good="""
            title: Назначение координатора
            date: 20 сентября 2024 года
            evidence:
              - {document: order-12}
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
