"""Plan and fact of a figure: how what was reached compares with what was planned, on a day; pure."""

import datetime
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta.deadline import Period
from dorkarta.model.actual import Actual
from dorkarta.model.indicator import Accumulation, Indicator
from dorkarta.model.quantity import QuantityPart
from dorkarta.progress.measure import Fact, Line, Measure, Standing, Value, folded
from dorkarta.progress.state import Reason
from dorkarta.records.figures import (
    Bounds,
    accumulation_of,
    bounds_of,
    goal_of,
    is_limit,
    name_of,
    part_of,
    summed,
    target_of,
    width_of,
    words_of,
    years_of,
)
from dorkarta.records.references import EntryRow

ToldFigure = tuple[EntryRow, Actual, Reason | None]
"""A figure with the entry that tells it, and why that proves nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _When:
    """A time, seen from a day."""

    period: Period
    as_of: datetime.date

    @property
    def runs(self) -> bool:
        """Whether it is not over yet."""
        return self.as_of <= self.period.end


def measures(
    indicator: Indicator, told: Sequence[ToldFigure], period: Period, as_of: datetime.date
) -> tuple[Measure, ...]:
    """Every figure of an indicator against what was told of it.

    Arguments:
        indicator: The plan.
        told: The figures, those of later reports last: of the same year the last one holds.
        period: The time of the roadmap.
        as_of: The day.
    """
    width, when = width_of(indicator), _When(period=period, as_of=as_of)
    return tuple(_measure(indicator, index, dict(_facts(told, index, width, as_of)), when) for index in range(width))


def _facts(
    told: Iterable[ToldFigure], index: int, width: int, as_of: datetime.date
) -> Iterator[tuple[int | None, Fact]]:
    """By year; what is said of a year that has not begun is no fact yet."""
    for row, actual, doubt in told:
        year = int(actual.year) if actual.year else None
        if year is None or year <= as_of.year:
            part = part_of(actual.value, index, width)
            words = words_of(actual.value, index) if part else actual.value.text
            yield year, Fact(row=row, part=part, words=words, doubt=doubt)


def _measure(indicator: Indicator, index: int, facts: Mapping[int | None, Fact], when: _When) -> Measure:
    accumulation, target = accumulation_of(indicator, index), target_of(indicator, index)
    goals = dict(years_of(indicator, index))
    if accumulation is Accumulation.YEARLY and target is not None and not indicator.years:
        goals = dict.fromkeys(range(when.period.start.year, when.period.end.year + 1), target)
    listed = sorted({*goals, *(year for year in facts if year is not None)})
    years = tuple(_year(year, goals.get(year), facts.get(year), when) for year in listed)
    return Measure(
        name=name_of(indicator, index),
        accumulation=accumulation,
        years=years,
        total=_total(accumulation, target, years, facts.get(None), when),
    )


def _asks(goal: QuantityPart) -> bool:
    """Whether there is anything to be reached: a plain nought is no plan."""
    return goal.number != 0 or is_limit(goal)


def _year(year: int, goal: QuantityPart | None, fact: Fact | None, when: _When) -> Line:
    return _compared(year, goal, fact, _time(year, goal, when.period), when.as_of)


def _compared(
    year: int | None, goal: QuantityPart | None, fact: Fact | None, time: Period, as_of: datetime.date
) -> Line:
    value, facts = _value(fact.part, goal) if fact and fact.part else None, (fact,) if fact else ()
    standing = _standing(goal, value, facts, time, as_of)
    return Line(year=year, goal=goal, value=value, facts=facts, standing=standing)


def _time(year: int, goal: QuantityPart | None, period: Period) -> Period:
    """When a year's figure is asked for: «1 (май)» by the end of May, else by the end of the year or of the roadmap."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if goal is not None and goal.month:
        return Period(start=first, end=datetime.date(year, goal.month, monthrange(year, goal.month)[1]))
    if period.meets(first, last):
        return Period(start=max(first, period.start), end=min(last, period.end))
    return Period(start=first, end=last)


def _value(part: QuantityPart, goal: QuantityPart | None) -> Value:
    """A fact in the unit of its plan: «3 из 4» are 75 % where the plan is in percent."""
    if part.whole and goal is not None and goal.percent:
        share = part.number * 100 / part.whole
        return Value(bounds=Bounds(low=share, high=share), percent=True)
    return Value(bounds=bounds_of(part), percent=part.percent)


