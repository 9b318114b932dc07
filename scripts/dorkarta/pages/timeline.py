"""A roadmap's own timeline: where its activities stand between the months of its period, drawn and told.

Sizes are in units of the drawing; the theme makes 20 of them a line of text.
"""

import datetime
from calendar import monthrange
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from textwrap import wrap
from typing import Final, NamedTuple

from dorkarta import addresses, dates
from dorkarta.calendars.events import Event, kind_of, long_of, ongoing_of, undated_of
from dorkarta.calendars.kinds import ENTRY, KINDS, NOUNS, TITLES, in_order
from dorkarta.calendars.months import month_of
from dorkarta.deadline.names import GENITIVE_MONTHS, MONTHS
from dorkarta.model.form import FormKind
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.pages import entries
from dorkarta.pages.edition import Edition
from dorkarta.pages.views import Link
from dorkarta.records import naming
from dorkarta.records.corpus import Record, gathered
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month
from dorkarta.text import numeral

_MONTH: Final = {14: 64, 26: 44}
"""Up to so many months a month is so wide."""
_NARROW: Final = 34
_HEAD: Final = 44
_LINE: Final = 16
_LANE: Final = 22
_GAP: Final = 14
_LEAST: Final = 20
"""A mark of a single day is not narrower."""
_LETTER: Final = 6.6
"""The mean width of a letter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AxisMonth:
    """A month of the axis; with a link where the calendar has a page for it."""

    x: int
    width: int
    label: str
    title: str
    href: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AxisYear:
    """Where a year begins."""

    x: int
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkView:
    """Activities of one kind at one time; shape: band, due (ends at its right edge), day, limit, long."""

    shape: str
    kind: str
    x: float
    width: float
    y: int
    count: int
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RowView:
    """A section with its marks."""

    y: int
    height: int
    lines: tuple[str, ...]
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldView:
    """What is on in a month, in words."""

    title: str
    href: str | None
    items: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineView:
    """The drawing and its text."""

    title: str
    text: str
    left: int
    """Where the drawing begins: a limit on the first day stands before the axis."""
    width: int
    height: int
    top: int
    months: tuple[AxisMonth, ...]
    years: tuple[AxisYear, ...]
    rows: tuple[RowView, ...]
    kinds: tuple[tuple[str, str], ...]
    shapes: tuple[str, ...]
    told: tuple[ToldView, ...]


class _Mark(NamedTuple):
    """A mark before it has a place: what is counted and looked up by, so a tuple, which both are fast with."""

    shape: str
    kind: FormKind | None
    start: datetime.date
    end: datetime.date


class _Axis:
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
def _axis(first: Month, last: Month) -> _Axis:
    """Roadmaps of one time have one axis, and most of their marks stand at the same places of it."""
    return _Axis(first, last)


def make(edition: Edition, record: Record[Roadmap]) -> TimelineView | None:
    """The timeline of a roadmap; nothing for one without dates."""
    whole = edition.plan.by_roadmap[record.path]
    planned = [one for one in whole if one.occurrences]
    if not planned:
        return None
    days = [day for one in planned for each in one.occurrences for day in (each.start, each.end)]
    period = record.content.period
    axis = _axis(month_of(min(period.start, *days)), month_of(max(period.end, *days)))
    events = edition.calendar.by_roadmap.get(record.path, ())
    rows = tuple(_rows(events, planned, axis))
    known = edition.calendar.by_month
    found = {kind_of(one) for one in planned}
    return TimelineView(
        title=f"Карта по времени: {naming.roadmap_name(edition.corpus, record)}",
        text=(
            f"{numeral(len(events), *ENTRY)} календаря по разделам карты, "
            f"{dates.period(period.start, period.end)}. Тот же перечень словами – ниже, «По месяцам»."
        ),
        left=-_LEAST - 2,
        width=axis.width,
        height=rows[-1].y + rows[-1].height,
        top=_HEAD,
        months=tuple(
            AxisMonth(
                x=index * axis.step,
                width=axis.step,
                label=MONTHS[month[1]][:3],
                title=dates.month(*month),
                href=addresses.month(*month) if month in known else None,
            )
            for index, month in enumerate(axis.months)
        ),
        years=tuple(
            AxisYear(x=index * axis.step, label=str(month[0]))
            for index, month in enumerate(axis.months)
            if index == 0 or month[1] == 1
        ),
        rows=rows,
        kinds=tuple((entries.kind_value(kind), TITLES[kind]) for kind in KINDS if kind in found),
        shapes=tuple(sorted({mark.shape for row in rows for mark in row.marks})),
        told=tuple(_told(whole, events, axis, known)),
    )


def _later(month: Month, by: int) -> Month:
    number = month[0] * 12 + month[1] - 1 + by
    return number // 12, number % 12 + 1


def _rows(events: Iterable[Event], planned: Sequence[Planned], axis: _Axis) -> Iterator[RowView]:
    """One for each section that has something of its own."""
    y = _HEAD + _GAP
    groups = [list(group) for _, group in groupby(planned, key=lambda one: [section.id for section in one.sections])]
    group_of = {one.key: index for index, ones in enumerate(groups) for one in ones}
    by_group = gathered((group_of[event.planned.key], event) for event in events)
    for index, ones in enumerate(groups):
        marks = _counted(by_group.get(index, ()), ones)
        lines = _label(ones[0].sections, axis.width)
        placed, lanes = _placed(marks, axis, y + len(lines) * _LINE + 4)
        height = len(lines) * _LINE + 4 + lanes * _LANE + _GAP
        yield RowView(y=y, height=height, lines=lines, marks=tuple(placed))
        y += height


def _label(sections: Sequence[Section], width: int) -> tuple[str, ...]:
    section = sections[-1]
    text = f"{section.number}. {section.title}" if section.number else section.title
    return tuple(wrap(text, width=max(30, int(width / _LETTER)), max_lines=2, placeholder=" …"))


def _counted(events: Iterable[Event], planned: Iterable[Planned]) -> dict[_Mark, int]:
    """What has one kind and one time is one mark."""
    found: dict[_Mark, int] = {}
    for event in events:
        mark = _Mark(shape=_shape(event), kind=event.kind, start=event.start, end=event.end)
        found[mark] = found.get(mark, 0) + 1
    for one in planned:
        for each in long_of(one):
            mark = _Mark(shape="long", kind=kind_of(one), start=each.start, end=each.end)
            found[mark] = found.get(mark, 0) + 1
    return found


def _shape(event: Event) -> str:
    if event.occurrence.limit and event.exact:
        return "limit"
    if event.exact and event.start == event.end:
        return "day"
    return "due" if event.due else "band"


def _placed(marks: dict[_Mark, int], axis: _Axis, top: int) -> tuple[list[MarkView], int]:
    """Marks on lanes, kinds apart; a mark takes the first lane of its kind where it covers no other."""
    placed: list[MarkView] = []
    first = 0
    by_kind = gathered((mark.kind, mark) for mark in marks)
    for kind in KINDS:
        ends: list[float] = []
        for mark in sorted(by_kind.get(kind, ()), key=lambda mark: (mark.start, mark.end)):
            left, right = _edges(mark, axis)
            lane = next((index for index, end in enumerate(ends) if end <= left + 0.5), len(ends))
            ends[lane : lane + 1] = [right]
            placed.append(_view(mark, marks[mark], axis, top + (first + lane) * _LANE))
        first += len(ends)
    return placed, first


@lru_cache(maxsize=4096)
def _edges(mark: _Mark, axis: _Axis) -> tuple[float, float]:
    left, right = axis.x(mark.start), axis.x(mark.end + datetime.timedelta(days=1))
    if mark.shape == "limit":
        return right - _LEAST, right
    if right - left < _LEAST:
        left = (left + right) / 2 - _LEAST / 2
        return left, left + _LEAST
    return left, right


@lru_cache(maxsize=16384)
def _view(mark: _Mark, count: int, axis: _Axis, y: int) -> MarkView:
    left, right = _edges(mark, axis)
    return MarkView(
        shape=mark.shape,
        kind=entries.kind_value(mark.kind),
        x=round(left, 1),
        width=round(right - left, 1),
        y=y,
        count=count,
        title=_said(mark, count),
    )


def _said(mark: _Mark, count: int) -> str:
    """«март 2021: 6 событий»"""
    counted = numeral(count, *NOUNS[mark.kind]) if mark.kind else numeral(count, *ENTRY)
    if mark.shape in ("limit", "due"):
        return f"до {mark.end.day} {GENITIVE_MONTHS[mark.end.month]} {mark.end.year}: {counted}"
    return f"{dates.period(mark.start, mark.end)}: {counted}"


def _told(
    planned: Sequence[Planned], events: Iterable[Event], axis: _Axis, known: Container[Month]
) -> Iterator[ToldView]:
    """By month; at the end what goes on for longer than a quarter, and what has no date."""
    links = {one.key: _link(one) for one in planned}
    by_month = gathered((month, event.planned.key) for event in in_order(events) for month in event.occurrence.months)
    for month in axis.months:
        if keys := by_month.get(month):
            yield ToldView(
                title=dates.month(*month),
                href=addresses.month(*month) if month in known else None,
                items=tuple(links[key] for key in dict.fromkeys(keys)),
            )
    for title, found in (("дольше квартала", ongoing_of(planned)), ("без даты", undated_of(planned))):
        if found:
            yield ToldView(title=title, href=None, items=tuple(links[one.key] for one in found))


def _link(one: Planned) -> Link:
    number = f"{one.activity.number} " if one.activity.number else ""
    return Link(
        title=number + naming.activity_title(one.activity),
        href=f"#{addresses.activity_anchor(one.activity.id)}",
    )
