"""When something happens: the words of a deadline, read and laid into the period of their record."""

import datetime
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dorkarta.deadline import Interval, Kind, Period, Reading, SchoolCalendar, expand, read

Month = tuple[int, int]
"""Year and month, 1 to 12."""


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """Days from start to end, both inside; not `exact` when it is some day among them.

    A `limit` is due by its last day; when work on it begins is not said.
    """

    start: datetime.date
    end: datetime.date
    exact: bool
    limit: bool = False

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """Every month that it touches."""
        first, last = self.start.year * 12 + self.start.month - 1, self.end.year * 12 + self.end.month - 1
        return tuple((number // 12, number % 12 + 1) for number in range(first, last + 1))


@dataclass(frozen=True, kw_only=True)
class Timing:
    """What the words mean, and when that is; a recurrence is expanded within the period.

    The same few stand in thousands of rows, so what follows from one is found once.
    """

    reading: Reading
    occurrences: tuple[Occurrence, ...]

    def __hash__(self) -> int:
        """By a little of it, which tells most apart: all turns of a year would be hashed whenever one is looked up."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.reading.text, self.occurrences[:1]))

    def __getstate__(self) -> Mapping[str, object]:
        """Without what follows from it: of a hash each process has another."""
        return {"reading": self.reading, "occurrences": self.occurrences}

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months that its occurrences touch, in order."""
        return tuple(sorted({month for each in self.occurrences for month in each.months}))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The calendar years that its occurrences touch, in order."""
        return tuple(dict.fromkeys(year for year, _ in self.months))


Words = tuple[str | None, tuple[Period, ...]]
"""The words of a deadline, and the dates that an editor gave beside them."""


class Timings:
    """What deadlines mean within one period, by one school calendar; each is read once."""

    def __init__(self, period: Period, calendar: SchoolCalendar) -> None:
        self._period = period
        self._calendar = calendar
        self.known: dict[Words, Timing | None] = {}

    def of(self, words: str | None, dates: tuple[Period, ...] = ()) -> Timing | None:
        """Read a deadline; dates that an editor gave beside the words go first.

        A limit is due on its last day; what only begins goes on to the end of the period, a turn of a recurrence
        («ежемесячно, с 20 числа») to the end of its month.
        """
        if words is None and not dates:
            return None
        asked = words, dates
        if asked not in self.known:
            self.known[asked] = self._read(words or "", dates)
        return self.known[asked]

    def _read(self, words: str, dates: tuple[Period, ...]) -> Timing:
        period, calendar = self._period, self._calendar
        reading = _given(words, dates) if dates else read(words, period=period, calendar=calendar)
        found = expand(reading, period=period, calendar=calendar)
        closed = (_closed(interval, period, recurs=reading.repeat is not None) for interval in found)
        return Timing(reading=reading, occurrences=tuple(closed))


def timings_of(period: Period, calendar: SchoolCalendar) -> Timings:
    """What deadlines mean in records of a period: many have the same, and few territories a calendar of their own."""
    frame = period, calendar
    if frame not in FRAMES:
        FRAMES[frame] = Timings(period, calendar)
    return FRAMES[frame]


FRAMES: Final[dict[tuple[Period, SchoolCalendar], Timings]] = {}
"""All that was read in this process."""


def timing_of(
    words: str | None, dates: tuple[Period, ...], *, period: Period, calendar: SchoolCalendar
) -> Timing | None:
    """What one deadline means; see `Timings.of`."""
    return timings_of(period, calendar).of(words, dates)


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
