"""The public types of plan and fact in the API, version 1.

Whole activities are counted, each once in every territory that carries it out. `states` holds all states, those
without activities too, and adds up to `activities`. The day of the edition stands in `progress.json` alone: so all
other files stay the same until a state changes.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicTerm:
    """A word of the API and what it is called in Russian."""

    id: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicRule:
    """A state or a reason, what it is called in Russian, and when it is chosen."""

    id: str
    title: str
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadmapProgress:
    """A roadmap in one of the territories that carry it out; `levels` tells how many activities each level has."""

    roadmap: str
    territory: str
    activities: int
    states: dict[str, int]
    levels: dict[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class TerritoryProgress:
    """All that a territory carries out, of roadmaps of its own and of those above."""

    territory: str
    activities: int
    states: dict[str, int]
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyProgress:
    """What a body answers for by name, or as the one that fulfils a role.

    Several bodies may answer for one activity, so bodies do not add up.
    """

    body: str
    activities: int
    states: dict[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """`progress.json`: a row for each roadmap and territory, for each territory, and for each body."""

    as_of: date
    """The day of the edition: the states are those of this day."""
    states: list[PublicRule]
    reasons: list[PublicRule]
    """Why something is only declared, or has no date."""
    roadmaps: list[RoadmapProgress]
    territories: list[TerritoryProgress]
    bodies: list[BodyProgress]


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelProgress:
    """A level of a roadmap in a territory."""

    territory: str
    level: str
    activities: int
    states: dict[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityProgress:
    """An activity of the roadmap in a territory.

    `done` of the `asked` times; null where nobody can say how often. `entries` are named
    `krasnodar-krai/krasnodar/report-2020-2021#2`, `through` are activities of lower roadmaps that tell the state.
    """

    activity: str
    territory: str
    level: str
    state: str
    reason: str | None
    done: int
    asked: int | None
    entries: list[str]
    through: list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadmapExecution:
    """`<roadmap>/progress.json`: a roadmap level by level and row by row; `activity` is the id of its twin."""

    roadmap: str
    levels: list[LevelProgress]
    activities: list[ActivityProgress]
