"""Deadlines in and out of the console: a stream of lines to JSON, a reading to Russian words."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from dorkarta.deadline import Interval, Kind, Period, Reading, SchoolCalendar, as_json, expand, read, wording

_PERIOD: Final = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")

KINDS: Final = {
    Kind.EXACT_DAY: "день",
    Kind.DAY_RANGE: "дни",
    Kind.MONTH: "месяц",
    Kind.MONTH_RANGE: "несколько месяцев подряд",
    Kind.MONTH_LIST: "перечень месяцев",
    Kind.QUARTER: "квартал",
    Kind.HALF_YEAR: "полугодие",
    Kind.SCHOOL_QUARTER: "школьная четверть или каникулы",
    Kind.YEAR: "год",
    Kind.YEAR_RANGE: "несколько лет",
    Kind.SCHOOL_YEAR: "учебный год",
    Kind.BY_DATE: "не позже дня",
    Kind.FROM_DATE: "начиная со дня",
    Kind.RECURRING: "повторяется",
    Kind.ON_EVENT: "зависит от события",
    Kind.BY_PLAN: "определяет план",
    Kind.ONGOING: "весь период",
    Kind.UNPARSEABLE: "не понято",
}


class PeriodError(ValueError):
    """A period is not written as two ISO days in their order."""


def parse_period(text: str) -> Period | None:
    """Read `2020-09-01/2021-08-31`; an empty text is no period.

    Raises:
        PeriodError: it is written in another way.
    """
    if not text.strip():
        return None
    match = _PERIOD.fullmatch(text.strip())
    try:
        if match:
            return Period(start=datetime.date.fromisoformat(match[1]), end=datetime.date.fromisoformat(match[2]))
    except ValueError:
        pass
    raise PeriodError(f"Период «{text.strip()}» не понят; пишите 2020-09-01/2021-08-31.")


def json_lines(lines: Iterable[str], calendar: SchoolCalendar) -> Iterator[str]:
    """For each line `text⇥period` one line of JSON; a period that is not understood makes the line unparseable."""
    for line in lines:
        text, _, period = line.rstrip("\r\n").partition("\t")
        try:
            reading = read(text, period=parse_period(period), calendar=calendar)
        except PeriodError as error:
            reading = Reading(text=text, kind=Kind.UNPARSEABLE, reason=str(error))
        yield json_line(reading)


def json_line(reading: Reading) -> str:
    """A reading as one line of JSON."""
    return json.dumps(as_json(reading), ensure_ascii=False)


def in_words(reading: Reading, period: Period | None, calendar: SchoolCalendar) -> str:
    """A reading as a person would tell it, a line for each thing that is known."""
    return "\n".join(_told(reading, period, calendar))


def _told(reading: Reading, period: Period | None, calendar: SchoolCalendar) -> Iterator[str]:
    yield f"Вид: {KINDS[reading.kind]}"
    if reading.kind is Kind.UNPARSEABLE:
        yield reading.reason or "Срок не понят."
        return
    yield f"Иначе говоря: {wording(reading)}"
    occurrences = expand(reading, period=period, calendar=calendar) if period else reading.intervals
    if occurrences:
        yield f"Когда: {', '.join(map(_days, occurrences))}"
    if reading.condition:
        yield f"Условие: {reading.condition}"
    if reading.plan:
        yield f"План: {reading.plan}"
    for doubt in reading.doubts:
        yield f"Сомнение: {doubt}"


def _days(interval: Interval) -> str:
    first = f"{interval.start:%d.%m.%Y}" if interval.start else ""
    last = f"{interval.end:%d.%m.%Y}" if interval.end else ""
    if not first:
        return f"до {last}"
    if not last:
        return f"с {first}"
    days = first if first == last else f"{first} – {last}"
    return days if interval.exact else f"{days} (день не указан)"
