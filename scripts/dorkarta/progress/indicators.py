"""The indicators of a roadmap where they are carried out, with what reports tell of them."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dorkarta.model.indicator import Indicator
from dorkarta.progress.claim import claim_of
from dorkarta.progress.execution import Execution
from dorkarta.progress.measure import Measure, Standing, folded
from dorkarta.progress.performers import performers_of, speaks_for
from dorkarta.progress.plan_and_fact import ToldFigure, measures
from dorkarta.progress.state import Reason
from dorkarta.records.figures import is_about
from dorkarta.records.plan import Planned


@dataclass(frozen=True, kw_only=True, slots=True)
class Track:
    """An indicator of an activity where it is carried out."""

    planned: Planned
    indicator: Indicator
    number: int
    """Its place among the indicators of the activity, from 0."""
    territory: str | None
    """None where several territories carry it out and none of them tells a figure."""
    performers: int
    """How many territories carry it out."""
    measures: tuple[Measure, ...]

    @property
    def standing(self) -> Standing:
        """How the whole time stands."""
        return folded(measure.total.standing for measure in self.measures)

    @property
    def has_facts(self) -> bool:
        """Whether any report tells a figure."""
        return any(line.facts for measure in self.measures for line in (*measure.years, measure.total))

    def of_year(self, year: int) -> Standing | None:
        """How a year stands; None where the indicator says nothing of it."""
        lines = [line for measure in self.measures for line in measure.years if line.year == year]
        return folded(line.standing for line in lines) if lines else None


def tracks_by_roadmap(execution: Execution) -> Mapping[str, tuple[Track, ...]]:
    """The indicators of each roadmap that has any."""
    found = {path: tuple(tracks(execution, path)) for path in sorted(execution.plan.corpus.roadmaps)}
    return {path: listed for path, listed in found.items() if listed}


def tracks(execution: Execution, roadmap: str) -> Iterator[Track]:
    """The indicators of a roadmap in document order; where several territories carry one out, those that report."""
    for one in execution.plan.by_roadmap[roadmap]:
        if one.activity.indicators:
            performers = performers_of(execution.plan.corpus, one)
            told = {path: tuple(_told(execution, one, path)) for path in performers}
            for number, indicator in enumerate(one.activity.indicators):
                yield from _tracks(one, number, indicator, told, execution.as_of)


def _tracks(
    one: Planned, number: int, indicator: Indicator, told: Mapping[str, Sequence[ToldFigure]], as_of: datetime.date
) -> Iterator[Track]:
    about = {
        path: [each for each in figures if is_about(each[1], indicator, one.activity.indicators)]
        for path, figures in told.items()
    }
    reporting: list[str | None] = [path for path in told if about[path] or len(told) == 1]
    for path in reporting or [None]:
        yield Track(
            planned=one,
            indicator=indicator,
            number=number,
            territory=path,
            performers=len(told),
            measures=measures(indicator, about[path] if path else (), one.record.content.period, as_of),
        )


def _told(execution: Execution, one: Planned, territory: str) -> Iterator[ToldFigure]:
    """The figures of a territory's reports, those of later reports last."""
    corpus, as_of = execution.plan.corpus, execution.as_of
    rows = (row for row in execution.entries.get(one.key, ()) if speaks_for(row.record, one, territory))
    for row in sorted(rows, key=lambda row: (row.record.content.period.end, row.record.path, row.row)):
        claim = claim_of(corpus, row, about=one)
        ahead = Reason.AHEAD if claim.times and not claim.proven(as_of) else None
        for actual in row.entry.actuals:
            yield row, actual, claim.doubt or ahead
