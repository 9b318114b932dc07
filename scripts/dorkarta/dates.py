"""Dates in Russian words."""

import datetime
from calendar import monthrange

from dorkarta.deadline import Period
from dorkarta.deadline.names import GENITIVE_MONTHS, MONTHS


def day(date: datetime.date) -> str:
    """«30 ноября 2020 г.»"""
    return f"{date.day} {GENITIVE_MONTHS[date.month]} {date.year}\u00a0г."


def month(year: int, number: int) -> str:
    """«ноябрь 2020»"""
    return f"{MONTHS[number]} {year}"


def period(start: datetime.date, end: datetime.date) -> str:
    """The shortest true wording: «2020–2022 гг.», «декабрь 2020 – март 2021», «1–5 мая 2021 г.»"""
    if start == end:
        return day(start)
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole_months and start.month == 1 and end.month == 12:
        return f"{start.year}\u00a0г." if start.year == end.year else f"{start.year}–{end.year}\u00a0гг."
    if whole_months and (start.year, start.month) == (end.year, end.month):
        return month(start.year, start.month)
    if whole_months and start.year == end.year:
        return f"{MONTHS[start.month]} – {month(end.year, end.month)}"
    if whole_months:
        return f"{month(start.year, start.month)} – {month(end.year, end.month)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def years(span: Period) -> str:
    """«2021», «2020–2022»"""
    first, last = span.start.year, span.end.year
    return f"{first}" if first == last else f"{first}–{last}"


def school_year(first: int) -> str:
    """«2020/21 учебный год»"""
    return f"{first}/{(first + 1) % 100:02} учебный год"
