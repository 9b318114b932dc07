"""The occurrences of a recurrence within a period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dorkarta.deadline.part import Part, days_of
from dorkarta.deadline.period import Interval, Period
from dorkarta.deadline.repeat import MonthDays, Recurrence, Repeat
from dorkarta.deadline.window import month_length, months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dorkarta.deadline.reading import Reading
    from dorkarta.deadline.school import SchoolCalendar

_DAY = timedelta(days=1)
_STEPS = {
    Recurrence.MONTHLY: 1,
    Recurrence.BIMONTHLY: 2,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.YEARLY: 12,
}


def expand(reading: Reading, *, period: Period, calendar: SchoolCalendar | None = None) -> tuple[Interval, ...]:
    """Lay a reading into a period.

    A recurrence gives one interval for each of its units that the period touches, cut at the period's ends and
    soft, unless its days are said («до 25 числа», «по средам»). «2 раза в год» gives one interval a year: both
    times lie in it. Units run with the civil year, in a period within one school year with the school year.
    Anything else gives its own intervals.

    Arguments:
        reading: The reading.
        period: The period, most often the record's.
        calendar: The school calendar; without it «раз в четверть» gives nothing.

    Returns:
        Intervals in the order of time.
    """
    repeat = reading.repeat
    if repeat is None or (repeat.unit is Recurrence.YEARLY and reading.intervals):
        return reading.intervals
    found: list[Interval] = []
    for bounds in _bounds(reading, period):
        found += _occurrences(repeat, bounds, calendar)
    return tuple(sorted(found, key=lambda interval: interval.start or interval.end or date.min))


def _bounds(reading: Reading, period: Period) -> Iterator[Period]:
    """Give the stretches in which a recurrence runs: «ежемесячно с сентября по май»."""
    if not reading.intervals:
        yield period
    for interval in reading.intervals:
        start = max(interval.start or period.start, period.start)
        end = min(interval.end or period.end, period.end)
        if start <= end:
            yield Period(start=start, end=end)


def _occurrences(repeat: Repeat, bounds: Period, calendar: SchoolCalendar | None) -> Iterator[Interval]:
    if repeat.unit is Recurrence.DAILY:
        yield from _every_day(repeat, bounds)
    elif repeat.unit is Recurrence.WEEKLY:
        yield from _every_week(repeat, bounds)
    elif repeat.unit is Recurrence.PER_SCHOOL_QUARTER:
        for quarter in _quarters(bounds, calendar):
            yield from _in_stretch(repeat, quarter, bounds)
    else:
        for stretch in _stretches(_STEPS[repeat.unit], repeat.every, bounds):
            yield from _in_stretch(repeat, stretch, bounds)


def _every_day(repeat: Repeat, bounds: Period) -> Iterator[Interval]:
    day = bounds.start
    while day <= bounds.end:
        last = min(day + (repeat.every - 1) * _DAY, bounds.end)
        yield Interval(start=day, end=last, exact=repeat.every == 1)
        day = last + _DAY


def _every_week(repeat: Repeat, bounds: Period) -> Iterator[Interval]:
    monday = bounds.start - bounds.start.weekday() * _DAY
    while monday <= bounds.end:
        if repeat.weekdays:
            days = [monday + weekday * _DAY for weekday in repeat.weekdays]
            yield from (Interval(start=day, end=day, exact=True) for day in days if bounds.covers(day, day))
        else:
            sunday = monday + (7 * repeat.every - 1) * _DAY
            yield Interval(start=max(monday, bounds.start), end=min(sunday, bounds.end), exact=False)
        monday += 7 * repeat.every * _DAY


def _quarters(bounds: Period, calendar: SchoolCalendar | None) -> Iterator[Period]:
    """Give the school quarters that the period touches."""
    for year in sorted(calendar, key=lambda year: year.start) if calendar else ():
        yield from (quarter for quarter in year.quarters if bounds.meets(quarter.start, quarter.end))


def _stretches(step: int, every: int, bounds: Period) -> Iterator[Period]:
    """Give the stretches of so many months that the period touches."""
    year, month = bounds.start.year, 1
    if _is_school_year(bounds) and step != _STEPS[Recurrence.QUARTERLY]:
        year, month = (bounds.start.year if bounds.start.month >= 9 else bounds.start.year - 1), 9
    school_half = month == 9 and step == _STEPS[Recurrence.HALF_YEARLY]
    while date(year, month, 1) <= bounds.end:
        length = step * every
        if school_half:
            length = 4 if month == 9 else 8  # September to December, January to August
        later = year * 12 + month - 1 + length
        until = date(later // 12, later % 12 + 1, 1) - _DAY
        if until >= bounds.start:
            yield Period(start=date(year, month, 1), end=until)
        year, month = later // 12, later % 12 + 1


def _is_school_year(bounds: Period) -> bool:
    """Tell whether a period lies within one school year and over both of its civil years."""
    return (
        bounds.start.month >= 9
        and bounds.end <= date(bounds.start.year + 1, 8, 31)
        and (bounds.end.year > bounds.start.year)
    )


def _in_stretch(repeat: Repeat, stretch: Period, bounds: Period) -> Iterator[Interval]:
    """Give what happens in one month, quarter or year."""
    for day in _days(repeat, stretch):
        start, end = day.start or day.end, day.end or day.start
        if start and end and bounds.meets(start, end):
            yield day
    if repeat.days or repeat.nth:
        return
    for whole in [_part(part, stretch) for part in repeat.parts] or [stretch]:
        if whole and bounds.meets(whole.start, whole.end):
            yield Interval(start=max(whole.start, bounds.start), end=min(whole.end, bounds.end), exact=False)


def _days(repeat: Repeat, stretch: Period) -> Iterator[Interval]:
    """Give the days that are said, of the month of the stretch that is meant."""
    months_on = stretch.start.month - 1 + max(0, repeat.month - 1)
    year, month = stretch.start.year + months_on // 12, months_on % 12 + 1
    if repeat.month < 0:
        year, month = stretch.end.year, stretch.end.month
    length = month_length(year, month)
    for days in repeat.days:
        yield _interval(days, lambda day: date(year, month, min(day, length)))
    for nth in repeat.nth:
        for weekday in repeat.weekdays:
            day = nth_weekday(year, month, weekday, nth)
            if day:
                yield Interval(start=day, end=day, exact=True)


def _interval(days: MonthDays, day: Callable[[int], date]) -> Interval:
    return Interval(
        start=day(days.first) if days.first else None, end=day(days.last) if days.last else None, exact=True
    )


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Give the nth such day of a month; -1 is the last. None where the month has fewer."""
    first, last = months(year, month, month)
    if nth == -1:
        return last - (last.weekday() - weekday) % 7 * _DAY
    day = first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY
    return day if day <= last else None


def _part(part: Part, stretch: Period) -> Period | None:
    """Give a part of a stretch; of anything longer than a month its first or last ten days."""
    start, end = stretch.start, stretch.end
    if (start.year, start.month) == (end.year, end.month):
        days = days_of(part, month_length(start.year, start.month))
        return Period(start=start.replace(day=days[0]), end=start.replace(day=days[1])) if days else None
    if part is Part.BEGINNING:
        return Period(start=start, end=start + 9 * _DAY)
    if part is Part.WEEK_LAST:
        return Period(start=end - 6 * _DAY, end=end)
    return Period(start=end - 9 * _DAY, end=end) if part is Part.END else stretch
