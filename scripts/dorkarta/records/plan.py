"""The activities of roadmaps with everything that their words mean: dates, forms, bodies."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dorkarta.deadline import Interval, Kind, Period, Reading, expand, read
from dorkarta.model.activity import Activity
from dorkarta.model.body import Body
from dorkarta.model.form import Form
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.walk import activities

Month = tuple[int, int]
"""Year and month, 1 to 12."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """Days from start to end, both inside; not `exact` when it is some day among them."""

    start: datetime.date
    end: datetime.date
    exact: bool

    @property
    def months(self) -> Iterator[Month]:
        """Every month that it touches."""
        year, month = self.start.year, self.start.month
        while (year, month) <= (self.end.year, self.end.month):
            yield year, month
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """An activity in its roadmap, its names resolved."""

    record: Record[Roadmap]
    activity: Activity
    line: int
    level: LevelId
    sections: tuple[Section, ...]
    """From the top one down."""
    parent: str | None
    """The id of the activity that this one is a part of."""
    reading: Reading | None
    occurrences: tuple[Occurrence, ...]
    """When it happens or is due; recurrences are expanded within the roadmap's period."""
    forms: tuple[Form, ...]
    bodies: tuple[Record[Body], ...]
    """Its own, or its parent's where it names none."""

    @property
    def key(self) -> str:
        """The identity in the whole site: `krasnodar-krai/roadmap-2020-2021#36`."""
        return f"{self.record.path}#{self.activity.id}"

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that its occurrences touch."""
        return tuple(sorted({month for each in self.occurrences for month in each.months}))

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years in which it goes on: by its dates, else by the years with a planned figure."""
        if self.occurrences:
            return tuple(sorted({year for year, _ in self.months}))
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
    def by_body(self) -> Mapping[str, tuple[Planned, ...]]:
        """By the path of the body that answers for it."""
        found: dict[str, list[Planned]] = {}
        for one in self.planned:
            for body in one.bodies:
                found.setdefault(body.path, []).append(one)
        return {path: tuple(ones) for path, ones in found.items()}


def plan_of(corpus: Corpus) -> Plan:
    """Resolve every activity. What cannot be resolved is left out here and refused by the checks."""
    return Plan(
        corpus=corpus,
        planned=tuple(one for path in sorted(corpus.roadmaps) for one in _planned(corpus, corpus.roadmaps[path])),
    )


def _planned(corpus: Corpus, record: Record[Roadmap]) -> Iterator[Planned]:
    period = record.content.period
    for path, chain, above in activities(record.content):
        activity = above[-1]
        reading = reading_of(activity.deadline, activity.dates, period)
        yield Planned(
            record=record,
            activity=activity,
            line=record.marks.at(path).line,
            level=level_of(record.content, chain, above),
            sections=chain,
            parent=above[-2].id if len(above) > 1 else None,
            reading=reading,
            occurrences=occurrences_of(reading, period),
            forms=(corpus.find_forms(activity.form) or ()) if activity.form else (),
            bodies=_bodies(corpus, record.territory, above),
        )


def level_of(roadmap: Roadmap, sections: tuple[Section, ...], above: tuple[Activity, ...]) -> LevelId:
    """The nearest level that is written: the activity's, its section's, the roadmap's."""
    of_activities = (activity.level for activity in reversed(above))
    of_sections = (section.level for section in reversed(sections))
    return next((level for level in (*of_activities, *of_sections) if level is not None), roadmap.level)


def reading_of(words: str | None, dates: tuple[Period, ...], period: Period) -> Reading | None:
    """What the words of a deadline mean; dates that an editor gave beside them go first."""
    if words is None and not dates:
        return None
    if not dates:
        return read(words or "", period=period)
    intervals = tuple(Interval(start=each.start, end=each.end, exact=each.start == each.end) for each in dates)
    kind = Kind.EXACT_DAY if all(interval.exact for interval in intervals) else Kind.DAY_RANGE
    return Reading(text=words or "", kind=kind, intervals=intervals)


def occurrences_of(reading: Reading | None, period: Period) -> tuple[Occurrence, ...]:
    """When something happens or is due: the intervals of a reading, or a recurrence's within the period.

    A limit is due on its last day; what only begins goes on to the end of the period.
    """
    if reading is None:
        return ()
    return tuple(_closed(interval, period) for interval in expand(reading, period=period))


def _closed(interval: Interval, period: Period) -> Occurrence:
    end = interval.end or max(period.end, interval.start or period.end)
    return Occurrence(start=interval.start or end, end=end, exact=interval.exact)


def _bodies(corpus: Corpus, territory: str, above: tuple[Activity, ...]) -> tuple[Record[Body], ...]:
    names = next((each.responsible for each in reversed(above) if each.responsible), ())
    found = (corpus.find_body(territory, name.body) for name in names)
    return tuple(dict.fromkeys(body for body in found if body is not None))
