"""Every reference to an activity, an entry of a report, a section or a roadmap leads to one."""

from collections.abc import Collection, Iterator
from typing import Any, Final

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.checks.shared import references_of
from dorkarta.model.practice import Practice
from dorkarta.model.risk_factor import RiskFactors
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.references import References, full
from dorkarta.records.walk import Path
from dorkarta.text import perhaps

ACTIVITY: Final = "Мероприятие «{}» не найдено."
ENTRY: Final = "Запись отчёта «{}» не найдена."
ROADMAP: Final = "Дорожная карта «{}» не найдена."
SECTION: Final = "Раздел «{}» не найден."
SOURCE: Final = "Источник «{}» не найден."

_HINTS: Final = {
    ACTIVITY: "Пишите путь карты и номер: krasnodar-krai/roadmap-2020-2021#36.",
    ENTRY: "Пишите путь отчёта и номер: krasnodar-krai/krasnodar/report-2020-2021#2.",
    SECTION: "Пишите путь карты и id раздела: voronezh-oblast/ertil/roadmap-2021#s1.2.",
    SOURCE: "Это мероприятие (krasnodar-krai/roadmap-2020-2021#36), запись отчёта или место системы работы "
    "(krasnodar-krai/system#municipality.mnc.8).",
}

Reference = tuple[Record[Any], Path, str, str]
"""A record, the path of a field in it, the reference that stands there, the words for one that leads nowhere."""


def _references(corpus: Corpus, rows: References) -> Iterator[Reference]:
    for report in corpus.reports.values():
        if report.content.roadmap:
            yield report, ("roadmap",), report.content.roadmap, ROADMAP
        for row, entry in enumerate(report.content.entries):
            if entry.activity:
                yield report, ("entries", row, "activity"), entry.activity, ACTIVITY
    for each in rows.activities.values():
        for index, reference in enumerate(each.activity.implements):
            yield each.record, (*each.path, "implements", index), full(reference, each.record.path), ACTIVITY
    for practice in corpus.practices.values():
        yield from _in_practice(practice)
    for registry in corpus.risk_files:
        yield from _in_registry(registry)


def _in_practice(practice: Record[Practice]) -> Iterator[Reference]:
    for index, step in enumerate(practice.content.steps):
        yield practice, ("steps", index, "source"), step.source, SOURCE
    for index, reference in enumerate(practice.content.activities):
        yield practice, ("activities", index), reference, ACTIVITY
    for index, reference in enumerate(practice.content.entries):
        yield practice, ("entries", index), reference, ENTRY


def _in_registry(registry: Record[RiskFactors]) -> Iterator[Reference]:
    for field in ("groups", "factors"):
        for number, part in enumerate(getattr(registry.content, field)):
            for index, reference in enumerate(part.sections):
                yield registry, (field, number, "sections", index), reference, SECTION


def find(corpus: Corpus) -> Iterator[Finding]:
    """References that lead nowhere; into a record that could not be read nobody can see."""
    rows = references_of(corpus)
    known: dict[str, Collection[str]] = {
        ACTIVITY: rows.activities,
        ENTRY: rows.entries,
        ROADMAP: corpus.roadmaps,
        SECTION: rows.sections,
        SOURCE: {*rows.activities, *rows.entries, *rows.system_parts},
    }
    unread = {file.path for file in corpus.files if file.content is None}
    for record, path, reference, words in _references(corpus, rows):
        if reference not in known[words] and reference.partition("#")[0] not in unread:
            hint = _perhaps(reference, known[words]) or _HINTS.get(words)
            yield Finding(place(record, *path), words.format(reference), hint)


def _perhaps(reference: str, known: Collection[str]) -> str | None:
    """The hint on what was meant: another part of the same record, the same part of one in that folder or named so."""
    record, mark, part = reference.partition("#")
    if not mark:
        return perhaps(reference, known)
    within = [each for each in known if each.startswith(f"{record}#")]
    folder, _, name = record.rpartition("/")
    same_parts = (each for each in known if each.endswith(f"#{part}"))
    beside = [each for each in same_parts if each.startswith(f"{folder}/") or each.endswith(f"/{name}#{part}")]
    return perhaps(reference, within or beside)


RULE = Rule(
    code="E206",
    title="Каждая ссылка на мероприятие, запись отчёта, раздел или карту ведёт к ним.",
    why="По этим ссылкам считается исполнение, соединяются уровни и подтверждаются практики.",
    example=Example(
        bad="""
            source: {title: Отчёт города Верхнереченска}
            roadmap: zarechnaya-oblast/roadmap-2022-2023
            entries:
        """,
        good="""
            source: {title: Отчёт города Верхнереченска}
            roadmap: zarechnaya-oblast/roadmap-2023-2024
            entries:
        """,
    ),
    find=find,
)
