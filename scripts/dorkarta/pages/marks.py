"""The marks of a timeline: at which place of its axis activities of one kind at one time stand.

The same few times stand in thousands of rows, and roadmaps of one period have one axis; so each mark is made once, and
is told from others by being another object.
"""

import datetime
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dorkarta import dates
from dorkarta.calendars.events import anchor_of, is_due, long_ones, turns_of
from dorkarta.calendars.kinds import ENTRY, KINDS, NOUNS
from dorkarta.deadline.names import GENITIVE_MONTHS
from dorkarta.model.form import FormKind
from dorkarta.pages.entries import kind_value
from dorkarta.records.timing import Month, Occurrence, Timing
from dorkarta.text import numeral

LEAST: Final = 20
"""A mark of a single day is not narrower."""

_MONTH: Final = {14: 64, 26: 44}
"""Up to so many months a month is so wide."""
_NARROW: Final = 34
_RANK: Final = {kind: rank for rank, kind in enumerate(KINDS)}


class Axis:
    """From days to places."""

    def __init__(self, first: Month, last: Month) -> None:
        count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
        self.first = first
        self.months = tuple(_later(first, index) for index in range(count))
        self._days = tuple(monthrange(*month)[1] for month in (*self.months, _later(last, 1)))
        self.step = next((width for most, width in _MONTH.items() if count <= most), _NARROW)
        self.width = count * self.step

    def x(self, day: datetime.date) -> float:
        """Where a day begins."""
        index = (day.year - self.first[0]) * 12 + day.month - self.first[1]
        return (index + (day.day - 1) / self._days[index]) * self.step


@lru_cache(maxsize=64)
def axis_of(first: Month, last: Month) -> Axis:
    """The axis of a period."""
    return Axis(first, last)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Mark:
    """Activities of one kind at one time; shape: band, due (ends at its right edge), day, limit, long."""

    shape: str
    kind: FormKind | None
    kind_value: str
    start: datetime.date
    end: datetime.date
    left: float
    right: float
    x: float
    width: float
    """Its edges, as they are drawn."""
    order: tuple[int, datetime.date, datetime.date, bool, datetime.date]
    """By kind, then by time; what goes on for long behind what is an entry."""


@lru_cache(maxsize=16384)
def marks_of(timing: Timing, kind: FormKind | None, axis: Axis) -> tuple[Mark, ...]:
    """What an activity of a kind draws: its entries, and when it goes on for longer."""
    entries = (
        _mark(_shape(turn, kind), kind, turn.start, turn.end, anchor_of(turn, kind), axis) for turn in turns_of(timing)
    )
    return (*entries, *(_mark("long", kind, each.start, each.end, each.start, axis) for each in long_ones(timing)))


@lru_cache(maxsize=16384)
def said(mark: Mark, count: int) -> str:
    """«март 2021: 6 событий»"""
    counted = numeral(count, *NOUNS[mark.kind]) if mark.kind else numeral(count, *ENTRY)
    if mark.shape in ("limit", "due"):
        return f"до {mark.end.day} {GENITIVE_MONTHS[mark.end.month]} {mark.end.year}: {counted}"
    return f"{dates.period(mark.start, mark.end)}: {counted}"


@lru_cache(maxsize=16384)
def _mark(  # noqa: PLR0917  # each tells it from others
    shape: str, kind: FormKind | None, start: datetime.date, end: datetime.date, anchor: datetime.date, axis: Axis
) -> Mark:
    left, right = _edges(shape, axis.x(start), axis.x(end + datetime.timedelta(days=1)))
    order = (_RANK[kind], start, end, shape == "long", anchor)
    return Mark(
        shape=shape,
        kind=kind,
        kind_value=kind_value(kind),
        start=start,
        end=end,
        left=left,
        right=right,
        x=round(left, 1),
        width=round(right - left, 1),
        order=order,
    )


def _shape(turn: Occurrence, kind: FormKind | None) -> str:
    if turn.limit and turn.exact:
        return "limit"
    if turn.exact and turn.start == turn.end:
        return "day"
    return "due" if is_due(turn, kind) else "band"


def _edges(shape: str, left: float, right: float) -> tuple[float, float]:
    if shape == "limit":
        return right - LEAST, right
    if right - left < LEAST:
        left = (left + right) / 2 - LEAST / 2
        return left, left + LEAST
    return left, right


def _later(month: Month, by: int) -> Month:
    number = month[0] * 12 + month[1] - 1 + by
    return number // 12, number % 12 + 1
