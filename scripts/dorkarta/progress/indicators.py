"""The indicators of a roadmap where they are carried out, with what reports tell of them."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dorkarta.model.indicator import Indicator
from dorkarta.progress.claim import claim_of
from dorkarta.progress.measure import Measure, Standing, folded
from dorkarta.progress.performers import performers_of, speaks_for
from dorkarta.progress.plan_and_fact import ToldFigure, measures
from dorkarta.progress.state import Reason
from dorkarta.records.corpus import Corpus
from dorkarta.records.figures import is_about
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.references import EntryRow


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


def has_tracks(plan: Plan, roadmap: str) -> bool:
    """Whether a roadmap has indicators, known without following any."""
    return any(one.activity.indicators for one in plan.by_roadmap[roadmap])


def tracks(
    plan: Plan, roadmap: str, entries: Mapping[str, Sequence[EntryRow]], as_of: datetime.date
) -> Iterator[Track]:
    """The indicators of a roadmap in document order; where several territories carry one out, those that report.

    Arguments:
        plan: All activities.
        roadmap: Its path.
        entries: By the key of an activity: the entries of all reports that name it.
        as_of: The day.
    """
    corpus = plan.corpus
    for one in plan.by_roadmap.get(roadmap, ()):
        if one.activity.indicators:
            rows = entries.get(one.key, ())
            told = {path: tuple(_told(corpus, one, path, rows, as_of)) for path in performers_of(corpus, one)}
            for number, indicator in enumerate(one.activity.indicators):
                yield from _tracks(one, number, indicator, told, as_of)


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


def _told(
    corpus: Corpus, one: Planned, territory: str, rows: Sequence[EntryRow], as_of: datetime.date
) -> Iterator[ToldFigure]:
    """The figures of a territory's reports, those of later reports last."""
    own = (row for row in rows if speaks_for(row.record, one, territory))
    for row in sorted(own, key=lambda row: (row.record.content.period.end, row.record.path, row.row)):
        claim = claim_of(corpus, row, about=one)
        ahead = Reason.AHEAD if claim.times and not claim.proven(as_of) else None
        for actual in row.entry.actuals:
            yield row, actual, claim.doubt or ahead
