"""The turns of an activity: each time that it is to happen or to be ready."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dorkarta.deadline import Kind
from dorkarta.deadline.repeat import Recurrence, Repeat
from dorkarta.model.form import FormKind
from dorkarta.records.plan import Planned


class TurnUnit(StrEnum):
    """What turns are counted in: «2 из 4 четвертей»."""

    SCHOOL_QUARTER = "school-quarter"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    MONTH = "month"
    TWO_MONTHS = "two-months"
    WEEK = "week"
    DAY = "day"
    TIME = "time"
    """Dates that no rhythm joins: «февраль, сентябрь 2021»."""
    PART = "part"


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One time that something is due, its days inside."""

    start: datetime.date
    end: datetime.date
    limit: bool = False
    """It is due by its last day; when work on it begins is not said."""
    lasting: bool = False
    """It goes on to its last day, whatever is done before it: «ведение базы данных в течение года»."""
    times: int = 1
    """How often within it: «2 раза в год»."""
    part: str | None = None
    """The id of the part of the activity that it belongs to."""

    @property
    def begins(self) -> datetime.date:
        """The first day on which what is done counts for it."""
        return datetime.date.min if self.limit else self.start


@dataclass(frozen=True, kw_only=True, slots=True)
class Turns:
    """All turns of an activity, in order of time."""

    turns: tuple[Turn, ...]
    unit: TurnUnit = TurnUnit.TIME
    uncounted: bool = False
    """It recurs, but nobody knows when: school quarters without dates."""


_UNITS = {
    Recurrence.DAILY: TurnUnit.DAY,
    Recurrence.WEEKLY: TurnUnit.WEEK,
    Recurrence.MONTHLY: TurnUnit.MONTH,
    Recurrence.BIMONTHLY: TurnUnit.TWO_MONTHS,
    Recurrence.QUARTERLY: TurnUnit.QUARTER,
    Recurrence.HALF_YEARLY: TurnUnit.HALF_YEAR,
    Recurrence.YEARLY: TurnUnit.YEAR,
    Recurrence.PER_SCHOOL_QUARTER: TurnUnit.SCHOOL_QUARTER,
}


def turns_of(one: Planned, parts: Sequence[Planned] = ()) -> Turns:
    """The turns of an activity: those of its parts that have a time of their own, else its own.

    Arguments:
        one: The activity, or a part of one.
        parts: Everything inside it.
    """
    timed = [part for part in parts if part.timing is not None]
    if not timed:
        return _own(one)
    found = [turn for part in timed for turn in _tagged(_own(part), part.activity.id)]
    return Turns(
        turns=tuple(sorted(found, key=_order)),
        unit=TurnUnit.PART if len(timed) == len(found) else TurnUnit.TIME,
        uncounted=any(_own(part).uncounted for part in timed),
    )


def _own(one: Planned) -> Turns:
    repeat = one.timing.reading.repeat if one.timing else None
    turns = tuple(_timed(one, repeat)) if one.occurrences else tuple(_by_figures(one))
    by_years = not one.occurrences and turns
    unit = TurnUnit.YEAR if by_years else _unit(repeat, turns)
    return Turns(turns=turns, unit=unit, uncounted=_recurs(one, repeat) and not turns)


def _recurs(one: Planned, repeat: Repeat | None) -> bool:
    """«В конце каждой четверти» is no rhythm for the reader of deadlines, but it comes again all the same."""
    return repeat is not None or (one.timing is not None and one.timing.reading.kind is Kind.SCHOOL_QUARTER)


def _timed(one: Planned, repeat: Repeat | None) -> Iterator[Turn]:
    lasting = (
        one.timing is not None
        and one.timing.reading.kind is Kind.ONGOING
        and all(form.kind is FormKind.PROCESS for form in one.forms)
    )
    times = repeat.times if repeat is not None and not repeat.days and not repeat.weekdays else 1
    for each in sorted(one.occurrences, key=lambda each: (each.end, each.start)):
        yield Turn(start=each.start, end=each.end, limit=each.limit, lasting=lasting, times=times)


def _by_figures(one: Planned) -> Iterator[Turn]:
    """What has no deadline but figures for years is due in each year with a figure."""
    if one.timing is not None:
        return
    period = one.record.content.period
    for year in one.years:
        start, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        if period.meets(start, end):
            yield Turn(start=max(start, period.start), end=min(end, period.end))


def _unit(repeat: Repeat | None, turns: tuple[Turn, ...]) -> TurnUnit:
    """Where turns are not just one a unit, only times can be counted."""
    if repeat is None or repeat.every > 1 or repeat.weekdays or len(repeat.parts) > 1 or len(repeat.days) > 1:
        return TurnUnit.TIME
    return TurnUnit.TIME if any(turn.times > 1 for turn in turns) else _UNITS[repeat.unit]


def _tagged(turns: Turns, part: str) -> Iterator[Turn]:
    for turn in turns.turns:
        yield Turn(start=turn.start, end=turn.end, limit=turn.limit, lasting=turn.lasting, times=turn.times, part=part)


def _order(turn: Turn) -> tuple[datetime.date, datetime.date]:
    return turn.end, turn.start
