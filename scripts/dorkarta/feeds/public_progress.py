"""The public types of plan and fact in the API, version 1.

Whole activities are counted, each once in every territory that carries it out. `states` holds all states, those
without activities too, and adds up to `activities`. The day of the edition stands in `progress.json` alone: so all
other files stay the same until a state changes.
"""

from datetime import date

from typing_extensions import TypedDict


class PublicTerm(TypedDict):
    """A word of the API and what it is called in Russian."""

    id: str
    title: str


class PublicRule(TypedDict):
    """A state or a reason, what it is called in Russian, and when it is chosen."""

    id: str
    title: str
    rule: str


class RoadmapProgress(TypedDict):
    """A roadmap in one of the territories that carry it out; `levels` tells how many activities each level has."""

    roadmap: str
    territory: str
    activities: int
    states: dict[str, int]
    levels: dict[str, int]


class TerritoryProgress(TypedDict):
    """All that a territory carries out, of roadmaps of its own and of those above."""

    territory: str
    activities: int
    states: dict[str, int]
    url: str


class BodyProgress(TypedDict):
    """What a body answers for by name, or as the one that fulfils a role.

    Several bodies may answer for one activity, so bodies do not add up.
    """

    body: str
    activities: int
    states: dict[str, int]


class Progress(TypedDict):
    """`progress.json`: a row for each roadmap and territory, for each territory, and for each body."""

    as_of: date
    """The day of the edition: the states are those of this day."""
    states: list[PublicRule]
    reasons: list[PublicRule]
    """Why something is only declared, or has no date."""
    roadmaps: list[RoadmapProgress]
    territories: list[TerritoryProgress]
    bodies: list[BodyProgress]


class LevelProgress(TypedDict):
    """A level of a roadmap in a territory."""

    territory: str
    level: str
    activities: int
    states: dict[str, int]


class ActivityProgress(TypedDict):
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


class RoadmapExecution(TypedDict):
    """`<roadmap>/progress.json`: a roadmap level by level and row by row; `activity` is the id of its twin."""

    roadmap: str
    levels: list[LevelProgress]
    activities: list[ActivityProgress]
