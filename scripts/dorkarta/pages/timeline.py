"""A roadmap's own timeline: where its activities stand between the months of its period, drawn and told.

Sizes are in units of the drawing; the theme makes 20 of them a line of text.
"""

import datetime
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from textwrap import wrap
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.events import anchor_of, kind_of, ongoing_of, turns_of, undated_of
from dorkarta.calendars.kinds import ENTRY, KINDS, TITLES
from dorkarta.calendars.months import month_of
from dorkarta.deadline.names import MONTHS
from dorkarta.gathering import gathered
from dorkarta.model.form import FormKind
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.pages import entries
from dorkarta.pages.edition import Edition
from dorkarta.pages.marks import LEAST, Axis, Mark, axis_of, marks_of, said
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Link
from dorkarta.records import naming
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record
from dorkarta.records.timing import Month, Timing
from dorkarta.text import numeral

_HEAD: Final = 44
_LINE: Final = 16
_LANE: Final = 22
_GAP: Final = 14
_LETTER: Final = 6.6
"""The mean width of a letter."""

_Order = tuple[int, datetime.date, datetime.date]
"""Of an entry: its kind, the day that stands for it, its last day."""
_Turn = tuple[_Order, str, tuple[Month, ...]]
"""With the key of its activity and the months that it touches."""


@plain
class AxisMonth:
    """A month of the axis; with a link where the calendar has a page for it."""

    x: int
    width: int
    label: str
    title: str
    href: str | None


@plain
class AxisYear:
    """Where a year begins."""

    x: int
    label: str


@plain
class MarkView:
    """Activities of one kind at one time; shape: band, due (ends at its right edge), day, limit, long."""

    shape: str
    kind: str
    x: float
    width: float
    y: int
    count: int
    title: str


@plain
class RowView:
    """A section with its marks."""

    y: int
    height: int
    lines: tuple[str, ...]
    marks: tuple[MarkView, ...]


@plain
class ToldView:
    """What is on in a month, in words."""

    title: str
    href: str | None
    items: tuple[Link, ...]


@plain
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


def make(edition: Edition, record: Record[Roadmap]) -> TimelineView | None:
    """The timeline of a roadmap; nothing for one without dates."""
    whole = edition.plan.by_roadmap[record.path]
    planned = [one for one in whole if one.occurrences]
    if not planned:
        return None
    period = record.content.period
    first = min(month_of(period.start), *(one.months[0] for one in planned))
    last = max(month_of(period.end), *(one.months[-1] for one in planned))
    axis = axis_of(first, last)
    rows = tuple(_rows(planned, axis))
    turns = _turns(planned)
    known = edition.calendar.load.by_month
    found = {kind_of(one) for one in planned}
    return TimelineView(
        title=f"Карта по времени: {naming.roadmap_name(edition.corpus, record)}",
        text=(
            f"{numeral(len(turns), *ENTRY)} календаря по разделам карты, "
            f"{dates.period(period.start, period.end)}. Тот же перечень словами – ниже, «По месяцам»."
        ),
        left=-LEAST - 2,
        width=axis.width,
        height=rows[-1].y + rows[-1].height,
        top=_HEAD,
        months=tuple(_month(axis, index, linked=month in known) for index, month in enumerate(axis.months)),
        years=tuple(
            AxisYear(x=index * axis.step, label=str(month[0]))
            for index, month in enumerate(axis.months)
            if index == 0 or month[1] == 1
        ),
        rows=rows,
        kinds=tuple((entries.kind_value(kind), TITLES[kind]) for kind in KINDS if kind in found),
        shapes=tuple(sorted({mark.shape for row in rows for mark in row.marks})),
        told=tuple(_told(whole, turns, axis, known)),
    )


@lru_cache(maxsize=4096)
def _month(axis: Axis, index: int, *, linked: bool) -> AxisMonth:
    month = axis.months[index]
    return AxisMonth(
        x=index * axis.step,
        width=axis.step,
        label=MONTHS[month[1]][:3],
        title=dates.month(*month),
        href=addresses.month(*month) if linked else None,
    )


def _rows(planned: Sequence[Planned], axis: Axis) -> Iterator[RowView]:
    """One for each section that has something of its own."""
    y = _HEAD + _GAP
    for _, ones in groupby(planned, key=lambda one: [section.id for section in one.sections]):
        own = list(ones)
        lines = _label(own[0].sections[-1], axis.width)
        counts = Counter(mark for one in own if one.timing for mark in marks_of(one.timing, kind_of(one), axis))
        marks, lanes = _placed(counts, y + len(lines) * _LINE + 4)
        height = len(lines) * _LINE + 4 + lanes * _LANE + _GAP
        yield RowView(y=y, height=height, lines=lines, marks=tuple(marks))
        y += height


def _label(section: Section, width: int) -> tuple[str, ...]:
    return _lines(f"{section.number}. {section.title}" if section.number else section.title, width)


@lru_cache(maxsize=4096)
def _lines(text: str, width: int) -> tuple[str, ...]:
    """The sections of many roadmaps are called alike."""
    return tuple(wrap(text, width=max(30, int(width / _LETTER)), max_lines=2, placeholder=" …"))


def _placed(counts: Mapping[Mark, int], top: int) -> tuple[list[MarkView], int]:
    """Marks on lanes, kinds apart; a mark takes the first lane of its kind where it covers no other."""
    placed: list[MarkView] = []
    first = 0
    for _, own in groupby(sorted(counts, key=attrgetter("order")), key=attrgetter("kind")):
        ends: list[float] = []
        for mark in own:
            free = mark.left + 0.5
            lane = next((index for index, end in enumerate(ends) if end <= free), len(ends))
            ends[lane : lane + 1] = [mark.right]
            placed.append(_view(mark, counts[mark], top + (first + lane) * _LANE))
        first += len(ends)
    return placed, first


def _view(mark: Mark, count: int, y: int) -> MarkView:
    return MarkView(
        shape=mark.shape,
        kind=mark.kind_value,
        x=mark.x,
        width=mark.width,
        y=y,
        count=count,
        title=said(mark, count),
    )


def _turns(planned: Iterable[Planned]) -> list[_Turn]:
    """Every entry of the calendar, by kind and by day."""
    found = (
        (order, one.key, months) for one in planned if one.timing for order, months in _orders(one.timing, kind_of(one))
    )
    return sorted(found, key=itemgetter(0))


@lru_cache(maxsize=4096)
def _orders(timing: Timing, kind: FormKind | None) -> tuple[tuple[_Order, tuple[Month, ...]], ...]:
    rank = KINDS.index(kind)
    return tuple(((rank, anchor_of(turn, kind), turn.end), turn.months) for turn in turns_of(timing))


def _told(
    planned: Sequence[Planned], turns: Iterable[_Turn], axis: Axis, known: Container[Month]
) -> Iterator[ToldView]:
    """By month; at the end what goes on for longer than a quarter, and what has no date."""
    links = {one.key: _link(one) for one in planned}
    by_month = gathered((month, key) for _, key, months in turns for month in months)
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
