"""What an organisation or a role answers for by roadmaps."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dorkarta.gathering import gathered
from dorkarta.model.body import Body
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What one roadmap asks of a body."""

    roadmap: Record[Roadmap]
    planned: tuple[Planned, ...]
    """In document order, parts of activities among them; at least one."""

    @cached_property
    def whole(self) -> tuple[Planned, ...]:
        """Without the parts of what is asked as a whole: a part stands by itself only where its whole is not there."""
        asked = {one.activity.id for one in self.planned}
        return tuple(one for one in self.planned if one.parent not in asked)


def duties_of(plan: Plan, body: Record[Body], *, inside: str = COUNTRY) -> tuple[Duty, ...]:
    """What a body is asked by name, roadmap by roadmap.

    Arguments:
        plan: All activities.
        body: The body.
        inside: Only the roadmaps of this territory and of all inside it.
    """
    asked = plan.by_body_and_roadmap.get(body.path, {})
    if inside == COUNTRY:
        return tuple(map(_duty, asked.values()))
    paths = sorted(record.path for record in plan.corpus.roadmaps_inside.get(inside, ()))
    return tuple(_duty(asked[path]) for path in paths if path in asked)


def duties_among(planned: Iterable[Planned], body: Record[Body]) -> tuple[Duty, ...]:
    """What some activities ask of a body by name."""
    asked = (one for one in planned if any(each.path == body.path for each in one.bodies))
    return tuple(map(_duty, gathered((one.record.path, one) for one in asked).values()))


def duties_as(plan: Plan, organisation: Record[Body], role: Record[Body]) -> tuple[Duty, ...]:
    """What roadmaps from above ask of a role that an organisation fulfils."""
    above = set(lineage(organisation.territory)) - {organisation.territory}
    asked = plan.by_body_and_roadmap.get(role.path, {}).values()
    lower = (
        tuple(one for one in ones if one.level is not LevelId.REGION)
        for ones in asked
        if ones[0].record.territory in above
    )
    return tuple(map(_duty, filter(None, lower)))


def _duty(planned: tuple[Planned, ...]) -> Duty:
    return Duty(roadmap=planned[0].record, planned=planned)
