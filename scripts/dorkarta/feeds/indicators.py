"""Plan and fact of indicators for programs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.public_indicators import (
    IndicatorLine,
    IndicatorList,
    PublicComparison,
    PublicFact,
    PublicMeasure,
    PublicTrack,
    PublicValue,
    RoadmapIndicators,
)
from dorkarta.feeds.public_progress import PublicTerm
from dorkarta.progress.indicators import Track
from dorkarta.progress.measure import TITLES, Line, Measure, Standing, Value


def indicator_list(listed: Mapping[str, Sequence[Track]]) -> IndicatorList:
    """How many indicators of each roadmap stand how."""
    return IndicatorList(
        standings=[PublicTerm(id=standing.value, title=title) for standing, title in TITLES.items()],
        roadmaps=[
            IndicatorLine(
                roadmap=path,
                indicators=len(each),
                standings=_standings(each),
                url=addresses.indicators(path),
                api=addresses.indicators_api(path),
            )
            for path, each in listed.items()
        ],
    )


def roadmap_indicators(path: str, listed: Sequence[Track]) -> RoadmapIndicators:
    """All figures of a roadmap."""
    return RoadmapIndicators(roadmap=path, indicators=[_track(each) for each in listed])


def _standings(listed: Sequence[Track]) -> dict[str, int]:
    found = Counter(each.standing for each in listed)
    return {standing.value: found[standing] for standing in Standing}


def _track(track: Track) -> PublicTrack:
    return PublicTrack(
        activity=track.planned.activity.id,
        indicator=track.number,
        name=track.indicator.name,
        territory=track.territory,
        performers=track.performers,
        standing=track.standing.value,
        measures=[_measure(each) for each in track.measures],
    )


def _measure(measure: Measure) -> PublicMeasure:
    return PublicMeasure(
        name=measure.name,
        accumulation=measure.accumulation.value,
        years=[_comparison(line) for line in measure.years],
        total=_comparison(measure.total),
    )


def _comparison(line: Line) -> PublicComparison:
    return PublicComparison(
        year=line.year,
        plan=convert.quantity_part(line.goal) if line.goal else None,
        value=_value(line.value) if line.value else None,
        standing=line.standing.value,
        difference=None if line.difference is None else float(line.difference),
        share=line.share,
        facts=[
            PublicFact(entry=fact.row.key, text=fact.words, doubt=fact.doubt.value if fact.doubt else None)
            for fact in line.facts
        ],
    )


def _value(value: Value) -> PublicValue:
    return PublicValue(low=_finite(value.bounds.low), high=_finite(value.bounds.high), percent=value.percent)


def _finite(number: Decimal) -> float | None:
    return float(number) if number.is_finite() else None
