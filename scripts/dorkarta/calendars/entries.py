"""The entries of activities as lines of iCalendar, written once for all feeds that they stand in."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.events import events_of, kind_of
from dorkarta.calendars.ical import Entry, Status, vevent
from dorkarta.calendars.ical_text import one_line
from dorkarta.calendars.series import Series, series_of
from dorkarta.calendars.wording import when
from dorkarta.model.body import Body
from dorkarta.model.form import FormKind
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.source import Act
from dorkarta.records import naming
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.timing import Timing

DOMAIN: Final = "dorkarta"


Order = tuple[datetime.date, datetime.date, str, int]
"""Where an entry stands among others: by day, the shorter first, then as the records stand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A finished entry with its place among others."""

    order: Order
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class _Slot:
    """Where an entry stands in time, and what it says of that: alike for all activities of one timing and kind."""

    number: int
    """Of its first occurrence."""
    anchor: datetime.date
    end: datetime.date
    last: datetime.date
    rule: str | None
    when: str | None
    status: Status


@dataclass(frozen=True, kw_only=True)
class Scribe:
    """Writes the entries of a plan."""

    plan: Plan
    site_url: str
    modified: Mapping[str, datetime.datetime]

    def entries(self, one: Planned) -> Iterator[Written]:
        """The entries of an activity with events."""
        cancelled, kind = self._cancelled(one), kind_of(one)
        modified = self.modified.get(one.record.file)
        url = f"{self.site_url}{addresses.activity(one.record.path, one.activity.id)}" if self.site_url else None
        title = one_line(naming.activity_title(one.activity))
        description = tuple(self._description(one, cancelled))
        categories = self._categories_of(one, kind)
        for slot in self._slots_of(one, kind):
            entry = Entry(
                uid=uid_of(one, slot.number),
                stamp=modified or _midnight(one.record.content.period.start),
                modified=modified,
                first=slot.anchor,
                last=slot.last,
                rule=slot.rule,
                summary=_summary(slot, title, cancelled),
                description=description,
                categories=categories,
                status=Status.CANCELLED if cancelled else slot.status,
                url=url,
            )
            yield Written(order=_order(one, slot), data=vevent(entry))

    def orders(self, one: Planned) -> Iterator[Order]:
        """The places of its entries, known without writing them."""
        return (_order(one, slot) for slot in self._slots_of(one, kind_of(one)))

    def _slots_of(self, one: Planned, kind: FormKind | None) -> tuple[_Slot, ...]:
        key = one.timing, kind
        slots = self._slots.get(key)
        if slots is None:
            slots = self._slots[key] = tuple(map(_slot, series_of(events_of((one,)))))
        return slots

    @cached_property
    def _slots(self) -> dict[tuple[Timing | None, FormKind | None], tuple[_Slot, ...]]:
        return {}

    def _cancelled(self, one: Planned) -> Act | None:
        """The act that calls it off, or the whole that it is a part of."""
        act = one.activity.cancelled
        whole = self.plan.whole_of(one)
        return act or (self._cancelled(whole) if whole else None)

    def _description(self, one: Planned, cancelled: Act | None) -> Iterator[str]:
        if cancelled:
            yield _cancelled_words(cancelled)
        if whole := self.plan.whole_of(one):
            yield f"Часть мероприятия: {one_line(naming.activity_title(whole.activity))}"
        if one.activity.deadline:
            yield f"Срок: {_known_line(one.activity.deadline)}"
        if one.activity.form:
            yield f"Форма: {_known_line(one.activity.form)}"
        if one.bodies:
            yield self._answering(one.bodies)
        yield self._roadmap_name(one.record)

    def _answering(self, bodies: tuple[Record[Body], ...]) -> str:
        said = self._said.get(bodies)
        if said is None:
            names = ", ".join(one_line(body.content.short or body.content.title) for body in bodies)
            said = self._said[bodies] = f"{'Ответственный' if len(bodies) == 1 else 'Ответственные'}: {names}"
        return said

    @cached_property
    def _said(self) -> dict[tuple[Record[Body], ...], str]:
        """Who answers, in words: a few together answer for thousands of activities."""
        return {}

    def _roadmap_name(self, record: Record[Roadmap]) -> str:
        name = self._names.get(record.path)
        if name is None:
            name = self._names[record.path] = one_line(naming.roadmap_name(self.plan.corpus, record))
        return name

    @cached_property
    def _names(self) -> dict[str, str]:
        return {}

    def _categories_of(self, one: Planned, kind: FormKind | None) -> tuple[str, ...]:
        key = one.record.territory, one.level, *(form.id for form in one.forms)
        found = self._categories.get(key)
        if found is None:
            found = self._categories[key] = self._named_categories(one, kind)
        return found

    @cached_property
    def _categories(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """By territory, level and forms, which tell all of it."""
        return {}

    def _named_categories(self, one: Planned, kind: FormKind | None) -> tuple[str, ...]:
        """What it is, its forms, its level: the words by which calendar programs filter."""
        kinds = (naming.KIND_TITLES[kind],) if kind else ()
        forms = (form.title for form in one.forms)
        level = naming.level_title(self.plan.corpus, one.record.territory, one.level)
        return tuple(map(one_line, (*kinds, *forms, level)))


_known_line = lru_cache(maxsize=4096)(one_line)
"""The same few deadlines, forms and names stand in thousands of rows."""


def uid_of(one: Planned, number: int) -> str:
    """The permanent name of an occurrence: `krasnodar-krai_roadmap-2020-2021_36_1@dorkarta`.

    Neither words nor dates are in it, and no letter that a file system refuses; `_` occurs in no id.
    """
    return f"{one.record.path.replace('/', '_')}_{one.activity.id}_{number}@{DOMAIN}"


def _order(one: Planned, slot: _Slot) -> Order:
    return slot.anchor, slot.end, one.record.path, one.line


def _slot(series: Series) -> _Slot:
    first = series.first
    return _Slot(
        number=first.number,
        anchor=first.anchor,
        end=first.end,
        last=series.last_day,
        rule=series.rrule,
        when=when(series),
        status=Status.CONFIRMED if first.exact else Status.TENTATIVE,
    )


def _summary(slot: _Slot, title: str, cancelled: Act | None) -> str:
    prefix = "отменено" if cancelled else slot.when
    return f"{prefix}: {title}" if prefix else title


def _cancelled_words(act: Act) -> str:
    """«Отменено: 12 марта 2021 г., МОНиМП КК»"""
    words = (dates.day(act.date) if act.date else None, act.by, act.what)
    told = ", ".join(one_line(each) for each in words if each)
    return f"Отменено: {told}" if told else "Отменено"


@lru_cache(maxsize=1024)  # all entries of a record share them
def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
