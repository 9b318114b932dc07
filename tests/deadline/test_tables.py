"""The tables of deadlines: every expression with the reading it must have."""

from __future__ import annotations

import calendar
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from dorkarta.deadline import Interval, MonthDays, Period, Reading, Repeat, read, wording

CASES = Path(__file__).parent / "cases"
WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


class Case(NamedTuple):
    """A line of a table."""

    expression: str
    period: Period | None
    kind: str
    dates: tuple[Interval, ...]
    repeat: str
    remarks: tuple[str, ...]


def _period(text: str) -> Period:
    start, end = map(date.fromisoformat, text.split("/"))
    return Period(start=start, end=end)


def _day(text: str, *, last: bool) -> date | None:
    """Read «2021», «2021-03» or «2021-03-15» as its first or last day."""
    if not text:
        return None
    numbers = [int(number) for number in text.split("-")]
    if len(numbers) == 1:
        numbers += [12 if last else 1]
    if len(numbers) == 2:
        numbers += [calendar.monthrange(*numbers)[1] if last else 1]
    return date(*numbers)


def _interval(text: str) -> Interval:
    plain = text.removesuffix("~")
    first, slash, last = plain.partition("/")
    days = re.fullmatch(r"[\d-]{10}", first or last) is not None
    return Interval(
        start=_day(first, last=False), end=_day(last if slash else first, last=True), exact=days and plain == text
    )


def _days(days: MonthDays) -> str:
    if days.first == days.last:
        return str(days.first)
    return f"{days.first or ''}..{days.last or ''}"


def _repeat(repeat: Repeat | None) -> str:
    """Write a recurrence in the way of the tables."""
    if repeat is None:
        return "-"
    bound = "≥" if repeat.at_least else "≤" if repeat.at_most else ""
    times = f"{repeat.times}×" if repeat.times > 1 else ""
    every = f"/{repeat.every}" if repeat.every > 1 else ""
    words = [
        f"{bound}{times}{repeat.unit}{every}",
        *map(_days, repeat.days),
        *(WEEKDAYS[day] for day in repeat.weekdays),
        *(f"#{nth}" for nth in repeat.nth),
        *(part.value for part in repeat.parts),
        *([f"month{repeat.month}"] if repeat.month != 1 else []),
    ]
    return " ".join(words)


def _table(name: str) -> list[Case]:
    periods: dict[str, Period | None] = {"-": None}
    cases = []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#:"):
            key, _, span = line.removeprefix("#:").partition("=")
            periods[key.strip()] = _period(span.strip())
        elif line and not line.startswith("#"):
            expression, period, kind, dates, repeat, remark = line.split("\t")
            cases.append(
                Case(
                    expression.replace("\\n", "\n"),
                    periods[period],
                    kind,
                    tuple(map(_interval, dates.split())) if dates != "-" else (),
                    repeat,
                    tuple(remark.split(" | ")) if remark != "-" else (),
                )
            )
    return cases


def _remarks_hold(reading: Reading, remarks: tuple[str, ...]) -> None:
    said = {"plan": reading.plan, "condition": reading.condition, "reason": reading.reason}
    expected = [remark.partition(": ")[::2] for remark in remarks]
    for name, value in said.items():
        texts = [text for key, text in expected if key == name]
        if name == "reason" and texts:
            assert texts[0] in (value or "")
        else:
            assert value == (texts[0] if texts else value if name == "reason" else None)
    doubts = [text for key, text in expected if key == "doubt"]
    for doubt in doubts:
        assert any(doubt in told for told in reading.doubts), reading.doubts
    assert bool(doubts) == bool(reading.doubts), reading.doubts


DOCUMENTS = _table("documents.tsv")
USAGE = _table("usage.tsv")
PLANS = _table("plans.tsv")
ALL = [*DOCUMENTS, *USAGE, *PLANS]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.expression[:60]!r}")
def test_every_expression_of_the_tables_has_its_reading(case: Case) -> None:
    """Every expression of the tables is read with its kind, dates, recurrence and remarks."""
    reading = read(case.expression, period=case.period)
    assert reading.kind.value == case.kind, reading
    assert reading.intervals == case.dates
    assert _repeat(reading.repeat) == case.repeat
    _remarks_hold(reading, case.remarks)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.expression[:60]!r}")
def test_the_wording_of_every_expression_reads_the_same(case: Case) -> None:
    """The canonical wording of every reading of the tables means the same when it is read."""
    reading = read(case.expression, period=case.period)
    again = read(wording(reading), period=case.period)
    assert again.same_meaning(reading), wording(reading)


def test_the_table_of_usage_is_broad() -> None:
    """The tables of usage hold at least 250 different expressions each, and none twice."""
    keys = [(case.expression, case.period) for case in [*USAGE, *PLANS]]
    assert len(set(keys)) == len(keys)
    assert len({case.expression for case in USAGE}) >= 250
    assert len({case.expression for case in PLANS}) >= 250


def test_a_wording_with_dates_needs_no_period() -> None:
    """A wording with dates says its years, so that it is read the same without the record's period."""
    for case in ALL:
        reading = read(case.expression, period=case.period)
        if reading.intervals and not reading.doubts:
            assert read(wording(reading)).same_meaning(reading), wording(reading)
