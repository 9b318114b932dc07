"""What an organisation or a role answers for by roadmaps."""

from collections.abc import Iterable
from dataclasses import dataclass

from dorkarta.model.body import Body
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Record, lineage
from dorkarta.records.plan import Plan, Planned


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """What one roadmap asks of a body."""

    roadmap: Record[Roadmap]
    planned: tuple[Planned, ...]
    """In document order, parts of activities among them; at least one."""

    @property
    def whole(self) -> tuple[Planned, ...]:
        """Without the parts of what is asked as a whole: a part stands by itself only where its whole is not there."""
        asked = {one.activity.id for one in self.planned}
        return tuple(one for one in self.planned if one.parent not in asked)


def duties_of(plan: Plan, body: Record[Body]) -> tuple[Duty, ...]:
    """What a body is asked by name, roadmap by roadmap."""
    return _by_roadmap(plan.by_body.get(body.path, ()))


def duties_among(planned: Iterable[Planned], body: Record[Body]) -> tuple[Duty, ...]:
    """What some activities ask of a body by name."""
    return _by_roadmap(one for one in planned if any(each.path == body.path for each in one.bodies))


def duties_as(plan: Plan, organisation: Record[Body], role: Record[Body]) -> tuple[Duty, ...]:
    """What roadmaps from above ask of a role that an organisation fulfils."""
    above = set(lineage(organisation.territory)) - {organisation.territory}
    return _by_roadmap(
        one
        for one in plan.by_body.get(role.path, ())
        if one.record.territory in above and one.level is not LevelId.REGION
    )


def _by_roadmap(planned: Iterable[Planned]) -> tuple[Duty, ...]:
    found: dict[str, list[Planned]] = {}
    for one in planned:
        found.setdefault(one.record.path, []).append(one)
    return tuple(Duty(roadmap=ones[0].record, planned=tuple(ones)) for ones in found.values())
