"""Planned activities as entries of a calendar."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Final

from dorkarta.model.form import FormKind
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month, Occurrence, Timing

LONGEST: Final = timedelta(days=92)
"""What lasts longer than a quarter goes on all the time; it is no entry of a calendar."""

_WEIGHT: Final = (FormKind.EVENT, FormKind.MONITORING, FormKind.DOCUMENT, FormKind.PROCESS)
"""Of several forms of an activity the one that people come for names it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One occurrence of an activity.

    Attended events are apart from papers that are due and from monitorings; `kind` says which.
    """

    planned: Planned
    number: int
    """Which occurrence of the activity this is, from 1."""
    kind: FormKind | None
    """None where no form is known."""
    occurrence: Occurrence

    @property
    def start(self) -> datetime.date:
        """The first day."""
        return self.occurrence.start

    @property
    def end(self) -> datetime.date:
        """The last day."""
        return self.occurrence.end

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that it touches."""
        return self.occurrence.months

    @property
    def exact(self) -> bool:
        """Whether it is just these days; otherwise some day among them, which nobody said."""
        return self.occurrence.exact

    @property
    def due(self) -> bool:
        """Whether its last day is what matters: a limit, or a paper that must be ready by then."""
        return is_due(self.occurrence, self.kind)

    @property
    def anchor(self) -> datetime.date:
        """The one day that stands for it: the last of what is due, else the first."""
        return anchor_of(self.occurrence, self.kind)

    @property
    def order(self) -> tuple[datetime.date, datetime.date, str, int]:
        """By day, the shorter first, then as the records stand."""
        return self.anchor, self.end, self.planned.record.path, self.planned.line


def is_due(turn: Occurrence, kind: FormKind | None) -> bool:
    """Whether the last day of a turn is what matters, for an activity of a kind."""
    return turn.limit or (kind is FormKind.DOCUMENT and not turn.exact)


def anchor_of(turn: Occurrence, kind: FormKind | None) -> datetime.date:
    """The one day that stands for a turn."""
    return turn.end if is_due(turn, kind) else turn.start


def kind_of(planned: Planned) -> FormKind | None:
    """What an activity is, by its forms."""
    forms = planned.forms
    if len(forms) < 2:
        return forms[0].kind if forms else None
    kinds = {form.kind for form in forms}
    return next((kind for kind in _WEIGHT if kind in kinds), None)


def events_of(planned: Iterable[Planned]) -> tuple[Event, ...]:
    """Every occurrence that belongs into a calendar, in order of days."""
    found = (
        Event(planned=one, number=number, kind=kind, occurrence=each)
        for one in planned
        if one.timing is not None
        for kind in (kind_of(one),)
        for number, each in _entries(one.timing)
    )
    return tuple(sorted(found, key=lambda event: event.order))


def has_events(planned: Planned) -> bool:
    """Whether an activity has any event, known without making them."""
    return planned.timing is not None and bool(_entries(planned.timing))


def long_of(planned: Planned) -> tuple[Occurrence, ...]:
    """When an activity goes on without being an entry."""
    return long_ones(planned.timing) if planned.timing is not None else ()


@lru_cache(maxsize=4096)  # the same few words of time stand in thousands of rows
def _entries(timing: Timing) -> tuple[tuple[int, Occurrence], ...]:
    """Those occurrences that are entries, each with its number."""
    numbered = enumerate(timing.occurrences, start=1)
    return tuple((number, each) for number, each in numbered if _is_entry(timing, each))


@lru_cache(maxsize=4096)
def months_of_events(timing: Timing) -> tuple[tuple[Month, ...], ...]:
    """The months that each event of an activity touches, known without making them."""
    return tuple(each.months for _, each in _entries(timing))


@lru_cache(maxsize=4096)
def months_with_events(timing: Timing) -> tuple[Month, ...]:
    """The months that have an event of an activity, each once."""
    return tuple(dict.fromkeys(month for months in months_of_events(timing) for month in months))


def turns_of(timing: Timing) -> tuple[Occurrence, ...]:
    """Those occurrences that are entries."""
    return tuple(each for _, each in _entries(timing))


@lru_cache(maxsize=4096)
def long_ones(timing: Timing) -> tuple[Occurrence, ...]:
    """Those occurrences that are none."""
    return tuple(each for each in timing.occurrences if not _is_entry(timing, each))


def _is_entry(timing: Timing, occurrence: Occurrence) -> bool:
    """A turn of a recurrence is one however long it is: «один раз в полугодие» is asked for in each half-year."""
    return timing.reading.repeat is not None or occurrence.end - occurrence.start <= LONGEST


def ongoing_of(planned: Iterable[Planned]) -> tuple[Planned, ...]:
    """Activities that go on for longer than a quarter and are no entries of a calendar."""
    return tuple(one for one in planned if long_of(one))


def undated_of(planned: Iterable[Planned]) -> tuple[Planned, ...]:
    """Activities without any date: «Сроки определяются планом».

    The whole of dated parts is not among them, nor what has its time only by figures of years.
    """
    listed = tuple(planned)
    wholes = {f"{one.record.path}#{one.parent}" for one in listed if one.parent and one.occurrences}
    return tuple(one for one in listed if one.timing is not None and not one.occurrences and one.key not in wholes)