def _standing(
    goal: QuantityPart | None, value: Value | None, facts: Sequence[Fact], time: Period, as_of: datetime.date
) -> Standing:
    """How a fact stands to its plan; what is still going on may be reached already but is not missed yet."""
    if goal is None or not _asks(goal):
        return Standing.NOT_ASKED
    if as_of < time.start:
        return Standing.AHEAD
    if value is None and not facts:
        return Standing.RUNNING if as_of <= time.end else Standing.NO_FACT
    if value is None or value.percent is not goal.percent or goal.frequency not in (None, "yearly"):
        return Standing.UNCLEAR
    if value.bounds.within(goal_of(goal)):
        if is_limit(goal) and as_of <= time.end:
            return Standing.RUNNING
        return Standing.DECLARED if any(fact.doubt for fact in facts) else Standing.REACHED
    if as_of <= time.end:
        return Standing.RUNNING
    return Standing.UNCLEAR if value.bounds.meets(goal_of(goal)) else Standing.MISSED


def _total(
    accumulation: Accumulation, goal: QuantityPart | None, years: Sequence[Line], fact: Fact | None, when: _When
) -> Line:
    """The whole time: what a report says of it, else what the years make."""
    if fact is not None:
        return _compared(None, goal, fact, when.period, when.as_of)
    asked = _asked(years, when)
    value, facts = _together(accumulation, years)
    if accumulation is Accumulation.YEARLY or goal is None:
        standing = _of_every_year(years, asked)
    else:
        standing = _standing(goal, value, facts, when.period if facts else asked.period, when.as_of)
        if standing in _settling(accumulation, goal) and _is_open(accumulation, years):
            standing = Standing.RUNNING if when.runs else Standing.INCOMPLETE
    return Line(year=None, goal=goal, value=value, facts=facts, standing=standing)


def _together(accumulation: Accumulation, years: Sequence[Line]) -> tuple[Value | None, tuple[Fact, ...]]:
    """What the years make: their sum, or the last of them."""
    known = [each for each in years if each.value is not None]
    if accumulation is Accumulation.FLOW and known:
        return _sum(known), tuple(fact for each in known for fact in each.facts)
    if accumulation is Accumulation.STOCK and known:
        return known[-1].value, known[-1].facts
    return None, ()


def _asked(years: Sequence[Line], when: _When) -> _When:
    """From the first year that asks for something to the last one: what is not told of by then is past.

    What is short then may still be made good before the roadmap ends.
    """
    times = [_time(line.year, line.goal, when.period) for line in years if line.year and line.goal and _asks(line.goal)]
    if not times:
        return when
    whole = Period(start=min(time.start for time in times), end=max(time.end for time in times))
    return _When(period=whole, as_of=when.as_of)


def _sum(lines: Sequence[Line]) -> Value | None:
    """What the years make together; nothing where some are percents and some are not."""
    values = [line.value for line in lines if line.value is not None]
    percent = values[0].percent
    if any(value.percent is not percent for value in values):
        return None
    return Value(bounds=summed(value.bounds for value in values), percent=percent)


def _of_every_year(years: Sequence[Line], when: _When) -> Standing:
    standing = folded(line.standing for line in years)
    if standing is Standing.NO_FACT:
        if when.runs:
            return Standing.RUNNING
        return Standing.INCOMPLETE if any(line.value for line in years) else standing
    return standing


def _settling(accumulation: Accumulation, goal: QuantityPart) -> frozenset[Standing]:
    """What is not so yet while a year has no fact: any level; a sum that is short of its plan or within its limit."""
    if accumulation is Accumulation.STOCK:
        return _MADE | {Standing.MISSED}
    return _MADE if is_limit(goal) else frozenset({Standing.MISSED})


_MADE: Final = frozenset({Standing.REACHED, Standing.DECLARED})


def _is_open(accumulation: Accumulation, years: Sequence[Line]) -> bool:
    """Whether a year that is asked for has no fact: of a level the last one, of a sum any."""
    asked = [each.value is None for each in years if each.standing is not Standing.NOT_ASKED]
    return asked[-1] if asked and accumulation is Accumulation.STOCK else any(asked)
