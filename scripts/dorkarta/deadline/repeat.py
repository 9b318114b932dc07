"""How often something is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dorkarta.deadline.part import Part


class Recurrence(StrEnum):
    """The rhythm of a recurrence."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    BIMONTHLY = "bimonthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    PER_SCHOOL_QUARTER = "per-school-quarter"


# «2 раза в год» says no more than «один раз в полугодие» about how often, so its rhythm has that name.
_FREQUENCIES = {
    (Recurrence.YEARLY, 2): Recurrence.HALF_YEARLY,
    (Recurrence.YEARLY, 4): Recurrence.QUARTERLY,
    (Recurrence.YEARLY, 6): Recurrence.BIMONTHLY,
    (Recurrence.YEARLY, 12): Recurrence.MONTHLY,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthDays:
    """Days of a month: «25 числа» (25, 25), «до 25 числа» (None, 25), «с 20 по 25 число» (20, 25).

    Arguments:
        first: The first day; None for a limit.
        last: The last day (31 stands for the last of any month); None for «с 20 числа».
    """

    first: int | None
    last: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Repeat:
    """A recurrence: «не реже 2 раз в год», «ежемесячно до 25 числа», «по средам».

    Arguments:
        unit: The stretch in which it happens.
        times: How many times in it.
        at_least: «Не реже», «не менее».
        at_most: «Не чаще», «до 2 раз».
        every: Once in so many units: 2 for «раз в две недели».
        days: Days of the month, when they are said.
        weekdays: Days of the week, Monday is 0.
        nth: Which of the weekdays of a month: 1 for the first, -1 for the last; empty: every one.
        parts: Which parts of the unit: «в конце месяца», «1-я и 3-я недели месяца».
        month: Which month of a quarter or half-year the days lie in: 1 for the first, -1 for the last.
    """

    unit: Recurrence
    times: int = 1
    at_least: bool = False
    at_most: bool = False
    every: int = 1
    days: tuple[MonthDays, ...] = ()
    weekdays: tuple[int, ...] = ()
    nth: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    month: int = 1

    @property
    def recurrence(self) -> Recurrence:
        """The name of the rhythm: «2 раза в год» is half-yearly."""
        return _FREQUENCIES.get((self.unit, self.times), self.unit)

    @property
    def day_of_month(self) -> int | None:
        """The one day of the month, if there is just one."""
        if len(self.days) != 1:
            return None
        return self.days[0].last or self.days[0].first

    @property
    def weekday(self) -> int | None:
        """The one day of the week, if there is just one."""
        return self.weekdays[0] if len(self.weekdays) == 1 else None
