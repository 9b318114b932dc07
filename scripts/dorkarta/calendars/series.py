"""The events of one activity as entries: alone, or many that one rule describes."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dorkarta.calendars.events import Event
from dorkarta.calendars.rule import Rule, runs
from dorkarta.deadline import Repeat

LONGEST_SPAN: Final = datetime.timedelta(days=27)
"""An entry over a month or more is a bar behind everything else, so a longer span is an entry of its first day."""

_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """What becomes one entry: an event, or several of one length that follow a rule."""

    events: tuple[Event, ...]
    rule: Rule | None = None

    @property
    def first(self) -> Event:
        """The event whose days and number the entry bears."""
        return self.events[0]

    @property
    def last_day(self) -> datetime.date:
        """The last day of the first entry: only exact days are spanned."""
        return self.first.end if spans(self.first) else self.first.anchor

    @property
    def rrule(self) -> str | None:
        """The value of RRULE."""
        return self.rule.value(self.first.anchor, self.events[-1].anchor) if self.rule else None


def spans(event: Event) -> bool:
    """Whether an entry covers all the days of its event."""
    return event.exact and not event.due and event.end - event.start < LONGEST_SPAN


def series_of(events: Sequence[Event]) -> Iterator[Series]:
    """The entries of one activity; events of a recurrence are put together where they are regular.

    Arguments:
        events: All events of the activity, in order of days.
    """
    repeat = _repeat(events)
    if repeat is None:
        yield from (Series(events=(event,)) for event in events)
        return
    strands: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        strands.setdefault(_strand(event, repeat), []).append(event)
    for strand in strands.values():
        for _, alike in groupby(strand, key=_shape):
            yield from _cut(tuple(alike))


def _repeat(events: Sequence[Event]) -> Repeat | None:
    """The recurrence, unless the words hold something else beside it."""
    timing = events[0].planned.timing if events else None
    return timing.reading.repeat if timing and not timing.reading.parts else None


def _strand(event: Event, repeat: Repeat) -> tuple[object, ...]:
    """«По средам и пятницам» are two rules, one inside the other."""
    day = event.anchor
    return (
        day.weekday() if len(repeat.weekdays) > 1 else None,
        day.day if len(repeat.days) > 1 else None,
        (day.day - 1) // 7 if len(repeat.nth) > 1 else None,
    )


def _shape(event: Event) -> tuple[bool, bool, datetime.timedelta]:
    """What all events of a series must have in common."""
    return event.exact, event.due, event.end - event.start if spans(event) else _DAY


def _cut(events: tuple[Event, ...]) -> Iterator[Series]:
    at = 0
    for length, rule in runs([event.anchor for event in events]):
        yield Series(events=events[at : at + length], rule=rule)
        at += length
