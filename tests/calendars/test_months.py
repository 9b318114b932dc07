"""Months and the school years that they belong to."""

import datetime

import pytest

from dorkarta.calendars.months import between, first_day, last_day, month_of, months_of, school_year_of
from dorkarta.records.timing import Month


@pytest.mark.parametrize(
    ("month", "year"), [((2023, 9), 2023), ((2023, 12), 2023), ((2024, 1), 2023), ((2024, 8), 2023)]
)
def test_school_year(month: Month, year: int) -> None:
    """A school year goes from September to August."""
    assert school_year_of(month) == year


def test_the_months_of_a_school_year() -> None:
    """It has twelve months in their order, all its own."""
    months = months_of(2023)
    assert (months[0], months[3], months[4], months[-1]) == ((2023, 9), (2023, 12), (2024, 1), (2024, 8))
    assert len(set(months)) == 12
    assert {school_year_of(month) for month in months} == {2023}


@pytest.mark.parametrize(
    ("month", "last"), [((2024, 2), 29), ((2023, 2), 28), ((1900, 2), 28), ((2024, 4), 30), ((2024, 12), 31)]
)
def test_the_days_of_a_month(month: Month, last: int) -> None:
    """The first and the last day lie in the month, the day after the last one does not."""
    assert (first_day(month).day, last_day(month).day) == (1, last)
    assert month_of(first_day(month)) == month_of(last_day(month)) == month
    assert month_of(last_day(month) + datetime.timedelta(days=1)) != month


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ((2023, 3), (2023, 4), []),
        ((2023, 3), (2023, 5), [(2023, 4)]),
        ((2023, 11), (2024, 2), [(2023, 12), (2024, 1)]),
        ((2023, 3), (2023, 3), []),
        ((2023, 3), (2023, 1), []),
    ],
)
def test_between(first: Month, last: Month, found: list[Month]) -> None:
    """Neither end is between; over the end of a year December and January are."""
    assert list(between(first, last)) == found
