"""What the rules that look at several files ask of a roadmap or a report: few words and numbers.

They are kept by the hash of the file, so these rules make no model of a file that nothing is wrong with.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final, NamedTuple

from dorkarta.checks.shared import kept
from dorkarta.deadline import Period
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import level_of
from dorkarta.records.record import Record
from dorkarta.records.references import cited, full
from dorkarta.records.walk import Path, activities, sections

DEPTH: Final = {level: depth for depth, level in enumerate(LevelId)}
"""How far from the top a level is."""

Plain = Sequence[Any]
"""Fields of facts as they stand in JSON."""


class RoadmapFacts(NamedTuple):
    """What is asked of a roadmap."""

    depth: int
    """How far from the top its level is."""
    start: str
    end: str
    """The last day of its period."""
    reviewed: str | None
    elsewhere: Sequence[str]
    """Whose documents it cites by their paths: territories, each once."""
    sections: Sequence[str]
    """Their ids."""
    wholes: int
    """How many of its activities are no part of another one."""
    activities: Sequence[Plain]
    """Of each the fields of `ActivityFacts` from its id on."""

    @property
    def period(self) -> Period:
        """From its first to its last day."""
        return Period(start=datetime.date.fromisoformat(self.start), end=datetime.date.fromisoformat(self.end))


class ActivityFacts(NamedTuple):
    """What is asked of an activity."""

    record: Record[Roadmap]
    row: int
    """Which one it is in its roadmap."""
    id: str
    number: str | None
    depth: int
    """How far from the top its level is."""
    whole: str | None
    """The id of the activity that it is a part of, however deep; nothing where it is whole itself."""
    cancelled: bool
    implements: Sequence[str]
    """References as they are written."""

    @property
    def key(self) -> str:
        """The identity in the whole site: `krasnodar-krai/roadmap-2020-2021#36`."""
        return f"{self.record.path}#{self.id}"

    @property
    def path(self) -> Path:
        """Its place in the record, whose model is made for this."""
        return next(islice(activities(self.record.content), self.row, None))[0]


class ReportFacts(NamedTuple):
    """What is asked of a report."""

    roadmap: str | None
    """The path of the roadmap that it is on."""
    reviewed: str | None
    elsewhere: Sequence[str]
    """As with a roadmap."""
    entries: Sequence[Plain]
    """Of each the fields of `EntryFacts` from its id on."""


class EntryFacts(NamedTuple):
    """What is asked of an entry of a report."""

    record: Record[Report]
    row: int
    id: str
    activity: str | None
    """A reference as it is written, like those below."""
    evidence: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that is asked of all roadmaps and reports."""

    corpus: Corpus
    roadmaps: Mapping[str, RoadmapFacts]
    """By path."""
    reports: Mapping[str, ReportFacts]
    """By path."""

    @cached_property
    def activities(self) -> Mapping[str, ActivityFacts]:
        """By the identity in the whole site."""
        return {
            f"{path}#{plain[0]}": ActivityFacts(record, row, *plain)
            for path, record in self.corpus.roadmaps.items()
            for row, plain in enumerate(self.roadmaps[path].activities)
        }

    @cached_property
    def uppers(self) -> Mapping[str, Sequence[str]]:
        """By the key of an activity that carries out others: their keys, whether they are there or not."""
        return {
            key: [full(reference, each.record.path) for reference in each.implements]
            for key, each in self.activities.items()
            if each.implements
        }

    @cached_property
    def entries(self) -> tuple[EntryFacts, ...]:
        """Those of all reports, report by report."""
        return tuple(
            EntryFacts(record, row, *plain)
            for path, record in self.corpus.reports.items()
            for row, plain in enumerate(self.reports[path].entries)
        )

    def above(self, key: str) -> tuple[str, ...]:
        """The keys of all that an activity carries out, straight or through others; its own, if links go in a circle.

        Of what stands above it is asked again and again.
        """
        if key not in self._above:
            self._above[key] = tuple(self._climbed(key))
        return self._above[key]

    @cached_property
    def _above(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _climbed(self, key: str) -> Iterable[str]:
        found: dict[str, None] = {}
        waiting = [key]
        while waiting:
            for upper in self.uppers.get(waiting.pop(), ()):
                if upper in self.activities and upper not in found:
                    found[upper] = None
                    waiting.append(upper)
        return found


@kept
def facts_of(corpus: Corpus) -> Facts:
    """All facts of a corpus."""
    return Facts(
        corpus=corpus,
        roadmaps={path: of_roadmap(record.content) for path, record in corpus.roadmaps.items()},
        reports={path: of_report(record.content) for path, record in corpus.reports.items()},
    )


def of_roadmap(roadmap: Roadmap) -> RoadmapFacts:
    """The facts of a roadmap."""
    rows = tuple(_of_activities(roadmap))
    return RoadmapFacts(
        depth=DEPTH[roadmap.level],
        start=f"{roadmap.period.start}",
        end=f"{roadmap.period.end}",
        reviewed=_day(roadmap.reviewed),
        elsewhere=_elsewhere(roadmap),
        sections=tuple(chain[-1].id for _, chain in sections(roadmap)),
        wholes=sum(whole is None for _, _, _, whole, *_ in rows),
        activities=rows,
    )


def _of_activities(roadmap: Roadmap) -> Iterator[Plain]:
    for _, chain, above in activities(roadmap):
        one = above[-1]
        depth = DEPTH[level_of(roadmap, chain, above)]
        whole = above[0].id if len(above) > 1 else None
        yield one.id, one.number, depth, whole, one.cancelled is not None, one.implements


def of_report(report: Report) -> ReportFacts:
    """The facts of a report."""
    return ReportFacts(
        roadmap=report.roadmap,
        reviewed=_day(report.reviewed),
        elsewhere=_elsewhere(report),
        entries=tuple((each.id, each.activity, [one.document for one in each.evidence]) for each in report.entries),
    )


def _elsewhere(content: Roadmap | Report) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reference.partition("#")[0] for reference in cited(content) if "#" in reference))


def _day(day: datetime.date | None) -> str | None:
    return f"{day}" if day else None


def named_by(path: str, report: ReportFacts) -> frozenset[str]:
    """The paths of the roadmaps whose activities a report names, whether they are there or not."""
    around = report.roadmap or path
    keys = (full(activity, around) for _, activity, _ in report.entries if activity)
    return frozenset(key.partition("#")[0] for key in keys)
