"""The calendar: the block of its first page, and all its pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta import addresses, dates
from dorkarta.calendars.kinds import counts_of, in_words
from dorkarta.calendars.months import month_of, school_year_of
from dorkarta.pages import entries, month, school_year
from dorkarta.pages.edition import Edition
from dorkarta.pages.entries import KindCount
from dorkarta.pages.page import Block, Page, TocEntry
from dorkarta.pages.school_year import OverviewView
from dorkarta.pages.selection import SelectionView, choices, selection
from dorkarta.pages.subscription import subscription
from dorkarta.pages.views import LinkLine, SubscriptionView


@dataclass(frozen=True, kw_only=True, slots=True)
class NowView:
    """The month of the edition; without a link nothing is on."""

    title: str
    href: str | None
    counts: tuple[KindCount, ...]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class YearView:
    """The school year that is shown."""

    title: str
    href: str
    overview: OverviewView
    selection: SelectionView
    ongoing: int
    undated: int


@dataclass(frozen=True, kw_only=True, slots=True)
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
                text=in_words(counts_of(calendar.of_year(first))) or None,
            )
            for first in reversed(calendar.school_years)
        ),
        subscription=subscription(edition, addresses.feed()),
    )
    toc = (
        TocEntry(title="Сейчас", anchor="now"),
        *((TocEntry(title=view.year.title, anchor="months"),) if view.year else ()),
        *((TocEntry(title="Все учебные годы", anchor="years"),) if view.years else ()),
    )
    return Block(template="calendar.html", view=view, toc=toc)


def make_pages(edition: Edition) -> Iterator[Page]:
    """The pages of school years and months that have something."""
    found = choices(edition)
    yield from (school_year.make(edition, first, found) for first in edition.calendar.school_years)
    yield from (month.make(edition, each, found) for each in edition.calendar.by_month)


def _now(edition: Edition, shown: int | None) -> NowView:
    this = month_of(edition.as_of)
    name = dates.month(*this)
    if events := edition.calendar.by_month.get(this):
        counts = entries.kind_counts(events)
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
        selection=selection(choices(edition), len(calendar.of_year(first))),
        ongoing=len(calendar.ongoing_in(first)),
        undated=len(calendar.undated_in(first)),
    )
