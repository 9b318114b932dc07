"""School quarters and holidays: data of the territory, never a guess."""

from __future__ import annotations

from datetime import date

import pytest

from dorkarta.deadline import (
    Interval,
    Kind,
    Period,
    Recurrence,
    SchoolCalendar,
    SchoolYear,
    Season,
    expand,
    read,
    wording,
)

PERIOD = Period(start=date(2020, 9, 1), end=date(2021, 8, 31))
AUTUMN = Period(start=date(2020, 11, 2), end=date(2020, 11, 8))
SPRING = Period(start=date(2021, 3, 22), end=date(2021, 3, 28))
QUARTERS = (
    Period(start=date(2020, 9, 1), end=date(2020, 10, 31)),
    Period(start=date(2020, 11, 9), end=date(2020, 12, 29)),
    Period(start=date(2021, 1, 11), end=date(2021, 3, 21)),
    Period(start=date(2021, 3, 29), end=date(2021, 5, 25)),
)
CALENDAR = SchoolCalendar(
    years=(
        SchoolYear(start=2020, quarters=QUARTERS, holidays=((Season.AUTUMN, AUTUMN), (Season.SPRING, SPRING))),
        SchoolYear(start=2021, quarters=(Period(start=date(2021, 9, 1), end=date(2021, 10, 24)),)),
    )
)


def soft(start: date, end: date) -> Interval:
    """Make an interval in which the day is not said."""
    return Interval(start=start, end=end, exact=False)


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("I четверть", (soft(date(2020, 9, 1), date(2020, 10, 31)),)),
        ("в III четверти 2020-2021 учебного года", (soft(date(2021, 1, 11), date(2021, 3, 21)),)),
        ("II-III четверть", (soft(date(2020, 11, 9), date(2021, 3, 21)),)),
        ("I, IV четверти", (soft(date(2020, 9, 1), date(2020, 10, 31)), soft(date(2021, 3, 29), date(2021, 5, 25)))),
        ("до четвертой четверти", (Interval(start=None, end=date(2021, 3, 28), exact=False),)),
        ("до конца I четверти", (Interval(start=None, end=date(2020, 10, 31), exact=False),)),
        ("со II четверти", (Interval(start=date(2020, 11, 9), end=None, exact=False),)),
        ("конец I четверти", (soft(date(2020, 10, 22), date(2020, 10, 31)),)),
        ("последняя неделя II четверти", (soft(date(2020, 12, 23), date(2020, 12, 29)),)),
        ("осенние каникулы", (soft(date(2020, 11, 2), date(2020, 11, 8)),)),
        (
            "осенние и весенние каникулы",
            (soft(date(2020, 11, 2), date(2020, 11, 8)), soft(date(2021, 3, 22), date(2021, 3, 28))),
        ),
        (
            "в каникулярное время",
            (soft(date(2020, 11, 2), date(2020, 11, 8)), soft(date(2021, 3, 22), date(2021, 3, 28))),
        ),
    ],
)
def test_the_calendar_gives_the_days(text: str, intervals: tuple[Interval, ...]) -> None:
    """With a calendar school quarters and holidays have their days, and the wording keeps them."""
    reading = read(text, period=PERIOD, calendar=CALENDAR)
    assert reading.intervals == intervals
    assert not reading.doubts
    assert read(wording(reading), period=PERIOD, calendar=CALENDAR).same_meaning(reading)


def test_the_end_of_the_quarter_is_the_end_of_each() -> None:
    """«В конце четверти» is the last ten days of every quarter of the period."""
    reading = read("в конце четверти", period=PERIOD, calendar=CALENDAR)
    assert reading.kind is Kind.SCHOOL_QUARTER
    assert not reading.doubts
    assert [interval.end for interval in reading.intervals] == [quarter.end for quarter in QUARTERS]
    assert reading.repeat is not None
    assert reading.repeat.recurrence is Recurrence.PER_SCHOOL_QUARTER


def test_without_a_calendar_the_reading_says_so() -> None:
    """Without a calendar there are no days but a doubt that names what is missing."""
    for text in ("I четверть", "в конце четверти", "осенние каникулы", "до четвертой четверти"):
        reading = read(text, period=PERIOD)
        assert not reading.intervals
        assert "школьный календарь" in " ".join(reading.doubts)


def test_holidays_that_the_calendar_does_not_know_have_no_days() -> None:
    """A calendar without the winter holidays gives none."""
    reading = read("зимние каникулы 2020-2021 учебного года", period=PERIOD, calendar=CALENDAR)
    assert not reading.intervals
    assert reading.doubts


def test_once_a_quarter_needs_the_calendar() -> None:
    """«Раз в четверть» happens once in every quarter of the calendar, and is not laid out without one."""
    reading = read("не реже одного раза в четверть", period=PERIOD)
    assert reading.intervals == ()
    assert expand(reading, period=PERIOD) == ()
    found = expand(reading, period=PERIOD, calendar=CALENDAR)
    assert found == tuple(soft(quarter.start, quarter.end) for quarter in QUARTERS)


def test_an_equal_calendar_is_the_same_key() -> None:
    """Equal calendars are equal and have one hash, so the cache serves both."""
    again = SchoolCalendar(years=tuple(CALENDAR))
    assert again == CALENDAR
    assert hash(again) == hash(CALENDAR)
    assert CALENDAR.year(2025) is None
