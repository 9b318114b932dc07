"""The activities of roadmaps with everything that their words mean: dates, forms, bodies."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dorkarta.gathering import gathered
from dorkarta.model.activity import Activity
from dorkarta.model.body import Body
from dorkarta.model.form import Form
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.record import Record
from dorkarta.records.references import full
from dorkarta.records.timing import Month, Occurrence, Timing, timings_of
from dorkarta.records.walk import activities


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """An activity in its roadmap, its names resolved."""

    record: Record[Roadmap]
    activity: Activity
    key: str
    """The identity in the whole site: `krasnodar-krai/roadmap-2020-2021#36`."""
    line: int
    level: LevelId
    sections: tuple[Section, ...]
    """From the top one down."""
    parent: str | None
    """The id of the activity that this one is a part of."""
    timing: Timing | None
    forms: tuple[Form, ...]
    bodies: tuple[Record[Body], ...]
    """Its own, or its parent's where it names none."""

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """When it happens or is due; recurrences are expanded within the roadmap's period."""
        return self.timing.occurrences if self.timing else ()

    @property
    def implements(self) -> tuple[str, ...]:
        """The keys of what it carries out, each once."""
        return tuple(dict.fromkeys(full(reference, self.record.path) for reference in self.activity.implements))

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that its occurrences touch."""
        return self.timing.months if self.timing else ()

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years in which it goes on: by its dates, else by the years with a planned figure."""
        if self.timing is not None and self.timing.occurrences:
            return self.timing.years
        with_figures = {
            int(year)
            for indicator in self.activity.indicators
            for year, quantity in indicator.years.items()
            if any(part.number for part in quantity.parts)
        }
        return tuple(sorted(with_figures))


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All planned activities of a corpus, sub-activities among them."""

    corpus: Corpus
    planned: tuple[Planned, ...] = field(default=())

    @cached_property
    def by_roadmap(self) -> Mapping[str, tuple[Planned, ...]]:
        """By the path of the roadmap, in document order."""
        found: dict[str, list[Planned]] = {path: [] for path in self.corpus.roadmaps}
        for one in self.planned:
            found[one.record.path].append(one)
        return {path: tuple(ones) for path, ones in found.items()}

    @cached_property
    def by_key(self) -> Mapping[str, Planned]:
        """By the identity in the whole site."""
        return {one.key: one for one in self.planned}

    @cached_property
    def implementing(self) -> Mapping[str, tuple[Planned, ...]]:
        """By the key of an activity: those that carry it out."""
        return gathered((key, one) for one in self.planned for key in one.implements)

    def whole_of(self, one: Planned) -> Planned | None:
        """The activity that this one is a part of."""
        return self.by_key.get(f"{one.record.path}#{one.parent}") if one.parent else None

    @cached_property
    def wholes(self) -> Mapping[str, Mapping[LevelId, int]]:
        """By the path of the roadmap: how many whole activities it has of each level."""
        return {
            path: Counter([one.level for one in planned if one.parent is None])
            for path, planned in self.by_roadmap.items()
        }

    @cached_property
    def wholes_inside(self) -> Mapping[str, Mapping[LevelId, int]]:
        """By territory: how many whole activities its roadmaps and those of all inside it have of each level."""
        found: defaultdict[str, Counter[LevelId]] = defaultdict(Counter)
        for path, counts in self.wholes.items():
            for territory in lineage(self.corpus.roadmaps[path].territory):
                found[territory].update(counts)
        return found

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Planned, ...]]:
        """By the path of the body that answers for it."""
        return gathered((body.path, one) for one in self.planned for body in one.bodies)

    @cached_property
    def by_body_and_roadmap(self) -> Mapping[str, Mapping[str, tuple[Planned, ...]]]:
        """By the path of the body that answers for it, then by the path of the roadmap."""
        return {path: gathered((one.record.path, one) for one in planned) for path, planned in self.by_body.items()}


def plan_of(corpus: Corpus) -> Plan:
    """Resolve every activity. What cannot be resolved is left out here and refused by the checks."""
    return Plan(
        corpus=corpus,
        planned=tuple(one for path in sorted(corpus.roadmaps) for one in planned_of(corpus, corpus.roadmaps[path])),
    )


def planned_of(corpus: Corpus, record: Record[Roadmap]) -> Iterator[Planned]:
    """The activities of one roadmap; its territory's records and those above it tell what its words mean."""
    timings = timings_of(record.content.period, corpus.school_calendar(record.territory))
    for path, around, above in activities(record.content):
        activity = above[-1]
        yield Planned(
            record=record,
            activity=activity,
            key=f"{record.path}#{activity.id}",
            line=record.marks.line_at(path),
            level=level_of(record.content, around, above),
            sections=around,
            parent=above[-2].id if len(above) > 1 else None,
            timing=timings.of(activity.deadline, activity.dates),
            forms=(corpus.find_forms(activity.form) or ()) if activity.form else (),
            bodies=_bodies(corpus, record.territory, above),
        )


def level_of(roadmap: Roadmap, sections: tuple[Section, ...], above: tuple[Activity, ...]) -> LevelId:
    """The nearest level that is written: the activity's, its section's, the roadmap's."""
    for one in reversed(above):
        if one.level is not None:
            return one.level
    for section in reversed(sections):
        if section.level is not None:
            return section.level
    return roadmap.level


def _bodies(corpus: Corpus, territory: str, above: tuple[Activity, ...]) -> tuple[Record[Body], ...]:
    names = next((each.responsible for each in reversed(above) if each.responsible), ())
    return corpus.find_bodies(territory, tuple([name.body for name in names]))
