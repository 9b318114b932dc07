"""Rules of recurrence, derived from days."""

import datetime
from calendar import monthrange
from itertools import pairwise

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from dorkarta.calendars.rule import By, Rule, runs

DAYS = st.dates(datetime.date(2018, 1, 1), datetime.date(2026, 12, 31))


def days_of(*texts: str) -> list[datetime.date]:
    return [datetime.date.fromisoformat(text) for text in texts]


def month_days(first: datetime.date, step: int, count: int, day: int) -> list[datetime.date]:
    """The same day of every so many months, in short months their last."""
    found = []
    for number in range(count):
        year, month = divmod(first.year * 12 + first.month - 1 + number * step, 12)
        found.append(datetime.date(year, month + 1, min(day, monthrange(year, month + 1)[1])))
    return found


def expanded(days: list[datetime.date]) -> list[datetime.date]:
    """The days again, out of their rules, by a library."""
    found: list[datetime.date] = []
    at = 0
    for length, rule in runs(days):
        first, last = days[at], days[at + length - 1]
        at += length
        if rule is None:
            assert length == 1
            found.append(first)
            continue
        lines = ("BEGIN:VEVENT", f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"RRULE:{rule.value(first, last)}", "END:VEVENT")
        event = icalendar.Event.from_ical("\r\n".join(lines))
        assert isinstance(event, icalendar.Event)
        calendar = icalendar.Calendar()
        calendar.add_component(event)
        occurrences = recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(days=800))
        found += sorted(each["DTSTART"].dt for each in occurrences)
    assert at == len(days)
    return found


@settings(max_examples=60)
@given(st.sets(DAYS, max_size=12))
def test_any_days_come_back(found: set[datetime.date]) -> None:
    """Whatever days there are, rules and single days together give just these."""
    days = sorted(found)
    assert expanded(days) == days


@settings(max_examples=60)
@given(DAYS, st.integers(1, 13), st.integers(1, 30), st.integers(1, 31))
def test_months_come_back(first: datetime.date, step: int, count: int, day: int) -> None:
    """Days of months come back whatever the day: 30 and 31 do not exist everywhere."""
    days = month_days(first, step, count, day)
    assert expanded(days) == days


@settings(max_examples=40)
@given(DAYS, st.sampled_from([1, 2, 3, 7, 14, 21]), st.integers(3, 60))
def test_distances_are_one_rule(first: datetime.date, step: int, count: int) -> None:
    """Days at one distance are one rule and come back."""
    days = [first + datetime.timedelta(days=step * number) for number in range(count)]
    ((length, rule),) = runs(days)
    assert length == count
    assert rule is not None
    assert expanded(days) == days


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        (["2024-01-31", "2024-02-29", "2024-03-31"], "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240331"),
        (["2023-09-30", "2023-12-31", "2024-03-31"], "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20240331"),
        (["2023-02-28", "2023-03-31", "2023-04-30"], "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20230430"),
        (["2023-02-28", "2023-03-28", "2023-04-28"], "FREQ=MONTHLY;UNTIL=20230428"),
        (["2024-01-25", "2024-02-25", "2024-03-25"], "FREQ=MONTHLY;UNTIL=20240325"),
        (["2024-01-01", "2024-03-01", "2024-05-01"], "FREQ=MONTHLY;INTERVAL=2;UNTIL=20240501"),
        (["2022-08-01", "2023-08-01", "2024-08-01"], "FREQ=MONTHLY;INTERVAL=12;UNTIL=20240801"),
        (["2024-01-03", "2024-01-10", "2024-01-17"], "FREQ=WEEKLY;UNTIL=20240117"),
        (["2024-01-01", "2024-01-15", "2024-01-29"], "FREQ=WEEKLY;INTERVAL=2;UNTIL=20240129"),
        (["2024-01-01", "2024-01-02", "2024-01-03"], "FREQ=DAILY;UNTIL=20240103"),
        (["2024-01-26", "2024-02-23", "2024-03-29"], "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20240329"),
        (["2024-01-12", "2024-02-09", "2024-03-08", "2024-04-12"], "FREQ=MONTHLY;BYDAY=2FR;UNTIL=20240412"),
    ],
)
def test_rule(days: list[str], rule: str) -> None:
    """Regular days have the plainest rule that fits them all."""
    found = days_of(*days)
    ((length, made),) = runs(found)
    assert length == len(found)
    assert made is not None
    assert made.value(found[0], found[-1]) == rule


@pytest.mark.parametrize(
    "days",
    [
        [],
        ["2024-01-01"],
        ["2024-01-01", "2024-02-01"],
        ["2024-01-01", "2024-02-01", "2024-03-05"],
        ["2024-01-30", "2024-02-29", "2024-03-30"],
        ["2024-01-01", "2024-01-31", "2024-03-01"],
    ],
)
def test_no_rule(days: list[str]) -> None:
    """Two days prove no rule; what is not regular has none."""
    assert list(runs(days_of(*days))) == [(1, None)] * len(days)


def test_a_cut_beginning_stands_alone() -> None:
    """The first turn may be cut by the period; the regular rest is a rule."""
    days = days_of("2020-12-15", "2021-01-01", "2021-02-01", "2021-03-01", "2021-03-20")
    monthly = Rule(by=By.DAY_OF_MONTH, step=1)
    assert list(runs(days)) == [(1, None), (3, monthly), (1, None)]
    assert all(one < other for one, other in pairwise(days))
