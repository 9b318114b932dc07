"""Every reference to an activity, an entry of a report, a section or a roadmap leads to one."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from dorkarta.checks.facts import facts_of
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.checks.shared import references_of
from dorkarta.gathering import gathered
from dorkarta.model.practice import Practice
from dorkarta.model.risk_factor import RiskFactors
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
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


def _references(corpus: Corpus) -> Iterator[Reference]:
    facts = facts_of(corpus)
    for path, report in facts.reports.items():
        if report.roadmap:
            yield corpus.reports[path], ("roadmap",), report.roadmap, ROADMAP
    for entry in facts.entries:
        if entry.activity:
            yield entry.record, ("entries", entry.row, "activity"), entry.activity, ACTIVITY
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


class _Known:
    """What there is of one kind, and what was perhaps meant by a reference that leads nowhere."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._hints: dict[str, str | None] = {}

    def __contains__(self, reference: str) -> bool:
        return reference in self._known

    def perhaps(self, reference: str) -> str | None:
        """Another part of the same record, the same part of one in that folder or named so; else nothing."""
        if reference not in self._hints:
            self._hints[reference] = perhaps(reference, self._near(reference))
        return self._hints[reference]

    def _near(self, reference: str) -> Collection[str]:
        record, mark, part = reference.partition("#")
        if not mark:
            return self._known
        folder, _, name = record.rpartition("/")
        same_parts = self._by_part.get(part, ())
        beside = [each for each in same_parts if each.startswith(f"{folder}/") or each.endswith(f"/{name}#{part}")]
        return self._by_record.get(record) or beside

    @cached_property
    def _by_record(self) -> Mapping[str, tuple[str, ...]]:
        return gathered((each.partition("#")[0], each) for each in self._known)

    @cached_property
    def _by_part(self) -> Mapping[str, tuple[str, ...]]:
        return gathered((each.partition("#")[2], each) for each in self._known)


def find(corpus: Corpus) -> Iterator[Finding]:
    """References that lead nowhere; into a record that could not be read nobody can see."""
    facts, known = facts_of(corpus), _known(corpus)
    unread = {file.path for file in corpus.files if file.model is None}

    def leads_nowhere(reference: str, words: str) -> bool:
        return reference not in known[words] and reference.partition("#")[0] not in unread

    def finding(record: Record[Any], path: Path, reference: str, words: str) -> Finding:
        hint = known[words].perhaps(reference) or _HINTS.get(words)
        return Finding(place(record, *path), words.format(reference), hint)

    for each in _references(corpus):
        if leads_nowhere(*each[2:]):
            yield finding(*each)
    for key, uppers in facts.uppers.items():
        for index, upper in enumerate(uppers):
            if leads_nowhere(upper, ACTIVITY):
                row = facts.activities[key]
                yield finding(row.record, (*row.path, "implements", index), upper, ACTIVITY)


def _known(corpus: Corpus) -> Mapping[str, _Known]:
    """What there is, by the words for what there is not."""
    facts, parts = facts_of(corpus), references_of(corpus).system_parts
    entries = dict.fromkeys(f"{entry.record.path}#{entry.id}" for entry in facts.entries)
    pairs = ((path, section) for path, roadmap in facts.roadmaps.items() for section in roadmap.sections)
    return {
        ACTIVITY: _Known(facts.activities),
        ENTRY: _Known(entries),
        ROADMAP: _Known(corpus.roadmaps),
        SECTION: _Known(dict.fromkeys(f"{path}#{section}" for path, section in pairs)),
        SOURCE: _Known({**facts.activities, **entries, **parts}),
    }


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
