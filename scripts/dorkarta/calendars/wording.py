"""When something is, said before its title where the day of the entry alone would be wrong."""

import datetime
from typing import Final

from dorkarta import dates
from dorkarta.calendars.events import Event
from dorkarta.calendars.rule import By, Rule, is_last
from dorkarta.calendars.series import Series, spans
from dorkarta.deadline.names import GENITIVE_MONTHS, GENITIVE_WEEKDAYS, PREPOSITIONAL_MONTHS, ROMAN
from dorkarta.deadline.repeat import Repeat
from dorkarta.deadline.wording import stretch
from dorkarta.text import noun

_WEEKDAYS: Final = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


def when(series: Series) -> str | None:
    """«в марте, день уточняется», «до 31 марта»; of a series what fits every event; nothing for exact days."""
    words = {_when(event) for event in series.events}
    if len(words) == 1:
        return words.pop()
    timing, rule = series.first.planned.timing, series.rule
    if timing is None or timing.reading.repeat is None or rule is None:
        raise AssertionError("only a recurrence has several events in one entry")
    return (_due_again(series.first, rule) if series.first.due else None) or _again(timing.reading.repeat)


def within(start: datetime.date, end: datetime.date) -> str:
    """Some day among several: «в марте», «во II квартале», «с 8 по 14 октября»."""
    if start.day != 1 or not is_last(end):
        return from_to(start, end)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 1:
        return f"в {PREPOSITIONAL_MONTHS[start.month]}"
    if months == 3 and start.month % 3 == 1:
        quarter = start.month // 3 + 1
        return f"{'во' if quarter == 2 else 'в'} {ROMAN[quarter]} квартале"
    return f"в {PREPOSITIONAL_MONTHS[start.month]} – {PREPOSITIONAL_MONTHS[end.month]}"


def from_to(start: datetime.date, end: datetime.date) -> str:
    """«с 8 по 14 октября», «со 2 октября по 6 ноября»"""
    first = str(start.day) if (start.year, start.month) == (end.year, end.month) else _day(start)
    return f"{_from(start)} {first} по {_day(end)}"


def on(day: datetime.date) -> str:
    """«вт, 1 декабря»"""
    return f"{_WEEKDAYS[day.weekday()]}, {_day(day)}"


def span(start: datetime.date, end: datetime.date) -> str:
    """«4–6 ноября», «28 октября – 6 ноября», «февраль – март 2021»: the year of days inside it is not said."""
    said = dates.period(start, end)
    if start.year != end.year or "\u00a0г." not in said:
        return said
    return said.replace(f" {end.year}\u00a0г.", "")


def until(day: datetime.date) -> str:
    """«до 31 марта»"""
    return f"до {_day(day)}"


def since(day: datetime.date) -> str:
    """«с 1 июля», «со 2 июля»"""
    return f"{_from(day)} {_day(day)}"


def _when(event: Event) -> str | None:
    if event.due:
        return until(event.end)
    if event.exact:
        return None if spans(event) else _long(event)
    return None if event.start == event.end else f"{within(event.start, event.end)}, день уточняется"


def _long(event: Event) -> str:
    """All the days of a long span; what has only a beginning ends with the period, which is no news."""
    timing = event.planned.timing
    opened = timing is not None and any(
        each.start == event.start and each.end is None for each in timing.reading.intervals
    )
    return since(event.start) if opened else from_to(event.start, event.end)


def _again(repeat: Repeat) -> str:
    """«раз в месяц, день уточняется»"""
    if repeat.times == 1:
        return f"раз в {stretch(repeat)}, день уточняется"
    times = noun(repeat.times, "раз", "раза", "раз")
    return f"{repeat.times} {times} в {stretch(repeat)}, дни уточняются"


def _due_again(event: Event, rule: Rule) -> str | None:
    """«до 25 числа», «до конца квартала», «до пятницы»"""
    if rule.by is By.DAY_OF_MONTH:
        return f"до {event.end.day} числа"
    if rule.by is By.LAST_DAY:
        return "до конца квартала" if rule.step == 3 and event.end.month % 3 == 0 else "до конца месяца"
    if rule.by is By.DAYS and rule.step % 7:
        return None
    return f"до {GENITIVE_WEEKDAYS[event.end.weekday()]}"


def _day(day: datetime.date) -> str:
    return f"{day.day} {GENITIVE_MONTHS[day.month]}"


def _from(day: datetime.date) -> str:
    """«со второго», but «с третьего»."""
    return "со" if day.day == 2 else "с"
