"""Pieces of the calendar to days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.names import GENITIVE_MONTHS, PREPOSITIONAL_MONTHS, WEEKDAYS
from dorkarta.deadline.part import Part, days_of
from dorkarta.deadline.piece import Piece, Unit, Year
from dorkarta.deadline.school import Season

if TYPE_CHECKING:
    from dorkarta.deadline.school import SchoolCalendar

Days = tuple[date, date]
"""The first and the last day."""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = timedelta(days=1)
_SEASON_MONTHS = {Season.WINTER: 12, Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9}
_LONG = frozenset({Unit.YEAR, Unit.HALF, Unit.QUARTER, Unit.SEASON})


def month_length(year: int, month: int) -> int:
    """Tell how many days a month has."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _LENGTHS[month]


def months(year: int, first: int, last: int) -> Days:
    """Give the days from one month to another of the same year."""
    return date(year, first, 1), date(year, last, month_length(year, last))


def _civil(named: Year, month: int) -> int:
    """Tell in which civil year a month of this year lies."""
    return named.number + 1 if named.school and month < 9 else named.number


def _day(piece: Piece, named: Year, _: SchoolCalendar | None) -> Days | None:
    year = _civil(named, piece.number)
    if piece.day > month_length(year, piece.number):
        leap = f" {year} года" if piece.number == 2 and piece.day == 29 else ""
        msg = f"Такой даты нет: в {PREPOSITIONAL_MONTHS[piece.number]}{leap} нет {piece.day}-го числа."
        raise ContradictionError(msg)
    day = date(year, piece.number, piece.day)
    if piece.weekday is not None and day.weekday() != piece.weekday:
        msg = (
            f"Срок противоречит себе: {piece.day} {GENITIVE_MONTHS[piece.number]} {year} года – "
            f"{WEEKDAYS[day.weekday()]}, а не {WEEKDAYS[piece.weekday]}."
        )
        raise ContradictionError(msg)
    return day, day


def _weekday(piece: Piece, named: Year, _: SchoolCalendar | None) -> Days | None:
    year = _civil(named, piece.number)
    length = month_length(year, piece.number)
    if piece.day == -1:
        last = date(year, piece.number, length)
        day = last - _DAY * ((last.weekday() - (piece.weekday or 0)) % 7)
        return day, day
    first = date(year, piece.number, 1)
    number = 1 + ((piece.weekday or 0) - first.weekday()) % 7 + 7 * (piece.day - 1)
    if number > length:
        msg = f"Такого дня нет: в {PREPOSITIONAL_MONTHS[piece.number]} {year} года их меньше."
        raise ContradictionError(msg)
    day = date(year, piece.number, number)
    return day, day


def _month(piece: Piece, named: Year, _: SchoolCalendar | None) -> Days | None:
    year = _civil(named, piece.number)
    first, last = months(year, piece.number, piece.number)
    if piece.part is None:
        return first, last
    days = days_of(piece.part, last.day)
    if days is None:
        msg = f"Пятой недели в {PREPOSITIONAL_MONTHS[piece.number]} {year} года нет."
        raise ContradictionError(msg)
    return first.replace(day=days[0]), first.replace(day=days[1])


def _season(piece: Piece, named: Year, _: SchoolCalendar | None) -> Days | None:
    first = _SEASON_MONTHS[Season(piece.number)]
    if first == 12:
        if not named.school:
            return None  # «зима 2021»: two winters have days in this year
        return date(named.number, 12, 1), months(named.number + 1, 2, 2)[1]
    return months(_civil(named, first), first, first + 2)


def _quarter(piece: Piece, named: Year, _: SchoolCalendar | None) -> Days | None:
    first = 3 * piece.number - 2
    if named.school and first == 7:
        return None  # the third quarter lies on both sides of 1 September
    return months(_civil(named, first), first, first + 2)


def _half(piece: Piece, named: Year, calendar: SchoolCalendar | None) -> Days | None:
    if named.school:
        return _school_half(piece, named, calendar)
    return months(named.number, 1, 6) if piece.number == 1 else months(named.number, 7, 12)


