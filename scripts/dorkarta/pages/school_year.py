"""The page of a school year: twelve months with counts by kind, what goes on all year, what has no date."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from dorkarta import addresses, dates
from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.events import Event, long_of
from dorkarta.calendars.kinds import ENTRY, in_words
from dorkarta.calendars.load import Kinds, Load
from dorkarta.calendars.months import month_of, months_of, school_year_of
from dorkarta.deadline.wording import wording
from dorkarta.pages import entries, parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.entries import EntryView, KindCount
from dorkarta.pages.page import Page, TocEntry
from dorkarta.pages.places import PlacesView, places
from dorkarta.pages.plain import plain
from dorkarta.pages.selection import Selections, SelectionView
from dorkarta.pages.subscription import subscription
from dorkarta.pages.views import Link, SubscriptionView
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month
from dorkarta.text import capital, fold, numeral


@plain
class TileView:
    """A month of the overview; `share` is its part of the fullest month, of 100."""

    title: str
    year: int
    href: str | None
    index: int
    total: int
    share: int
    counts: tuple[KindCount, ...]
    now: bool


@plain
class OverviewView:
    """Twelve months. `facts` is what the filter counts: `level;territory;bodies;forms;kind;months*count` a line.

    Without a filter there are none.
    """

    tiles: tuple[TileView, ...]
    facts: str
    counts: tuple[KindCount, ...]
    several: int
    """How many entries stand in more than one month."""


@plain
class ListView:
    """Entries that have something in common: a span, a plan."""

    title: str
    entries: tuple[EntryView, ...]


@plain
class SchoolYearView:
    """A school year."""

    crumbs: tuple[Link, ...]
    title: str
    overview: OverviewView
    subscription: SubscriptionView | None
    before: Link | None
    after: Link | None
    selection: SelectionView | None
    places: PlacesView | None
    ongoing: tuple[ListView, ...]
    undated: tuple[ListView, ...]


def make(edition: Edition, first: int, selections: Selections) -> Page:
    """The page of a school year."""
    calendar, listed = edition.calendar, edition.calendar.listed
    name = dates.school_year(first)
    years = calendar.school_years
    place = years.index(first)
    crumbs = (parts.HOME, Link(title="Календарь", href=addresses.CALENDAR), Link(title=name))
    ongoing = _grouped(edition, sorted(listed.ongoing_in(first), key=_long_order), lambda one: _long_span(one, first))
    undated = _grouped(edition, sorted(listed.undated_in(first), key=_asked_order), _asked)
    counts = calendar.load.in_year(first)
    view = SchoolYearView(
        crumbs=crumbs,
        title=name,
        overview=overview(edition, first),
        subscription=subscription(edition, addresses.feed()),
        before=_year(years[place - 1]) if place else None,
        after=_year(years[place + 1]) if place + 1 < len(years) else None,
        selection=selections.of(sum(counts.values())),
        places=places_of(edition, first),
        ongoing=ongoing,
        undated=undated,
    )
    said = in_words(counts)
    return Page(
        url=addresses.school_year(first),
        frame=addresses.CALENDAR,
        title=f"Календарь: {name}",
        description=f"{name}: {said or 'ничего не назначено'}. {_way(calendar)}",
        template="school_year.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(_toc(view)),
    )


def overview(edition: Edition, first: int) -> OverviewView:
    """The twelve months of a school year in the calendar of the whole site, with what its filter counts."""
    calendar = edition.calendar
    facts = "" if calendar.is_large else _facts(calendar.of_year(first), months_of(first))
    return tiled(calendar.load, first, now=month_of(edition.as_of), facts=facts, href=addresses.month)


def tiled(
    load: Load,
    first: int,
    *,
    now: Month,
    facts: str = "",
    href: Callable[[int, int], str | None] = lambda _, __: None,
) -> OverviewView:
    """The twelve months of a school year.

    Arguments:
        load: What is counted.
        first: The year in which the school year began.
        now: The month of the edition.
        facts: What a filter counts.
        href: The page of a month that has something.
    """
    months = months_of(first)
    fullest = max(sum(load.in_month(month).values()) for month in months)
    return OverviewView(
        tiles=tuple(
            _tile(
                load.in_month(month),
                month,
                index,
                fullest,
                now=month == now,
                href=href(*month) if month in load.by_month else None,
            )
            for index, month in enumerate(months)
        ),
        facts=facts,
        counts=entries.kind_counts(load.in_year(first)),
        several=load.several(first),
    )


def places_of(edition: Edition, first: int) -> PlacesView | None:
    """Where the plans of territories stand month by month, if the calendar is too large to be listed here."""
    if not edition.calendar.is_large:
        return None
    counts = {path: sum(load.in_year(first).values()) for path, load in edition.calendar.loads.items()}
    return places(
        edition.corpus,
        {path: count for path, count in counts.items() if count},
        title="По территориям",
        text="Сколько записей календаря у каждой территории; по ссылке – её карты по месяцам.",
        href=partial(addresses.school_year, first),
        said=lambda count: numeral(count, *ENTRY),
    )


def _way(calendar: Calendar) -> str:
    return "По месяцам и территориям." if calendar.is_large else "По месяцам, с отбором по территории и ответственным."


def _year(first: int) -> Link:
    return Link(title=dates.school_year(first), href=addresses.school_year(first))


def _toc(view: SchoolYearView) -> Iterator[TocEntry]:
    yield TocEntry(title="По месяцам", anchor="months")
    if view.places:
        yield TocEntry(title=view.places.title, anchor=view.places.id)
    if view.ongoing:
        yield TocEntry(title="Идёт весь год", anchor="ongoing")
    if view.undated:
        yield TocEntry(title="Сроки определяются планом", anchor="undated")


def _tile(
    counts: Kinds,
    month: Month,
    index: int,
    fullest: int,
    *,
    now: bool,
    href: str | None,
) -> TileView:
    name, total = dates.month(*month).partition(" ")[0], sum(counts.values())
    return TileView(
        title=name.capitalize(),
        year=month[0],
        href=href,
        index=index,
        total=total,
        share=round(100 * total / fullest) if fullest else 0,
        counts=entries.kind_counts(counts),
        now=now,
    )


def _facts(events: Iterable[Event], months: tuple[Month, ...]) -> str:
    """Entries that the filter cannot tell apart are counted together."""
    found: dict[str, int] = {}
    for event in events:
        one = event.planned
        bodies = ",".join(entries.body_value(body.territory, body.content.id) for body in one.bodies)
        forms = ",".join(form.id for form in one.forms)
        touched = ",".join(str(months.index(month)) for month in event.months if month in months)
        kind = entries.kind_value(event.kind)
        fact = f"{one.level.value};{one.record.territory};{bodies};{forms};{kind};{touched}"
        found[fact] = found.get(fact, 0) + 1
    return "\n".join(f"{fact}*{count}" for fact, count in found.items())


def _grouped(edition: Edition, planned: Iterable[Planned], label: Callable[[Planned], str]) -> tuple[ListView, ...]:
    """Under equal labels, in the order in which they come."""
    found: dict[str, list[Planned]] = {}
    for one in planned:
        found.setdefault(fold(label(one)), []).append(one)
    return tuple(
        ListView(
            title=capital(label(ones[0])),
            entries=tuple(entries.planned_entry(edition, one) for one in ones),
        )
        for ones in found.values()
    )


def _long_order(one: Planned) -> tuple[datetime.date, datetime.date]:
    long = long_of(one)
    return long[0].start, long[0].end


def _long_span(one: Planned, first: int) -> str:
    """«сентябрь 2020 – август 2021»"""
    inside = (each for each in long_of(one) if any(school_year_of(month) == first for month in each.months))
    return ", ".join(dates.period(each.start, each.end) for each in inside)


def _asked_order(one: Planned) -> tuple[bool, bool, str]:
    """Plans first, then events that something follows, then rhythms."""
    reading = one.timing.reading if one.timing else None
    return not (reading and reading.plan), not (reading and reading.condition), fold(_asked(one))


def _asked(one: Planned) -> str:
    """The plan, the condition or the rhythm that gives an activity its time."""
    reading = one.timing.reading if one.timing else None
    if reading is None:
        return "срок не указан"
    return reading.plan or reading.condition or wording(reading)
