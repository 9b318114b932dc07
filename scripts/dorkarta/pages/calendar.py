"""The calendar: the block of its first page, and all its pages."""

from collections.abc import Callable, Iterator
from functools import partial

from dorkarta import addresses, dates
from dorkarta.calendars.kinds import in_words
from dorkarta.calendars.months import month_of, school_year_of
from dorkarta.pages import entries, month, school_year, territory_year
from dorkarta.pages.edition import Edition
from dorkarta.pages.entries import KindCount
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.places import PlacesView
from dorkarta.pages.plain import plain
from dorkarta.pages.school_year import OverviewView
from dorkarta.pages.selection import Selections, SelectionView
from dorkarta.pages.subscription import subscription
from dorkarta.pages.views import LinkLine, SubscriptionView
from dorkarta.records.lineage import COUNTRY


@plain
class NowView:
    """The month of the edition; without a link nothing is on."""

    title: str
    href: str | None
    counts: tuple[KindCount, ...]
    text: str


@plain
class YearView:
    """The school year that is shown."""

    title: str
    href: str
    overview: OverviewView
    selection: SelectionView | None
    places: PlacesView | None
    ongoing: int
    undated: int


@plain
class CalendarView:
    """The first page of the calendar."""

    now: NowView
    year: YearView | None
    years: tuple[LinkLine, ...]
    subscription: SubscriptionView | None


def make_block(edition: Edition) -> Block:
    """The month of the edition, its school year, the way to the other ones."""
    calendar = edition.calendar
    this = month_of(edition.as_of)
    shown = calendar.year_to_show(this)
    view = CalendarView(
        now=_now(edition, shown),
        year=_year(edition, shown) if shown is not None else None,
        years=tuple(
            LinkLine(
                title=dates.school_year(first),
                href=addresses.school_year(first),
                text=in_words(calendar.load.in_year(first)) or None,
            )
            for first in reversed(calendar.school_years)
        ),
        subscription=subscription(edition, addresses.feed()),
    )
    found = view.year.places if view.year else None
    toc = (
        TocEntry(title="Сейчас", anchor="now"),
        *((TocEntry(title=view.year.title, anchor="months"),) if view.year else ()),
        *((TocEntry(title=found.title, anchor=found.id),) if found else ()),
        *((TocEntry(title="Все учебные годы", anchor="years"),) if view.years else ()),
    )
    return Block(template="calendar.html", view=view, toc=toc)


def promises(edition: Edition) -> Iterator[Promise]:
    """The pages of school years and months that have something; of a large calendar also of territories."""
    calendar, selections = edition.calendar, Selections(edition=edition)
    for first in calendar.school_years:
        yield _promise(addresses.school_year(first), partial(school_year.make, edition, first, selections))
    for each in calendar.load.by_month:
        yield _promise(addresses.month(*each), partial(month.make, edition, each, selections))
    if calendar.is_large:
        yield from territory_year.promises(edition)


def _promise(url: str, make: Callable[[], Page]) -> Promise:
    return Promise(url=url, frame=addresses.CALENDAR, territory=COUNTRY, make=make)


def _now(edition: Edition, shown: int | None) -> NowView:
    this = month_of(edition.as_of)
    name = dates.month(*this)
    if this in edition.calendar.load.by_month:
        counts = entries.kind_counts(edition.calendar.load.in_month(this))
        return NowView(title=name.capitalize(), href=addresses.month(*this), counts=counts, text="")
    said = f"На {name} года в опубликованных дорожных картах ничего не назначено."
    if shown is not None and shown < school_year_of(this):
        said += f" Последний учебный год, в котором что-то было, – {dates.school_year(shown)[:7]}. Он показан ниже."
    elif shown is not None and shown > school_year_of(this):
        said += f" Ближайший учебный год, в котором что-то назначено, – {dates.school_year(shown)[:7]}."
    return NowView(title=name.capitalize(), href=None, counts=(), text=said)


def _year(edition: Edition, first: int) -> YearView:
    calendar = edition.calendar
    return YearView(
        title=dates.school_year(first),
        href=addresses.school_year(first),
        overview=school_year.overview(edition, first),
        selection=Selections(edition=edition).of(sum(calendar.load.in_year(first).values())),
        places=school_year.places_of(edition, first),
        ongoing=len(calendar.listed.ongoing_in(first)),
        undated=len(calendar.listed.undated_in(first)),
    )
