"""The rows of a report's form: what a roadmap plans, one row for whatever is reported by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta.model.indicator import Indicator
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.progress.performers import performers_of
from dorkarta.records import naming, words
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.reporting import reported


@dataclass(frozen=True, kw_only=True, slots=True)
class FormRow:
    """What the roadmap says about an activity to report on."""

    key: str
    """Its permanent identity: `krasnodar-krai/roadmap-2020-2021#36`."""
    number: str
    title: str
    """With its parts, a line each, as far as they have no row of their own."""
    is_part: bool
    deadline: str
    responsible: str
    form: str
    sections: tuple[str, ...]
    state: str
    """An official decision about it."""
    indicators: tuple[Indicator, ...] = ()
    """Its own figures and those of its parts without a row."""


def form_rows(
    plan: Plan, record: Record[Roadmap], level: LevelId | None = None, territory: str | None = None
) -> tuple[FormRow, ...]:
    """The rows, in document order.

    Arguments:
        plan: All activities.
        record: The roadmap.
        level: Only what this level does; without it, everything.
        territory: Only what is carried out there.
    """
    planned = plan.by_roadmap[record.path]
    by_id = {one.activity.id: one for one in planned}
    rows = reported(planned)
    inside: dict[str, list[Planned]] = {one.activity.id: [] for one in rows}
    for one in planned:
        if one.activity.id not in inside:
            inside[_reported_above(one, by_id, inside)].append(one)
    if level is not None:
        rows = tuple(one for one in rows if one.level is level)
    if territory is not None:
        rows = tuple(one for one in rows if territory in performers_of(plan.corpus, one))
    return tuple(_row(one, inside[one.activity.id], by_id) for one in rows)


def levels_of(plan: Plan, record: Record[Roadmap]) -> tuple[LevelId, ...]:
    """The levels that have something to report, from the top down."""
    found = {one.level for one in plan.by_roadmap[record.path]}
    return tuple(level for level in LevelId if level in found)


def _reported_above(one: Planned, by_id: dict[str, Planned], reported: dict[str, list[Planned]]) -> str:
    above = one
    while above.activity.id not in reported and above.parent is not None:
        above = by_id[above.parent]
    return above.activity.id


def _row(one: Planned, parts: list[Planned], by_id: dict[str, Planned]) -> FormRow:
    activity = one.activity
    titles = (naming.activity_title(activity), *(f"– {naming.activity_title(part.activity)}" for part in parts))
    chain = tuple(_upwards(one, by_id))
    responsible = next((each.activity.responsible for each in chain if each.activity.responsible), ())
    return FormRow(
        key=one.key,
        number=activity.number or "",
        title="\n".join(titles),
        is_part=one.parent is not None,
        deadline=words.deadline(activity.deadline, one.timing),
        responsible=words.answerable(responsible),
        form=next((each.activity.form for each in chain if each.activity.form), None) or "",
        sections=tuple(
            f"{section.number}. {section.title}" if section.number else section.title for section in one.sections
        ),
        state=words.state(activity) or "",
        indicators=tuple(each for every in (one, *parts) for each in every.activity.indicators),
    )


def _upwards(one: Planned, by_id: dict[str, Planned]) -> Iterator[Planned]:
    yield one
    if one.parent is not None:
        yield from _upwards(by_id[one.parent], by_id)
