"""What is on in a month, and in which school year there was something on."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dorkarta.calendars.events import is_entry
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month, Occurrence

SEPTEMBER: Final = 9
"""School years begin on 1 September in every federal calendar."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthAgenda:
    """A month with what falls into it, apart from what goes on all the time."""

    month: Month
    planned: tuple[Planned, ...]


def month_of(date: datetime.date) -> Month:
    """The month of a day."""
    return date.year, date.month


def school_year_of(month: Month) -> int:
    """The year in which the school year of a month began."""
    year, number = month
    return year if number >= SEPTEMBER else year - 1


def agenda(planned: Iterable[Planned], month: Month) -> MonthAgenda:
    """What is on in a month, parts of activities apart, in order of dates."""
    found = [one for one in planned if month in entry_months(one)]
    return _agenda(found, month)


def last_active_school_year(planned: Iterable[Planned], *, until: Month) -> tuple[MonthAgenda, ...]:
    """The months, not empty ones, of the latest school year up to a month in which something was on."""
    by_month: dict[Month, list[Planned]] = {}
    for one in planned:
        for month in entry_months(one):
            if month <= until:
                by_month.setdefault(month, []).append(one)
    if not by_month:
        return ()
    last = school_year_of(max(by_month))
    return tuple(_agenda(ones, month) for month, ones in sorted(by_month.items()) if school_year_of(month) == last)


def entry_months(one: Planned) -> frozenset[Month]:
    """The months with an entry of an activity."""
    return frozenset(month for each in _entries(one) for month in each.months)


def _entries(one: Planned) -> Iterator[Occurrence]:
    return (each for each in one.occurrences if is_entry(one, each))


def _agenda(planned: Iterable[Planned], month: Month) -> MonthAgenda:
    """By what falls into the month: an earlier turn of the same activity does not count."""

    def order(one: Planned) -> tuple[datetime.date, str, int]:
        return min(each.start for each in _entries(one) if month in each.months), one.record.path, one.line

    return MonthAgenda(month=month, planned=tuple(sorted(planned, key=order)))
