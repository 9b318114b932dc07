"""Everybody who answers for something is in the registry of bodies."""

from collections.abc import Iterator
from typing import Any

from dorkarta.checks import person_named
from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.system import System
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.walk import Path, activities
from dorkarta.text import perhaps

Named = tuple[Record[Any], Path, str]
"""A record, the path of a field in it, the name of a body that stands there."""


def named_bodies(corpus: Corpus) -> Iterator[Named]:
    """Every place of a record where a body is named."""
    for roadmap in corpus.roadmaps.values():
        yield from _in_roadmap(roadmap)
    for report in corpus.reports.values():
        yield from _in_report(report)
    for system in corpus.systems.values():
        yield from _in_system(system)
    for document in corpus.documents:
        if document.content.issuer:
            yield document, ("issuer",), document.content.issuer


def _in_roadmap(roadmap: Record[Roadmap]) -> Iterator[Named]:
    if roadmap.content.approved and roadmap.content.approved.by:
        yield roadmap, ("approved", "by"), roadmap.content.approved.by
    for path, _, chain in activities(roadmap.content):
        for index, responsible in enumerate(chain[-1].responsible):
            yield roadmap, (*path, "responsible", index), responsible.body


def _in_report(report: Record[Report]) -> Iterator[Named]:
    for row, entry in enumerate(report.content.entries):
        for index, responsible in enumerate(entry.responsible):
            yield report, ("entries", row, "responsible", index), responsible.body


def _in_system(system: Record[System]) -> Iterator[Named]:
    for number, level in enumerate(system.content.levels):
        for row, subject in enumerate(level.subjects):
            for index, name in enumerate(subject.bodies):
                yield system, ("levels", number, "subjects", row, "bodies", index), name


def find(corpus: Corpus) -> Iterator[Finding]:
    """Names that no body of the territory, its region or the country bears."""
    for record, path, name in named_bodies(corpus):
        if corpus.find_body(record.territory, name) is None and not person_named.looks_like_person(name):
            hint = perhaps(name, corpus.body_names_in(record.territory))
            yield (
                place(record, *path),
                f"Ответственный «{name}» не найден в списках организаций и ролей.",
                hint or "Добавьте его в bodies.yaml территории или исправьте имя.",
            )


RULE = Rule(
    code="E201",
    title="Каждый ответственный есть в списке организаций и ролей.",
    why="Страница ответственного собирает всё, за что он отвечает; имя с опечаткой туда не попало бы.",
    find=find,
)
