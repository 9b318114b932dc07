"""What the references of practices, activities and risk factors mean: `krasnodar-krai/roadmap-2020-2021#36`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeVar

from dorkarta.model.activity import Activity
from dorkarta.model.body import Body
from dorkarta.model.report import Report, ReportEntry
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.model.system import Component, Norm, Subject, System, SystemLevel
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.record import Record
from dorkarta.records.walk import Path, activities, every_activity, sections

NORMS: Final = "norms"
"""Stands for a body where a reference names a norm: `krasnodar-krai/system#municipality.norms.3`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityRow:
    """An activity where it stands."""

    record: Record[Roadmap]
    path: Path
    sections: tuple[Section, ...]
    """From the top one down."""
    above: tuple[Activity, ...]
    """From the whole activity down to this one."""

    @property
    def activity(self) -> Activity:
        """The activity itself."""
        return self.above[-1]

    @property
    def key(self) -> str:
        """The identity in the whole site: `krasnodar-krai/roadmap-2020-2021#36`."""
        return f"{self.record.path}#{self.activity.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryRow:
    """An entry of a report where it stands."""

    record: Record[Report]
    row: int

    @property
    def entry(self) -> ReportEntry:
        """The entry itself."""
        return self.record.content.entries[self.row]

    @property
    def key(self) -> str:
        """The identity in the whole site: `krasnodar-krai/krasnodar/report-2020-2021#13`."""
        return f"{self.record.path}#{self.entry.id}"

    @property
    def names(self) -> str | None:
        """The key of the activity that it names."""
        return meant(self.entry.activity, self.record) if self.entry.activity else None


@dataclass(frozen=True, kw_only=True, slots=True)
class SystemPart:
    """A level of a system of work, or a component or a norm of it."""

    record: Record[System]
    level: SystemLevel
    body: Record[Body] | None = None
    component: Component | None = None
    norm: Norm | None = None


T = TypeVar("T")
R = TypeVar("R", ActivityRow, EntryRow)

Source = ActivityRow | EntryRow | SystemPart
"""What a step of a practice may cite."""


@dataclass(frozen=True, kw_only=True)
class References:
    """Everything that a reference with a path can lead to; documents are found by the corpus itself."""

    corpus: Corpus

    @cached_property
    def activity_rows(self) -> tuple[ActivityRow, ...]:
        """Every activity of every roadmap where it stands, those with the same id too."""
        return tuple(row for record in self.corpus.roadmaps.values() for row in activity_rows_of(record))

    @cached_property
    def activities(self) -> Mapping[str, ActivityRow]:
        """By the identity in the whole site."""
        return _Rows(self.corpus.roadmaps, activity_rows_of)

    @cached_property
    def entries(self) -> Mapping[str, EntryRow]:
        """By the identity in the whole site."""
        return _Rows(self.corpus.reports, rows_of)

    @cached_property
    def sections(self) -> Mapping[str, tuple[Record[Roadmap], Section]]:
        """By the roadmap's path and the section's id: `voronezh-oblast/ertil/roadmap-2021#s1.2`."""
        return {
            f"{record.path}#{chain[-1].id}": (record, chain[-1])
            for record in self.corpus.roadmaps.values()
            for _, chain in sections(record.content)
        }

    @cached_property
    def system_parts(self) -> Mapping[str, SystemPart]:
        """Under `…/system#` a level, or level, body and number, or level, `norms` and number, with dots between."""
        return {
            f"{record.path}#{name}": part
            for record in self.corpus.systems.values()
            for level in record.content.levels
            for name, part in self._parts(record, level)
        }

    def _parts(self, record: Record[System], level: SystemLevel) -> Iterator[tuple[str, SystemPart]]:
        yield level.level.value, SystemPart(record=record, level=level)
        for norm in level.norms:
            if norm.number:
                part = SystemPart(record=record, level=level, norm=norm)
                yield f"{level.level.value}.{NORMS}.{norm.number}", part
        for subject in level.subjects:
            for body in self._bodies(record, subject):
                name = f"{level.level.value}.{body.content.id}"
                yield name, SystemPart(record=record, level=level, body=body)
                for component in subject.components:
                    if component.number:
                        part = SystemPart(record=record, level=level, body=body, component=component)
                        yield f"{name}.{component.number}", part

    def _bodies(self, record: Record[System], subject: Subject) -> Iterator[Record[Body]]:
        found = (self.corpus.find_body(record.territory, name) for name in subject.bodies)
        return (body for body in found if body is not None)

    def source(self, reference: str) -> Source | None:
        """The activity, the entry or the part of a system that a step cites."""
        return self.activities.get(reference) or self.entries.get(reference) or self.system_parts.get(reference)


class _Rows(Mapping[str, R]):
    """Rows by their identity in the whole site; those of a record are gone through when one of them is asked for."""

    def __init__(self, records: Mapping[str, Record[T]], rows: Callable[[Record[T]], Iterable[R]]) -> None:
        self._records = records
        self._rows: Callable[[Record[Any]], Iterable[R]] = rows
        self._found: dict[str, Mapping[str, R]] = {}

    def __getitem__(self, key: str) -> R:
        return self._of(key.partition("#")[0])[key]

    def __iter__(self) -> Iterator[str]:
        return (key for path in self._records for key in self._of(path))

    def __len__(self) -> int:
        return sum(len(self._of(path)) for path in self._records)

    def _of(self, path: str) -> Mapping[str, R]:
        if path not in self._found:
            self._found[path] = {row.key: row for row in self._rows(self._records[path])}
        return self._found[path]


def activity_rows_of(roadmap: Record[Roadmap]) -> Iterator[ActivityRow]:
    """The activities of a roadmap."""
    found = activities(roadmap.content)
    return (ActivityRow(record=roadmap, path=path, sections=chain, above=above) for path, chain, above in found)


def entry_rows(corpus: Corpus) -> Iterator[EntryRow]:
    """The entries of all reports, report by report."""
    for report in corpus.reports.values():
        yield from rows_of(report)


def rows_of(report: Record[Report]) -> Iterator[EntryRow]:
    """The entries of a report."""
    return (EntryRow(record=report, row=row) for row in range(len(report.content.entries)))


def scope_of(record: Record[Roadmap] | Record[Report]) -> str:
    """The territory whose records, with those above it and inside it, are all that a record speaks of.

    It is the record's own, or the country, where it cites a document of some other territory.
    """
    own = record.territory
    elsewhere = (reference.partition("#")[0] for reference in cited(record.content) if "#" in reference)
    around = lineage(own)
    within = all(path in around or path.startswith(f"{own}/") for path in elsewhere)
    return own if within else COUNTRY


def cited(content: Roadmap | Report) -> Iterator[str]:
    """The references to documents in a record."""
    if isinstance(content, Report):
        yield from (evidence.document for entry in content.entries for evidence in entry.evidence)
        return
    if content.approved and content.approved.document:
        yield content.approved.document
    for activity in every_activity(content):
        yield from activity.documents
        if activity.cancelled or activity.amended:
            yield from (act.document for act in (activity.cancelled, *activity.amended) if act and act.document)


def meant(reference: str, report: Record[Report]) -> str:
    """The key of the activity that a report means; without a path it is one of the roadmap that the report is on."""
    return full(reference, report.content.roadmap or report.path)


def full(reference: str, record_path: str) -> str:
    """A reference without a record means the record that it stands in."""
    return reference if "#" in reference else f"{record_path}#{reference}"
