"""What stands at each level: the country's, and in every region."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dorkarta.gathering import gathered
from dorkarta.model.level import LevelId
from dorkarta.model.practice import Practice
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.system import SystemLevel
from dorkarta.pages.edition import Edition
from dorkarta.pages.lines import R
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record

T = TypeVar("T")

_Key = tuple[LevelId, str]
"""A level and a region."""


@dataclass(frozen=True, kw_only=True)
class LevelIndex:
    """The edition by levels and regions, found once for all pages."""

    edition: Edition

    def planned(self, level: LevelId, region: str | None = None) -> Sequence[Planned]:
        """The whole activities that speak to a level, whatever roadmap they stand in."""
        return _of_level(self._planned, level, region)

    def count(self, level: LevelId, region: str = COUNTRY) -> int:
        """How many whole activities speak to a level."""
        return self.edition.plan.wholes_inside.get(region, {}).get(level, 0)

    @cached_property
    def _planned(self) -> Mapping[_Key, tuple[Planned, ...]]:
        wholes = (one for one in self.edition.plan.planned if one.parent is None)
        return gathered(((one.level, naming.region_of(one.record.territory)), one) for one in wholes)

    def units(self, level: LevelId, region: str | None = None) -> Sequence[Unit]:
        """What a level is to do, in every territory that carries it out."""
        return _of_level(self._units, level, region)

    @cached_property
    def _units(self) -> Mapping[_Key, tuple[Unit, ...]]:
        units = self.edition.execution.units
        return gathered(((unit.planned.level, naming.region_of(unit.territory)), unit) for unit in units)

    def roadmaps(self, level: LevelId, region: str) -> Iterator[Record[Roadmap]]:
        """The roadmaps that a level of a region has as a whole."""
        return _at(level, self.edition.corpus.roadmaps_inside.get(region, ()))

    def reports(self, level: LevelId, region: str) -> Iterator[Record[Report]]:
        """The reports of a level of a region."""
        return _at(level, self.edition.corpus.reports_inside.get(region, ()))

    def practices(self, level: LevelId, region: str) -> Iterator[Record[Practice]]:
        """The practices of a level of a region."""
        return (each for each in self.edition.library.inside.get(region, ()) if each.content.level is level)

    def system(self, level: LevelId, region: str) -> SystemLevel | None:
        """What the system of a region says of a level."""
        if (system := self.edition.corpus.systems.get(region)) is None:
            return None
        return next((each for each in system.content.levels if each.level is level), None)

    def has(self, level: LevelId, region: str) -> bool:
        """Whether there is anything to say of a level of a region."""
        return (
            self.system(level, region) is not None
            or self.count(level, region) > 0
            or any(self.reports(level, region))
            or any(self.practices(level, region))
        )


def _of_level(found: Mapping[_Key, tuple[T, ...]], level: LevelId, region: str | None) -> Sequence[T]:
    """Of one region, or of all in their order."""
    if region is not None:
        return found.get((level, region), ())
    return [each for (own, _), ones in sorted(found.items()) if own is level for each in ones]


def _at(level: LevelId, records: Iterable[R]) -> Iterator[R]:
    return (record for record in records if record.content.level is level)
