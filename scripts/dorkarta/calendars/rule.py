"""The rule behind days that follow each other regularly."""

import datetime
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dorkarta.calendars.ical import day_value

SHORTEST: Final = 3
"""Two days follow each other by any rule, so they prove none."""

_WEEK: Final = 7
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class By(StrEnum):
    """What stays the same from one day to the next."""

    DAYS = "days"
    """Their distance."""
    DAY_OF_MONTH = "day-of-month"
    LAST_DAY = "last-day"
    """All are last days of months, of whatever length."""
    WEEKDAY = "weekday"
    """All are the same weekday of their months: the second Friday."""
    LAST_WEEKDAY = "last-weekday"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """How days follow each other: every so many days, or on a certain day of every so many months."""

    by: By
    step: int
    """In days or in months."""

    def matches(self, first: datetime.date, number: int, day: datetime.date) -> bool:
        """Whether the rule leads from the first day, which is number 0, to just this one."""
        if self.by is By.DAYS:
            return (day - first).days == number * self.step
        if _months(first, day) != number * self.step:
            return False
        match self.by:
            case By.DAY_OF_MONTH:
                return day.day == first.day
            case By.LAST_DAY:
                return is_last(day)
            case By.WEEKDAY:
                return day.weekday() == first.weekday() and _week(day) == _week(first)
            case _:
                return day.weekday() == first.weekday() and _in_last_week(day)

    def value(self, first: datetime.date, until: datetime.date) -> str:
        """The value of RRULE; `until` is the last day of all."""
        if self.by is By.DAYS:
            weeks, rest = divmod(self.step, _WEEK)
            frequency, interval = ("DAILY", self.step) if rest else ("WEEKLY", weeks)
        else:
            frequency, interval = "MONTHLY", self.step
        parts = [f"FREQ={frequency}"]
        if interval > 1:
            parts.append(f"INTERVAL={interval}")
        weekday = _WEEKDAYS[first.weekday()]
        match self.by:
            case By.LAST_DAY:
                parts.append("BYMONTHDAY=-1")
            case By.WEEKDAY:
                parts.append(f"BYDAY={_week(first)}{weekday}")
            case By.LAST_WEEKDAY:
                parts.append(f"BYDAY=-1{weekday}")
        return ";".join((*parts, f"UNTIL={day_value(until)}"))


def runs(days: Sequence[datetime.date]) -> Iterator[tuple[int, Rule | None]]:
    """Cut ascending days into stretches: how many belong together, and by which rule.

    A day that no rule takes in stands alone. Every day of a stretch was compared with its rule, so the rule with
    the last day as its end gives back just these days.
    """
    at = 0
    while at < len(days):
        length, rule = max(
            ((_length(days, at, rule), rule) for rule in _candidates(days, at)),
            key=lambda found: found[0],
            default=(1, None),
        )
        if length < SHORTEST:
            length, rule = 1, None
        yield length, rule
        at += length


def is_last(day: datetime.date) -> bool:
    """Whether it is the last day of its month."""
    return day.day == _month_length(day)


def _length(days: Sequence[datetime.date], at: int, rule: Rule) -> int:
    first = days[at]
    length = 1
    while at + length < len(days) and rule.matches(first, length, days[at + length]):
        length += 1
    return length


def _candidates(days: Sequence[datetime.date], at: int) -> Iterator[Rule]:
    """The rules that the next two days could follow, the plainest first."""
    if at + 1 >= len(days):
        return
    months, distance = _months(days[at], days[at + 1]), (days[at + 1] - days[at]).days
    if months > 0:
        yield Rule(by=By.DAY_OF_MONTH, step=months)
        if is_last(days[at]):
            yield Rule(by=By.LAST_DAY, step=months)
    if 0 < distance < _WEEK or (distance > 0 and distance % _WEEK == 0):
        yield Rule(by=By.DAYS, step=distance)
    if months > 0:
        yield Rule(by=By.WEEKDAY, step=months)
        if _in_last_week(days[at]):
            yield Rule(by=By.LAST_WEEKDAY, step=months)


def _months(first: datetime.date, day: datetime.date) -> int:
    return (day.year - first.year) * 12 + day.month - first.month


def _week(day: datetime.date) -> int:
    return (day.day - 1) // _WEEK + 1


def _in_last_week(day: datetime.date) -> bool:
    return day.day > _month_length(day) - _WEEK


def _month_length(day: datetime.date) -> int:
    return monthrange(day.year, day.month)[1]