def _school_half(piece: Piece, named: Year, _: SchoolCalendar | None) -> Days | None:
    if piece.number == 1:
        return months(named.number, 9, 12)
    return months(named.number + 1 if named.school else named.number, 1, 8)


def _term(piece: Piece, named: Year, calendar: SchoolCalendar | None) -> Days | None:
    if not named.school:
        named = Year(named.number if piece.number <= 2 else named.number - 1, school=True)
    year = calendar.year(named.number) if calendar else None
    period = year.quarter(piece.number) if year else None
    return (period.start, period.end) if period else None


def _unknown(_: Piece, __: Year, ___: SchoolCalendar | None) -> Days | None:
    return None  # the registry has quarters and holidays, no trimesters


def _holidays(piece: Piece, named: Year, calendar: SchoolCalendar | None) -> Days | None:
    if not named.school:
        if piece.number == Season.WINTER:
            return None  # «зимние каникулы 2021 года»: those of January or those of December
        named = Year(named.number if piece.number == Season.AUTUMN else named.number - 1, school=True)
    year = calendar.year(named.number) if calendar else None
    period = year.holiday(Season(piece.number)) if year and piece.number else None
    return (period.start, period.end) if period else None


def _year(_: Piece, named: Year, __: SchoolCalendar | None) -> Days | None:
    return months(named.number, 1, 12)


def _school_year(_: Piece, named: Year, __: SchoolCalendar | None) -> Days | None:
    return date(named.number, 9, 1), date(named.number + 1, 8, 31)


_WINDOWS = {
    Unit.DAY: _day,
    Unit.WEEKDAY: _weekday,
    Unit.MONTH: _month,
    Unit.SEASON: _season,
    Unit.QUARTER: _quarter,
    Unit.HALF: _half,
    Unit.SCHOOL_HALF: _school_half,
    Unit.TERM: _term,
    Unit.TRIMESTER: _unknown,
    Unit.HOLIDAYS: _holidays,
    Unit.YEAR: _year,
    Unit.SCHOOL_YEAR: _school_year,
}


def part_of(piece: Piece, days: Days) -> Days | None:
    """Give a part of something longer or shorter than a month; None where it is not clear how long it is.

    Arguments:
        piece: The piece, with its part.
        days: Its days as a whole.
    """
    first, last = days
    part = piece.part
    if part is Part.WEEK_LAST:
        return max(first, last - 6 * _DAY), last
    if part is not None and part.name.startswith("WEEK_"):
        start = first + 7 * _DAY * (int(part.name[-1]) - 1)
        return (start, min(start + 6 * _DAY, last)) if start <= last else None
    if piece.unit in _LONG:
        if part is Part.BEGINNING:
            return months(first.year, first.month, first.month)
        return months(last.year, last.month, last.month) if part is Part.END else None
    if piece.unit in (Unit.TERM, Unit.HOLIDAYS):
        if part is Part.BEGINNING:
            return first, min(first + 9 * _DAY, last)
        return (max(first, last - 9 * _DAY), last) if part is Part.END else None
    # School years and their second halves last to August only by convention: where they end is not known.
    if part is Part.BEGINNING:
        return months(first.year, first.month, first.month)
    if part is Part.END and last.month == 12:
        return months(last.year, 12, 12)
    return None


def window(piece: Piece, calendar: SchoolCalendar | None) -> Days | None:
    """Give the days of a piece.

    Arguments:
        piece: A piece with its year.
        calendar: The school calendar, for what only the registry knows.

    Returns:
        Its first and last day; None when they are not known.

    Raises:
        ContradictionError: No such day: 31 February, or another day of the week.
    """
    if piece.year is None:
        return None
    days = _WINDOWS[piece.unit](piece, piece.year, calendar)
    if days is None or piece.part is None or piece.unit is Unit.MONTH:
        return days
    return part_of(piece, days)
