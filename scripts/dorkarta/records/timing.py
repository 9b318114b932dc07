"""When something happens: the words of a deadline, read and laid into the period of their record."""

import datetime
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta.deadline import Interval, Kind, Period, Reading, SchoolCalendar, expand, read

Month = tuple[int, int]
"""Year and month, 1 to 12."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """Days from start to end, both inside; not `exact` when it is some day among them.

    A `limit` is due by its last day; when work on it begins is not said.
    """

    start: datetime.date
    end: datetime.date
    exact: bool
    limit: bool = False

    @property
    def months(self) -> Iterator[Month]:
        """Every month that it touches."""
        year, month = self.start.year, self.start.month
        while (year, month) <= (self.end.year, self.end.month):
            yield year, month
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Timing:
    """What the words mean, and when that is; a recurrence is expanded within the period."""

    reading: Reading
    occurrences: tuple[Occurrence, ...]


def timing_of(
    words: str | None, dates: tuple[Period, ...], *, period: Period, calendar: SchoolCalendar
) -> Timing | None:
    """Read a deadline; dates that an editor gave beside the words go first.

    A limit is due on its last day; what only begins goes on to the end of the period, a turn of a recurrence
    («ежемесячно, с 20 числа») to the end of its month.
    """
    if words is None and not dates:
        return None
    reading = _given(words or "", dates) if dates else read(words or "", period=period, calendar=calendar)
    found = expand(reading, period=period, calendar=calendar)
    closed = (_closed(interval, period, recurs=reading.repeat is not None) for interval in found)
    return Timing(reading=reading, occurrences=tuple(closed))


def _given(words: str, dates: tuple[Period, ...]) -> Reading:
    intervals = tuple(Interval(start=each.start, end=each.end, exact=each.start == each.end) for each in dates)
    kind = Kind.EXACT_DAY if all(interval.exact for interval in intervals) else Kind.DAY_RANGE
    return Reading(text=words, kind=kind, intervals=intervals)


def _closed(interval: Interval, period: Period, *, recurs: bool) -> Occurrence:
    end = interval.end or _open_end(interval.start or period.end, period, recurs=recurs)
    return Occurrence(start=interval.start or end, end=end, exact=interval.exact, limit=interval.start is None)


def _open_end(start: datetime.date, period: Period, *, recurs: bool) -> datetime.date:
    if recurs:
        return start.replace(day=monthrange(start.year, start.month)[1])
    return max(period.end, start)
