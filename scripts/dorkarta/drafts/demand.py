"""What an upper roadmap demands of a level below, in its sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Demand:
    """An activity with those of its parts that the level has to do too."""

    planned: Planned
    parts: tuple["Demand", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DemandSection:
    """A section with what it demands; it demands something, or a section inside it does."""

    section: Section
    demands: tuple[Demand, ...]
    sections: tuple["DemandSection", ...]


def demanded(plan: Plan, upper: Record[Roadmap], level: LevelId) -> tuple[DemandSection, ...]:
    """The sections of a roadmap with all that it demands of a level; what was called off is demanded no more."""
    wanted = {
        one.activity.id: one for one in plan.by_roadmap[upper.path] if one.level is level and not one.activity.cancelled
    }
    parts: dict[str | None, list[Planned]] = {}
    for one in wanted.values():
        parts.setdefault(one.parent if one.parent in wanted else None, []).append(one)
    return tuple(_sections(upper.content.sections, parts))


def demands(plan: Plan) -> Iterator[tuple[Record[Roadmap], LevelId]]:
    """The roadmaps of regions, each with the levels below that it demands something of."""
    for _, record in sorted(plan.corpus.roadmaps.items()):
        if record.content.level is LevelId.REGION:
            levels = (LevelId.MUNICIPALITY, LevelId.SCHOOL)
            yield from ((record, level) for level in levels if demanded(plan, record, level))


def demand_title(corpus: Corpus, record: Record[Roadmap], level: LevelId) -> str:
    """«Муниципальная дорожная карта (проект): Краснодарский край, 2020–2021»"""
    place = naming.roadmap_name(corpus, record).partition(": ")[2]
    return f"{corpus.level_name(record.territory, level).roadmap} (проект): {place}"


def _sections(sections: tuple[Section, ...], parts: Mapping[str | None, list[Planned]]) -> Iterator[DemandSection]:
    for section in sections:
        demands = tuple(_demand(one, parts) for one in parts.get(None, ()) if one.sections[-1].id == section.id)
        inside = tuple(_sections(section.sections, parts))
        if demands or inside:
            yield DemandSection(section=section, demands=demands, sections=inside)


def _demand(one: Planned, parts: Mapping[str | None, list[Planned]]) -> Demand:
    return Demand(planned=one, parts=tuple(_demand(part, parts) for part in parts.get(one.activity.id, ())))
