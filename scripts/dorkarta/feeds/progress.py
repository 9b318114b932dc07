"""The execution of roadmaps for programs: counts of states, and the states themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dorkarta import addresses, csv_text
from dorkarta.feeds.public_progress import (
    ActivityProgress,
    BodyProgress,
    LevelProgress,
    Progress,
    PublicRule,
    RoadmapExecution,
    RoadmapProgress,
    TerritoryProgress,
)
from dorkarta.model.body import Body
from dorkarta.progress.counts import count, grouped
from dorkarta.progress.execution import Execution
from dorkarta.progress.rules import REASON_RULES, STATE_RULES
from dorkarta.progress.state import TITLES, State
from dorkarta.progress.unit import Unit
from dorkarta.records.record import Record

_STATES: Final[Mapping[State, str]] = {state: state.value for state in State}
_STATE_RULES: Final = {each.state: each.rule for each in STATE_RULES}


def progress(execution: Execution) -> Progress:
    """How all roadmaps stand in all territories, all territories by themselves, and all bodies."""
    return Progress(
        as_of=execution.as_of,
        states=[PublicRule(id=state.value, title=title, rule=_STATE_RULES[state]) for state, title in TITLES.items()],
        reasons=[PublicRule(id=each.reason.value, title=each.title, rule=each.rule) for each in REASON_RULES],
        roadmaps=[
            RoadmapProgress(
                roadmap=path,
                territory=territory,
                activities=len(units),
                states=states(units),
                levels={str(level): len(ones) for level, ones in _by_level(units).items()},
            )
            for path in sorted(execution.by_roadmap)
            for territory, units in _by_territory(execution.by_roadmap[path]).items()
        ],
        territories=[
            TerritoryProgress(
                territory=territory, activities=len(units), states=states(units), url=addresses.progress(territory)
            )
            for territory, units in sorted(execution.by_territory.items())
        ],
        bodies=[_body(body, execution.by_body[body.path]) for body in _answering(execution)],
    )


def roadmap_execution(execution: Execution, path: str) -> RoadmapExecution:
    """How a roadmap stands, level by level and row by row."""
    units = execution.by_roadmap.get(path, ())
    return RoadmapExecution(
        roadmap=path,
        levels=[
            LevelProgress(territory=territory, level=level, activities=len(ones), states=states(ones))
            for territory, level, ones in _leveled(units)
        ],
        activities=[_activity(unit) for unit in units],
    )


def progress_csv(execution: Execution) -> bytes:
    """A row for each roadmap, territory and level: `progress.json` level by level, each row complete in itself."""
    corpus = execution.plan.corpus
    return _table(
        ("roadmap", "roadmap_title", "territory", "territory_title", "level"),
        (
            (
                (path, corpus.roadmaps[path].content.title, territory, corpus.territory(territory).title, level),
                units,
            )
            for path in sorted(execution.by_roadmap)
            for territory, level, units in _leveled(execution.by_roadmap[path])
        ),
    )


def body_csv(execution: Execution) -> bytes:
    """A row for each body."""
    return _table(
        ("body", "body_title", "territory"),
        (
            ((body.path, body.content.title, body.territory), execution.by_body[body.path])
            for body in _answering(execution)
        ),
    )


def states(units: Iterable[Unit]) -> dict[str, int]:
    """The number of activities in each state, in those without any too."""
    found = count(units).by_state
    return {name: found.get(state, 0) for state, name in _STATES.items()}


def _table(headings: Sequence[str], rows: Iterable[tuple[Sequence[str], Sequence[Unit]]]) -> bytes:
    def lines() -> Iterator[Iterable[str]]:
        yield (*headings, "activities", *_STATES.values())
        for cells, units in rows:
            yield (*cells, str(len(units)), *map(str, states(units).values()))

    return csv_text.written(lines())


def _answering(execution: Execution) -> Iterator[Record[Body]]:
    """The bodies that answer for anything, in the order of the list of bodies."""
    return (body for body in execution.plan.corpus.bodies if body.path in execution.by_body)


def _body(body: Record[Body], units: Sequence[Unit]) -> BodyProgress:
    return BodyProgress(body=body.path, activities=len(units), states=states(units))


def _activity(unit: Unit) -> ActivityProgress:
    verdict = unit.verdict
    return ActivityProgress(
        activity=unit.planned.activity.id,
        territory=unit.territory,
        level=unit.planned.level,
        state=verdict.state,
        reason=verdict.reason,
        done=verdict.done,
        asked=verdict.asked,
        entries=[row.key for row in unit.entries],
        through=[lower.key for lower in unit.through],
    )


def _leveled(units: Iterable[Unit]) -> Iterator[tuple[str, str, tuple[Unit, ...]]]:
    for territory, ones in _by_territory(units).items():
        for level, leveled in _by_level(ones).items():
            yield territory, level, leveled


def _by_territory(units: Iterable[Unit]) -> Mapping[str, tuple[Unit, ...]]:
    return grouped(units, lambda unit: (unit.territory,))


def _by_level(units: Iterable[Unit]) -> Mapping[str, tuple[Unit, ...]]:
    return grouped(units, lambda unit: (unit.planned.level,))
