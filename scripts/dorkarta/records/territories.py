"""What a territory has published, and what its region asks of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records import naming
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Holdings:
    """The records of a territory and of all inside it."""

    roadmaps: tuple[Record[Roadmap], ...]
    reports: tuple[Record[Report], ...]
    planned: tuple[Planned, ...]
    """The activities of the roadmaps, parts among them."""

    @property
    def whole(self) -> int:
        """How many activities there are, parts not counted."""
        return sum(one.parent is None for one in self.planned)


@dataclass(frozen=True, kw_only=True, slots=True)
class Demand:
    """A roadmap of the region that asks something of a municipality's level."""

    roadmap: Record[Roadmap]
    planned: tuple[Planned, ...]
    """Whole activities; at least one."""


def holdings_of(plan: Plan, path: str) -> Holdings:
    """What a territory and all inside it have published."""
    roadmaps = plan.corpus.roadmaps_inside.get(path, ())
    return Holdings(
        roadmaps=roadmaps,
        reports=plan.corpus.reports_inside.get(path, ()),
        planned=tuple(one for record in roadmaps for one in plan.by_roadmap[record.path]),
    )


def demands_of(plan: Plan, path: str) -> Iterator[Demand]:
    """What roadmaps of the region ask of a municipality's level."""
    level, region = plan.corpus.territory(path).level, naming.region_of(path)
    if region == path:
        return
    for record in plan.corpus.roadmaps_inside.get(region, ()):
        if record.territory == region:
            found = tuple(one for one in plan.by_roadmap[record.path] if one.parent is None and one.level is level)
            if found:
                yield Demand(roadmap=record, planned=found)
