"""Months, and the school years that they belong to."""

import datetime
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from dorkarta.records.timing import Month

SEPTEMBER: Final = 9
"""School years begin on 1 September in every federal calendar."""


def month_of(date: datetime.date) -> Month:
    """The month of a day."""
    return date.year, date.month


def first_day(month: Month) -> datetime.date:
    """The first day of a month."""
    return datetime.date(*month, 1)


def last_day(month: Month) -> datetime.date:
    """The last day of a month."""
    return datetime.date(*month, monthrange(*month)[1])


def school_year_of(month: Month) -> int:
    """The year in which the school year of a month began."""
    year, number = month
    return year if number >= SEPTEMBER else year - 1


def months_of(first: int) -> tuple[Month, ...]:
    """The twelve months of a school year."""
    return tuple(
        (first, number) if number >= SEPTEMBER else (first + 1, number)
        for number in (*range(SEPTEMBER, 13), *range(1, SEPTEMBER))
    )


def between(first: Month, last: Month) -> Iterator[Month]:
    """The months after the first one and before the last one."""
    year, number = first
    while True:
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
        if (year, number) >= last:
            return
        yield year, number
