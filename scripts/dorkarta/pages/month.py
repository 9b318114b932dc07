"""The page of a month: what is on, by weeks where days are known, else «в течение месяца»."""

import datetime
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.agenda import month_of, school_year_of
from dorkarta.calendars.calendar import Neighbour
from dorkarta.calendars.events import Event
from dorkarta.deadline.names import GENITIVE_MONTHS, MONTHS
from dorkarta.model.form import FormKind
from dorkarta.pages import entries, parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.entries import EntryView, KindCount
from dorkarta.pages.page import Page, TocEntry
from dorkarta.pages.selection import ChoiceView, SelectionView, selection
from dorkarta.pages.subscription import subscription
from dorkarta.pages.views import Link, SubscriptionView
from dorkarta.records.timing import Month
from dorkarta.text import numeral

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class NeighbourView:
    """The way to the next month with something in it; `passed` names the empty ones between."""

    title: str
    href: str
    passed: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DayView:
    """A day of the grid; without a number it belongs to another month, without a link it has nothing."""

    number: int | None
    date: str
    anchor: str | None
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EntriesView:
    """Entries under a heading of their own."""

    title: str
    kind: str | None
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """A part of the agenda."""

    id: str
    title: str
    text: str
    lists: tuple[EntriesView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthView:
    """A month."""

    crumbs: tuple[Link, ...]
    title: str
    now: bool
    counts: tuple[KindCount, ...]
    subscription: SubscriptionView | None
    address: str | None
    before: NeighbourView | None
    after: NeighbourView | None
    selection: SelectionView
    grid: tuple[tuple[DayView, ...], ...]
    groups: tuple[GroupView, ...]
    ongoing: Link | None


def make(edition: Edition, month: Month, choices: tuple[ChoiceView, ...]) -> Page:
    """The page of a month that has something."""
    calendar = edition.calendar
    events = calendar.by_month[month]
    name = dates.month(*month)
    year = Link(
        title=dates.school_year(school_year_of(month)),
        href=addresses.school_year(school_year_of(month)),
    )
    crumbs = (parts.HOME, Link(title="Календарь", href=addresses.CALENDAR), year, Link(title=name))
    counts = entries.kind_counts(event.kind for event in events)
    groups = tuple(_groups(edition, events, month))
    view = MonthView(
        crumbs=crumbs,
        title=name.capitalize(),
        now=month == month_of(edition.as_of),
        counts=counts,
        subscription=subscription(edition, addresses.feed()),
        address=edition.absolute(addresses.month(*month)),
        before=_neighbour(calendar.before(month)),
        after=_neighbour(calendar.after(month)),
        selection=selection(choices, len(events)),
        grid=tuple(_grid(events, month)),
        groups=groups,
        ongoing=_ongoing(edition, month),
    )
    return Page(
        url=addresses.month(*month),
        frame=addresses.CALENDAR,
        title=f"Календарь: {name}",
        description=f"Что назначено на {name} по дорожным картам: {entries.in_words(counts)}.",
        template="month.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(TocEntry(title=group.title, anchor=group.id) for group in groups),
    )


def passed(months: Sequence[Month]) -> str | None:
    """«ноябрь и декабрь 2020 — ничего не назначено»"""
    if not months:
        return None
    first, last = months[0], months[-1]
    same_year = first[0] == last[0]
    if len(months) == 1:
        said = dates.month(*first)
    elif len(months) == 2:
        said = f"{MONTHS[first[1]] if same_year else dates.month(*first)} и {dates.month(*last)}"
    else:
        since = GENITIVE_MONTHS[first[1]] + ("" if same_year else f" {first[0]}")
        said = f"с {since} по {dates.month(*last)}"
    return f"{said} — ничего не назначено"


def last_day(month: Month) -> datetime.date:
    """The last day of a month."""
    return datetime.date(*month, monthrange(*month)[1])


def _neighbour(found: Neighbour | None) -> NeighbourView | None:
    if found is None:
        return None
    return NeighbourView(
        title=dates.month(*found.month), href=addresses.month(*found.month), passed=passed(found.passed)
    )


def _groups(edition: Edition, events: Iterable[Event], month: Month) -> Iterator[GroupView]:
    """Days first, then what has no day, then what is due when the month ends, then what is longer than a month."""
    end = last_day(month)
    parted: dict[str, list[Event]] = {"days": [], "month": [], "due": [], "longer": []}
    for event in events:
        parted[_part(event, month)].append(event)
    until = f"{end.day} {GENITIVE_MONTHS[end.month]}"
    titles = {
        "days": ("По дням", "Что назначено на определённый день или ограничено им."),
        "month": ("В течение месяца", "День в документах не назван."),
        "due": (f"К концу месяца: до {until}", f"Должно быть готово до {until}."),
        "longer": ("Дольше месяца", "Срок захватывает и другие месяцы."),
    }
    for identity, found in parted.items():
        if found:
            title, text = titles[identity]
            lists = _weeks(edition, found, month) if identity == "days" else _by_kind(edition, found, month)
            yield GroupView(id=identity, title=title, text=text, lists=tuple(lists))


def _part(event: Event, month: Month) -> str:
    if event.exact:
        return "days"
    if event.due and event.end == last_day(month):
        return "due"
    return "month" if month_of(event.start) == month_of(event.end) else "longer"


def _by_kind(edition: Edition, events: Iterable[Event], month: Month) -> Iterator[EntriesView]:
    by_kind: dict[FormKind | None, list[EntryView]] = {}
    for event in entries.in_order(events):
        entry = entries.event_entry(edition, event, when=_soft_when(event, month))
        by_kind.setdefault(event.kind, []).append(entry)
    for kind, found in by_kind.items():
        yield EntriesView(title=entries.TITLES[kind], kind=entries.kind_value(kind), entries=tuple(found))


def _soft_when(event: Event, month: Month) -> str | None:
    """Nothing where the place on the page says it all."""
    whole = datetime.date(*month, 1), last_day(month)
    if (event.start, event.end) == whole or (event.occurrence.limit and event.end == whole[1]):
        return None
    if event.due and event.start.month == event.end.month:
        return f"до {event.end.day} {GENITIVE_MONTHS[event.end.month]}"
    return entries.span(event.start, event.end)


def _weeks(edition: Edition, events: Iterable[Event], month: Month) -> Iterator[EntriesView]:
    """By week, from Monday; a range stands in the week of its first day in this month."""
    first = datetime.date(*month, 1)
    by_week: dict[datetime.date, list[Event]] = {}
    for event in sorted(events, key=lambda event: (max(event.start, first), event.order)):
        day = max(event.start, first)
        by_week.setdefault(day - day.weekday() * _DAY, []).append(event)
    seen: set[datetime.date] = set()
    for monday, found in by_week.items():
        lines = []
        for event in found:
            days = tuple(_days(event, month))
            anchor = None if days[0] in seen else _anchor(days[0])
            seen.add(days[0])
            lines.append(entries.event_entry(edition, event, when=_exact_when(event), days=days, anchor=anchor))
        week = entries.span(monday, monday + 6 * _DAY)
        yield EntriesView(title=f"Неделя {week}", kind=None, entries=tuple(lines))


def _exact_when(event: Event) -> str:
    if event.occurrence.limit:
        return f"до {event.end.day} {GENITIVE_MONTHS[event.end.month]}"
    return entries.day(event.start) if event.start == event.end else entries.span(event.start, event.end)


def _grid(events: Iterable[Event], month: Month) -> Iterator[tuple[DayView, ...]]:
    """The weeks of the month, if any day of it is named; a range marks each of its days and leads to its first one."""
    first, last = datetime.date(*month, 1), last_day(month)
    anchors: dict[datetime.date, datetime.date] = {}
    counts: dict[datetime.date, int] = {}
    for event in events:
        days = tuple(_days(event, month)) if event.exact else ()
        for day in days:
            counts[day] = counts.get(day, 0) + 1
            anchors[day] = day if day == days[0] else anchors.get(day, days[0])
    monday = first - first.weekday() * _DAY
    while counts and monday <= last:
        week = [monday + index * _DAY for index in range(7)]
        yield tuple(
            DayView(
                number=day.day if first <= day <= last else None,
                date=day.isoformat(),
                anchor=_anchor(anchors[day]) if day in anchors else None,
                count=counts.get(day, 0),
            )
            for day in week
        )
        monday += 7 * _DAY


def _days(event: Event, month: Month) -> Iterator[datetime.date]:
    """The days of an event that lie in a month."""
    day = max(event.start, datetime.date(*month, 1))
    while day <= min(event.end, last_day(month)):
        yield day
        day += _DAY


def _anchor(day: datetime.date) -> str:
    return f"d-{day.isoformat()}"


def _ongoing(edition: Edition, month: Month) -> Link | None:
    """What goes on all the time stands on the page of the school year."""
    count = edition.calendar.ongoing_by_month.get(month, 0)
    if not count:
        return None
    return Link(
        title=numeral(count, "мероприятие идёт", "мероприятия идут", "мероприятий идёт")
        + " весь год или дольше квартала",
        href=f"{addresses.school_year(school_year_of(month))}#ongoing",
    )
