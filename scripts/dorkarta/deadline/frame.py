"""What the years of an expression are taken from, and what comes of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.piece import REGISTRY_UNITS, SCHOOL_UNITS, Piece, Span, Unit, Year
from dorkarta.deadline.school import Season
from dorkarta.deadline.window import window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dorkarta.deadline.period import Period
    from dorkarta.deadline.school import SchoolCalendar

ONE_DAY = timedelta(days=1)
ASK = "Допишите год или укажите dates:."
"""What an editor is asked for when a year is missing."""


class Settled(NamedTuple):
    """Dates with their years, and what remained unclear.

    Arguments:
        spans: The dates; those without a year have no days.
        doubts: In Russian.
        ambiguity: Why none of several years was chosen, in Russian.
    """

    spans: tuple[Span, ...]
    doubts: tuple[str, ...] = ()
    ambiguity: str | None = None


def open_year(spans: tuple[Span, ...], why: str) -> Settled:
    """Leave the year open: several are possible, and none is chosen.

    Arguments:
        spans: The dates.
        why: The doubt, in Russian.
    """
    return Settled(spans, (why,), why)


class Frame(NamedTuple):
    """What the years are taken from.

    Arguments:
        period: The record's period.
        calendar: The territory's school calendar.
    """

    period: Period | None
    calendar: SchoolCalendar | None


def days_of(span: Span, calendar: SchoolCalendar | None) -> tuple[date | None, date | None]:
    """Give the ends of a span; None for an open end and for one that is not known.

    Raises:
        ContradictionError: It ends before it begins, or has no such day.
    """
    first = last = None
    if span.first is not None:
        days = window(span.first, calendar)
        if days:
            first = days[1] + ONE_DAY if span.after else days[0]
        if span.first is span.last or span.first == span.last:
            return first, days[1] if days else None
    if span.last is not None:
        days = window(span.last, calendar)
        if days:
            last = days[0] - ONE_DAY if span.before else days[1]
    if first and last and last < first:
        msg = f"Срок противоречит себе: конец ({last:%d.%m.%Y}) раньше начала ({first:%d.%m.%Y})."
        raise ContradictionError(msg)
    return first, last


def pieces_of(span: Span) -> Iterator[Piece]:
    """Give the one or two pieces of a span."""
    if span.first is not None:
        yield span.first
    if span.last is not None and span.last != span.first:
        yield span.last


def nameless(span: Span) -> bool:
    """Tell whether a span means every school quarter or holiday: «в конце четверти»."""
    piece = span.first or span.last
    return piece is not None and piece.unit in REGISTRY_UNITS and not piece.number and not piece.year


def placed(piece: Piece, number: int) -> Piece:
    """Give a piece a year: a school year to what only schools have, else a civil one."""
    unit, which, day, _, part, weekday = piece
    return Piece(unit, which, day, Year(number, in_school_years(piece)), part, weekday)


def in_school_years(piece: Piece) -> bool:
    """Tell whether a piece lies whole in school years only: a school quarter, a winter."""
    return piece.unit in SCHOOL_UNITS or (piece.unit is Unit.SEASON and piece.number == Season.WINTER)


def start_of(piece: Piece, calendar: SchoolCalendar | None) -> date | None:
    """Give the first day of a piece, if it is known."""
    days = window(piece, calendar)
    return days[0] if days else None
