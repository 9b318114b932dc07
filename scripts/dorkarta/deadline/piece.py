"""Pieces of the calendar as an expression names them: a month, a quarter, often without its year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dorkarta.deadline.part import Part
    from dorkarta.deadline.repeat import Repeat


class Unit(IntEnum):
    """What a piece is."""

    DAY = 1
    WEEKDAY = 2  # «первый понедельник октября»
    MONTH = 3
    SEASON = 4
    QUARTER = 5
    HALF = 6  # of a civil year, or of a school year when the piece's year is one
    SCHOOL_HALF = 7
    TERM = 8  # a school quarter
    HOLIDAYS = 9
    YEAR = 10
    SCHOOL_YEAR = 11
    TRIMESTER = 13
    YEAR_PAIR = 12  # «2020-2021» and no word: a school year or two civil ones, the period tells


SCHOOL_UNITS = frozenset({Unit.SCHOOL_HALF, Unit.TERM, Unit.TRIMESTER, Unit.HOLIDAYS, Unit.SCHOOL_YEAR})
REGISTRY_UNITS = frozenset({Unit.TERM, Unit.TRIMESTER, Unit.HOLIDAYS})


class Year(NamedTuple):
    """A year.

    Arguments:
        number: The civil year, or the one in which the school year begins.
        school: It is a school year.
    """

    number: int
    school: bool = False


class Piece(NamedTuple):
    """A piece of the calendar.

    Arguments:
        unit: What it is.
        number: Which month, season, quarter or half of the year; 0: «четверть» without a number.
        day: Which day of the month, or which of its weekdays (-1 the last).
        year: Of which year; None when the expression does not say.
        part: Which part of it: «начало сентября».
        weekday: The day of the week that the expression claims, Monday is 0.
    """

    unit: Unit
    number: int = 0
    day: int = 0
    year: Year | None = None
    part: Part | None = None
    weekday: int | None = None


class Span(NamedTuple):
    """A stretch between two pieces; of one piece when both are equal.

    Arguments:
        first: Where it begins; None for a limit.
        last: Where it ends; None for a start.
        before: It ends before `last` begins: «до четвёртой четверти».
        after: It begins after `first` is over: «после 20 мая».
    """

    first: Piece | None
    last: Piece | None
    before: bool = False
    after: bool = False

    @property
    def closed(self) -> bool:
        """Both ends are said."""
        return self.first is not None and self.last is not None


class Whole(IntEnum):
    """The stretches that are as long as the record's period."""

    YEAR = 1
    SCHOOL_YEAR = 2
    PERIOD = 3
    ALWAYS = 4


@dataclass(slots=True)
class Phrase:
    """What one expression says, before its years are settled.

    Arguments:
        spans: The dates.
        inner: Dates in brackets that make the others more exact: «I полугодие (декабрь)».
        repeat: The recurrence.
        whole: «В течение года» and its like.
        condition: «После проведения …».
        plan: «По плану …».
        about: «Ориентировочно».
        doubts: What the grammar was not sure of, in Russian.
        unread: Words that say nothing about time.
        strange: A number or a «не» among them: without it the rest may not be believed.
    """

    spans: tuple[Span, ...] = ()
    inner: tuple[Span, ...] = ()
    repeat: Repeat | None = None
    whole: Whole | None = None
    condition: str | None = None
    plan: str | None = None
    about: bool = False
    doubts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    strange: str | None = None

    @property
    def empty(self) -> bool:
        """Nothing about time was said."""
        return not (self.dated or self.repeat or self.whole or self.condition or self.plan)

    @property
    def dated(self) -> bool:
        """It names dates."""
        return bool(self.spans or self.inner)

    @property
    def plain(self) -> bool:
        """It names dates and nothing else."""
        return bool(self.spans) and not (self.inner or self.repeat or self.whole or self.condition or self.plan)
