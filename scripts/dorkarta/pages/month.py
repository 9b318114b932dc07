"""The page of a month: what is on, by weeks where days are known, else «в течение месяца»."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.agenda import Part, PartId, agenda, days_in
from dorkarta.calendars.calendar import Neighbour
from dorkarta.calendars.events import Event
from dorkarta.calendars.kinds import ENTRY, in_words
from dorkarta.calendars.months import first_day, last_day, month_of, school_year_of
from dorkarta.deadline.names import GENITIVE_MONTHS, MONTHS
from dorkarta.pages import entries, parts
from dorkarta.pages.downloads import downloads
from dorkarta.pages.edition import Edition
from dorkarta.pages.entries import EntryView, KindCount
from dorkarta.pages.page import Page, TocEntry
from dorkarta.pages.places import PlacesView, places
from dorkarta.pages.plain import plain
from dorkarta.pages.selection import Selections, SelectionView
from dorkarta.pages.subscription import subscription
from dorkarta.pages.views import DownloadsView, Link, SubscriptionView
from dorkarta.records.timing import Month
from dorkarta.text import numeral

_DAY: Final = timedelta(days=1)


@plain
class NeighbourView:
    """The way to the next month with something in it; `passed` names the empty ones between."""

    title: str
    href: str
    passed: str | None


@plain
class DayView:
    """A day of the grid; without a number it belongs to another month, without a link it has nothing."""

    number: int | None
    date: str
    anchor: str | None
    count: int


@plain
class EntriesView:
    """Entries under a heading of their own."""

    title: str
    kind: str | None
    entries: tuple[EntryView, ...]


@plain
class GroupView:
    """A part of the agenda."""

    id: str
    title: str
    text: str
    lists: tuple[EntriesView, ...]


@plain
class MonthView:
    """A month."""

    crumbs: tuple[Link, ...]
    title: str
    now: bool
    counts: tuple[KindCount, ...]
    subscription: SubscriptionView | None
    before: NeighbourView | None
    after: NeighbourView | None
    selection: SelectionView | None
    grid: tuple[tuple[DayView, ...], ...]
    groups: tuple[GroupView, ...]
    places: PlacesView | None
    ongoing: Link | None
    downloads: DownloadsView | None = None


def make(edition: Edition, month: Month, selections: Selections) -> Page:
    """The page of a month that has something."""
    calendar = edition.calendar
    load, listed = calendar.load.in_month(month), calendar.listed.by_month.get(month, ())
    name = dates.month(*month)
    year = Link(
        title=dates.school_year(school_year_of(month)),
        href=addresses.school_year(school_year_of(month)),
    )
    crumbs = (parts.HOME, Link(title="Календарь", href=addresses.CALENDAR), year, Link(title=name))
    groups = tuple(_group(edition, part) for part in agenda(listed, month))
    view = MonthView(
        crumbs=crumbs,
        title=name.capitalize(),
        now=month == month_of(edition.as_of),
        counts=entries.kind_counts(load),
        downloads=downloads(edition, addresses.month(*month), f"Мероприятия дорожных карт. {name}"),
        subscription=subscription(edition, addresses.feed()),
        before=_neighbour(calendar.before(month)),
        after=_neighbour(calendar.after(month)),
        selection=selections.of(sum(load.values())),
        grid=tuple(_grid(listed, month)),
        groups=groups,
        places=_places(edition, month),
        ongoing=_ongoing(edition, month),
    )
    return Page(
        url=addresses.month(*month),
        frame=addresses.CALENDAR,
        title=f"Календарь: {name}",
        description=f"Что назначено на {name} по дорожным картам: {in_words(load)}.",
        template="month.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(_toc(view)),
    )


def _toc(view: MonthView) -> Iterator[TocEntry]:
    for each in (*view.groups, view.places):
        if each:
            yield TocEntry(title=each.title, anchor=each.id)


def _places(edition: Edition, month: Month) -> PlacesView | None:
    """Where all that the page does not list stands."""
    calendar = edition.calendar
    if not calendar.is_large:
        return None
    listed = calendar.listed
    counts = {path: sum(load.in_month(month).values()) for path, load in calendar.loads.items()}
    year = dates.school_year(school_year_of(month))
    return places(
        edition.corpus,
        {path: count for path, count in counts.items() if count and path not in listed.loads},
        title="В муниципалитетах" if month in listed.load.by_month else "В территориях",
        text=f"Записей слишком много для одной страницы. По ссылке – карты территории по месяцам, {year}.",
        href=partial(addresses.school_year, school_year_of(month)),
        said=lambda count: numeral(count, *ENTRY),
    )


def passed(months: Sequence[Month]) -> str | None:
    """«ноябрь и декабрь 2020 – ничего не назначено»"""
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
    return f"{said} – ничего не назначено"


def _neighbour(found: Neighbour | None) -> NeighbourView | None:
    if found is None:
        return None
    return NeighbourView(
        title=dates.month(*found.month), href=addresses.month(*found.month), passed=passed(found.passed)
    )


def _group(edition: Edition, part: Part) -> GroupView:
    """A part of the agenda; the first entry of a day is where the grid leads to."""
    anchored: set[datetime.date] = set()
    lists = []
    for group in part.groups:
        found = []
        for item in group.items:
            day = item.days[0] if item.days else None
            anchor = _anchor(day) if day and day not in anchored else None
            anchored.update(item.days[:1])
            found.append(entries.event_entry(edition, item.event, when=item.when, days=item.days, anchor=anchor))
        kind = None if part.id is PartId.DAYS else entries.kind_value(group.kind)
        lists.append(EntriesView(title=group.title, kind=kind, entries=tuple(found)))
    return GroupView(id=part.id.value, title=part.title, text=part.text, lists=tuple(lists))


def _grid(events: Iterable[Event], month: Month) -> Iterator[tuple[DayView, ...]]:
    """The weeks of the month, if any day of it is named; a range marks each of its days and leads to its first one."""
    first, last = first_day(month), last_day(month)
    anchors: dict[datetime.date, datetime.date] = {}
    counts: dict[datetime.date, int] = {}
    for event in events:
        days = tuple(days_in(event, month)) if event.exact else ()
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


def _anchor(day: datetime.date) -> str:
    return f"d-{day.isoformat()}"


def _ongoing(edition: Edition, month: Month) -> Link | None:
    """What goes on all the time stands on the page of the school year."""
    count = len(edition.calendar.listed.ongoing_in_month(month))
    if not count:
        return None
    return Link(
        title=numeral(count, "мероприятие идёт", "мероприятия идут", "мероприятий идёт")
        + " весь год или дольше квартала",
        href=f"{addresses.school_year(school_year_of(month))}#ongoing",
    )
