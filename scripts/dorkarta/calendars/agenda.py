"""The agenda of a month: by weeks where days are known, then what is some time in it, due by its end, longer."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from dorkarta.calendars.events import Event
from dorkarta.calendars.kinds import TITLES, by_kind
from dorkarta.calendars.months import first_day, last_day, month_of
from dorkarta.calendars.wording import on, span, until, within
from dorkarta.model.form import FormKind
from dorkarta.records.timing import Month

_DAY: Final = timedelta(days=1)


class PartId(StrEnum):
    """The parts of an agenda, in their order."""

    DAYS = "days"
    MONTH = "month"
    DUE = "due"
    LONGER = "longer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """An event on the agenda of a month."""

    event: Event
    when: str | None
    """Nothing where its place on the agenda says it all."""
    days: tuple[datetime.date, ...] = ()
    """The days of the month that it has for itself."""

    @property
    def said(self) -> str:
        """When it is, wherever it stands."""
        if self.when is not None:
            return self.when
        return until(self.event.end) if self.event.due else within(self.event.start, self.event.end)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A week, or the events of one kind."""

    title: str
    kind: FormKind | None
    """None of a week, and of events without a form."""
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of the agenda, with what sets it apart in words; it is not empty."""

    id: PartId
    title: str
    text: str
    groups: tuple[Group, ...]

    @property
    def items(self) -> Iterator[Item]:
        """All of its events."""
        return (item for group in self.groups for item in group.items)


def agenda(events: Iterable[Event], month: Month) -> tuple[Part, ...]:
    """Every event of a month in one of the parts.

    Arguments:
        events: What touches the month.
        month: The month.
    """
    parted: dict[PartId, list[Event]] = {identity: [] for identity in PartId}
    for event in events:
        parted[_part_of(event, month)].append(event)
    return tuple(_part(identity, found, month) for identity, found in parted.items() if found)


def days_in(event: Event, month: Month) -> Iterator[datetime.date]:
    """The days of an event that lie in a month."""
    day = max(event.start, first_day(month))
    while day <= min(event.end, last_day(month)):
        yield day
        day += _DAY


def _part_of(event: Event, month: Month) -> PartId:
    if event.exact:
        return PartId.DAYS
    if event.due and event.end == last_day(month):
        return PartId.DUE
    return PartId.MONTH if month_of(event.start) == month_of(event.end) else PartId.LONGER


def _part(identity: PartId, events: Iterable[Event], month: Month) -> Part:
    end = until(last_day(month))
    title, text = {
        PartId.DAYS: ("По дням", "Что назначено на определённый день или ограничено им."),
        PartId.MONTH: ("В течение месяца", "День в документах не назван."),
        PartId.DUE: (f"К концу месяца: {end}", f"Должно быть готово {end}."),
        PartId.LONGER: ("Дольше месяца", "Срок захватывает и другие месяцы."),
    }[identity]
    groups = _weeks(events, month) if identity is PartId.DAYS else _kinds(events, month)
    return Part(id=identity, title=title, text=text, groups=tuple(groups))


def _weeks(events: Iterable[Event], month: Month) -> Iterator[Group]:
    """By week, from Monday; a range stands in the week of its first day in this month."""
    found: dict[datetime.date, list[Item]] = {}
    items = (Item(event=event, when=_day_of(event), days=tuple(days_in(event, month))) for event in events)
    for item in sorted(items, key=lambda item: (item.days[0], item.event.order)):
        day = item.days[0]
        found.setdefault(day - day.weekday() * _DAY, []).append(item)
    for monday, own in found.items():
        yield Group(title=f"Неделя {span(monday, monday + 6 * _DAY)}", kind=None, items=tuple(own))


def _day_of(event: Event) -> str:
    if event.occurrence.limit:
        return until(event.end)
    return on(event.start) if event.start == event.end else span(event.start, event.end)


def _kinds(events: Iterable[Event], month: Month) -> Iterator[Group]:
    for kind, own in by_kind(events).items():
        items = tuple(Item(event=event, when=_span_of(event, month)) for event in own)
        yield Group(title=TITLES[kind], kind=kind, items=items)


def _span_of(event: Event, month: Month) -> str | None:
    """Nothing where the place on the agenda says it all."""
    first, last = first_day(month), last_day(month)
    if (event.start, event.end) == (first, last) or (event.occurrence.limit and event.end == last):
        return None
    if event.due and month_of(event.start) == month_of(event.end):
        return until(event.end)
    return span(event.start, event.end)
