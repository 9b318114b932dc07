"""The public types of indicators' plan and fact, version 1; how things stand is said of the day in `progress.json`."""

from typing_extensions import TypedDict

from dorkarta.feeds.public import PublicQuantityPart
from dorkarta.feeds.public_progress import PublicTerm


class IndicatorLine(TypedDict):
    """A roadmap with indicators; `standings` holds all of them and adds up to `indicators`."""

    roadmap: str
    indicators: int
    standings: dict[str, int]
    url: str
    api: str


class IndicatorList(TypedDict):
    """`indicators.json`."""

    standings: list[PublicTerm]
    roadmaps: list[IndicatorLine]


class PublicValue(TypedDict):
    """What was reached: one number, or what lies between two; null where there is no end."""

    low: float | None
    high: float | None
    percent: bool


class PublicFact(TypedDict):
    """A figure in the words of a report; `doubt` is the reason why the entry proves nothing."""

    entry: str
    text: str
    doubt: str | None


class PublicComparison(TypedDict):
    """Plan and fact of a year, or of the whole time, where `year` is null; share is in whole percent of the plan."""

    year: int | None
    plan: PublicQuantityPart | None
    value: PublicValue | None
    standing: str
    difference: float | None
    share: int | None
    facts: list[PublicFact]


class PublicMeasure(TypedDict):
    """One figure of an indicator: the first or the second one of «1; 4»; accumulation: flow, stock, yearly."""

    name: str
    accumulation: str
    years: list[PublicComparison]
    total: PublicComparison


class PublicTrack(TypedDict):
    """An indicator where it is carried out; `indicator` is its place among those of the activity, from 0.

    Where several territories carry the activity out, there is one for each that reports a figure; where none does,
    there is a single one, and its territory is null.
    """

    activity: str
    indicator: int
    name: str
    territory: str | None
    performers: int
    standing: str
    measures: list[PublicMeasure]


class RoadmapIndicators(TypedDict):
    """`<roadmap>/indicators.json`; `activity` is the id of the roadmap's twin."""

    roadmap: str
    indicators: list[PublicTrack]
