"""The turns of an activity: each time that it is to happen or to be ready."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from dorkarta.deadline import Kind, Period
from dorkarta.deadline.repeat import Recurrence, Repeat
from dorkarta.model.form import FormKind
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Occurrence, Timing

_DAY: Final = datetime.timedelta(days=1)


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
    ACTIVITY = "activity"
    """The activities of a lower roadmap that carry it out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One time that something is due, its days inside."""

    start: datetime.date
    end: datetime.date
    limit: bool = False
    """It is due by its last day; when work on it begins is not said."""
    opens: datetime.date = datetime.date.min
    """Of a limit: the first day on which what is done counts for it and not for the limit before it."""
    lasting: bool = False
    """It goes on to its last day, whatever is done before it: «ведение базы данных в течение года»."""
    times: int = 1
    """How often within it: «2 раза в год»."""
    part: str | None = None
    """The id of the part of the activity that it belongs to."""

    @property
    def begins(self) -> datetime.date:
        """The first day on which what is done counts for it."""
        return self.opens if self.limit else self.start

    def meets(self, time: Period) -> bool:
        """Whether something done then may have been done for it."""
        return self.begins <= time.end and time.start <= self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Loose:
    """Something to be done on no day that anybody knows: «по плану работы МНЦ»."""

    part: str | None = None
    """The id of the part of the activity that it is."""
    uncounted: bool = False
    """It recurs, and nobody knows how often: school quarters without dates."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turns:
    """All turns of an activity, in order of time."""

    turns: tuple[Turn, ...]
    loose: tuple[Loose, ...] = ()
    """What has no days: the activity itself, or parts of it."""
    unit: TurnUnit = TurnUnit.TIME


_UNITS: Final = {
    Recurrence.DAILY: TurnUnit.DAY,
    Recurrence.WEEKLY: TurnUnit.WEEK,
    Recurrence.MONTHLY: TurnUnit.MONTH,
    Recurrence.BIMONTHLY: TurnUnit.TWO_MONTHS,
    Recurrence.QUARTERLY: TurnUnit.QUARTER,
    Recurrence.HALF_YEARLY: TurnUnit.HALF_YEAR,
    Recurrence.YEARLY: TurnUnit.YEAR,
    Recurrence.PER_SCHOOL_QUARTER: TurnUnit.SCHOOL_QUARTER,
}

_LENGTH: Final = {
    Recurrence.WEEKLY: 7,
    Recurrence.MONTHLY: 30,
    Recurrence.BIMONTHLY: 61,
    Recurrence.QUARTERLY: 91,
    Recurrence.HALF_YEARLY: 182,
    Recurrence.YEARLY: 365,
}
"""How many days a turn has when nothing cuts it."""

_LONG: Final = frozenset({Kind.ONGOING, Kind.YEAR, Kind.YEAR_RANGE, Kind.SCHOOL_YEAR, Kind.FROM_DATE})
"""Deadlines that last as long as the work does, where the work is a process."""


def turns_of(one: Planned, parts: Sequence[Planned] = ()) -> Turns:
    """The turns of an activity: those of its parts that have a time of their own, else its own.

    Arguments:
        one: The activity, or a part of one.
        parts: Everything inside it.
    """
    timed = {part.activity.id: _own(part) for part in parts if part.timing is not None}
    if not timed:
        return _own(one)
    found = [replace(turn, part=part) for part, turns in timed.items() for turn in turns.turns]
    return Turns(
        turns=tuple(sorted(found, key=lambda turn: (turn.end, turn.start))),
        loose=tuple(replace(loose, part=part) for part, turns in timed.items() for loose in turns.loose),
        unit=TurnUnit.PART if all(len(turns.turns) <= 1 for turns in timed.values()) else TurnUnit.TIME,
    )


def kinds_of(one: Planned) -> tuple[FormKind, ...]:
    """The kinds of the forms of an activity: besides its timing all that its own turns depend on, where it has any."""
    return tuple([form.kind for form in one.forms])


def _own(one: Planned) -> Turns:
    if one.timing is not None:
        return _by_timing(one.timing, kinds_of(one))
    if by_figures := tuple(_by_figures(one)):
        return Turns(turns=by_figures, unit=TurnUnit.YEAR)
    return Turns(turns=(), loose=(Loose(),))


@lru_cache(maxsize=4096)  # the same few words of time stand in thousands of rows
def _by_timing(timing: Timing, kinds: tuple[FormKind, ...]) -> Turns:
    repeat = timing.reading.repeat
    if timing.occurrences:
        turns = tuple(_timed(timing, repeat, lasting=_lasts(timing.reading.kind, kinds)))
        return Turns(turns=turns, unit=_unit(repeat, turns))
    return Turns(turns=(), loose=(Loose(uncounted=_recurs(timing, repeat)),), unit=_unit(repeat, ()))


def _recurs(timing: Timing, repeat: Repeat | None) -> bool:
    """«В конце каждой четверти» is no rhythm for the reader of deadlines, but it comes again all the same."""
    return repeat is not None or timing.reading.kind is Kind.SCHOOL_QUARTER


def _timed(timing: Timing, repeat: Repeat | None, *, lasting: bool) -> Iterator[Turn]:
    opens = datetime.date.min
    for each in _uncut(sorted(timing.occurrences, key=lambda each: (each.end, each.start)), repeat):
        yield Turn(
            start=each.start,
            end=each.end,
            limit=each.limit,
            opens=opens if each.limit else datetime.date.min,
            lasting=lasting and not each.limit,
            times=_times(timing, repeat, each),
        )
        opens = each.end + _DAY


def _uncut(found: list[Occurrence], repeat: Repeat | None) -> list[Occurrence]:
    """What the roadmap leaves less than half of joins its neighbour: December alone asks for no half-year."""
    if repeat is None or repeat.days or repeat.weekdays or repeat.parts or len(found) < 2:
        return found
    half = datetime.timedelta(days=_LENGTH.get(repeat.unit, 0) * repeat.every // 2)
    first, last = found[0], found[-1]
    if first.end - first.start + _DAY < half:
        found = [replace(found[1], start=first.start), *found[2:]]
    if last.end - last.start + _DAY < half and len(found) > 1:
        found = [*found[:-2], replace(found[-2], end=last.end)]
    return found


def _lasts(kind: Kind, kinds: Sequence[FormKind]) -> bool:
    """Whether it is work that goes on; of what names no form only «в течение года» and its like says so."""
    if kind not in _LONG or not all(each is FormKind.PROCESS for each in kinds):
        return False
    return bool(kinds) or kind is Kind.ONGOING


def _times(timing: Timing, repeat: Repeat | None, each: Occurrence) -> int:
    """How often within a turn; «не чаще» asks for no second time, a year that the roadmap cuts for its share."""
    if repeat is None or repeat.at_most or repeat.days or repeat.weekdays:
        return 1
    if repeat.unit is not Recurrence.YEARLY or repeat.parts or timing.reading.intervals:
        return repeat.times
    share = ((each.end - each.start).days + 1) / (_LENGTH[repeat.unit] * repeat.every)
    return max(1, min(repeat.times, round(repeat.times * share)))


def _by_figures(one: Planned) -> Iterator[Turn]:
    """What has no deadline but figures for years is due in each year with a figure."""
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
