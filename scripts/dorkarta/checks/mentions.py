"""Every place of the records where a body or a post is named; several rules look at them."""

from collections.abc import Iterator
from typing import Any

from dorkarta.checks.shared import activity_rows
from dorkarta.model.activity import Activity
from dorkarta.model.body import Body
from dorkarta.model.report import Report
from dorkarta.model.responsible import Responsible
from dorkarta.model.system import System
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.walk import Path

Named = tuple[Record[Any], Path, str]
"""A record, the path of a field in it, the name of a body that stands there."""


def named_bodies(corpus: Corpus) -> Iterator[Named]:
    """Every place of a record where a body is named."""
    yield from _in_roadmaps(corpus)
    for report in corpus.reports.values():
        yield from _in_report(report)
    for system in corpus.systems.values():
        yield from _in_system(system)
    for document in corpus.documents:
        if document.content.issuer:
            yield document, ("issuer",), document.content.issuer
    for practice in corpus.practices.values():
        if practice.content.contact and practice.territory in corpus.territories:
            yield practice, ("contact",), practice.content.contact


def _in_roadmaps(corpus: Corpus) -> Iterator[Named]:
    for roadmap in corpus.roadmaps.values():
        if roadmap.content.approved and roadmap.content.approved.by:
            yield roadmap, ("approved", "by"), roadmap.content.approved.by
    for row in activity_rows(corpus):
        for index, responsible in enumerate(row.activity.responsible):
            yield row.record, (*row.path, "responsible", index, "body"), responsible.body


def _in_report(report: Record[Report]) -> Iterator[Named]:
    for row, entry in enumerate(report.content.entries):
        for index, responsible in enumerate(entry.responsible):
            yield report, ("entries", row, "responsible", index, "body"), responsible.body


def _in_system(system: Record[System]) -> Iterator[Named]:
    for number, level in enumerate(system.content.levels):
        for row, subject in enumerate(level.subjects):
            for index, name in enumerate(subject.bodies):
                yield system, ("levels", number, "subjects", row, "bodies", index), name


def named_posts(corpus: Corpus) -> Iterator[Named]:
    """Every place where a post, or words about who decided or answers, stand freely."""
    for roadmap in corpus.roadmaps.values():
        if roadmap.content.approved and roadmap.content.approved.post:
            yield roadmap, ("approved", "post"), roadmap.content.approved.post
    for row in activity_rows(corpus):
        for inside, words in (*_additions(row.activity.responsible), *_deciders(row.activity)):
            yield row.record, (*row.path, *inside), words
    for report in corpus.reports.values():
        if report.content.signed:
            yield report, ("signed",), report.content.signed
        for number, entry in enumerate(report.content.entries):
            for inside, words in _additions(entry.responsible):
                yield report, ("entries", number, *inside), words


def _additions(responsible: tuple[Responsible, ...]) -> Iterator[tuple[Path, str]]:
    for index, each in enumerate(responsible):
        if each.addition:
            yield ("responsible", index, "addition"), each.addition


def _deciders(activity: Activity) -> Iterator[tuple[Path, str]]:
    if activity.cancelled and activity.cancelled.by:
        yield ("cancelled", "by"), activity.cancelled.by
    for index, act in enumerate(activity.amended):
        if act.by:
            yield ("amended", index, "by"), act.by


def names_of(body: Body) -> Iterator[tuple[Path, str]]:
    """Every name of a body with the path of its field."""
    yield ("title",), body.title
    if body.short:
        yield ("short",), body.short
    for index, alias in enumerate(body.aliases):
        yield ("aliases", index), alias
