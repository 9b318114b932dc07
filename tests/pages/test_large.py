"""Pages of many records: the official ones stand for many where a page is told to hold three lines."""

import datetime
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from dorkarta import addresses
from dorkarta.pages import body, calendar, documents, indicators, lists
from dorkarta.pages.body import BodyPageView
from dorkarta.pages.calendar import CalendarView
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.making import promises
from dorkarta.pages.month import MonthView
from dorkarta.pages.page import Page
from dorkarta.pages.territory_year import TerritoryYearView
from dorkarta.records.plan import Plan

FEW = 3


@pytest.fixture
def edition(official_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The real records, far too many."""
    for module in ("calendars.calendar", "pages.body_duties", "pages.body_place", "pages.indicators", "pages.lists"):
        monkeypatch.setattr(f"dorkarta.{module}.LINES", FEW)
    monkeypatch.setattr("dorkarta.pages.documents._MOST", FEW)
    settings = Settings(site_name="Сайт", site_url="https://example.org/", edit_url=None)
    return Edition(plan=official_plan, as_of=datetime.date(2021, 3, 10), settings=settings)


def pages_of(edition: Edition) -> Iterator[Page]:
    for module in (body, calendar, documents, indicators):
        yield from (promise.make() for promise in module.promises(edition))


def hrefs(view: object) -> Iterator[str]:
    """Every address that a view leads to."""
    if is_dataclass(view):
        for field in fields(view):
            value = getattr(view, field.name)
            if field.name == "href" and isinstance(value, str):
                yield value
            else:
                yield from hrefs(value)
    elif isinstance(view, (tuple, list)):
        for each in view:
            yield from hrefs(each)


def test_every_link_leads_to_a_page(edition: Edition) -> None:
    """What a page does not hold has a page, and no two pages have one address."""
    urls = [promise.url for promise in promises(edition)]
    assert len(set(urls)) == len(urls)
    sections = (addresses.BODIES, addresses.CALENDAR, addresses.DOCUMENTS, addresses.INDICATORS)
    views = [page.view for page in pages_of(edition)]
    views += [calendar.make_block(edition).view, indicators.make_block(edition).view, lists.make_roadmaps(edition).view]
    for href in (href for view in views for href in hrefs(view)):
        page = href.partition("#")[0].partition("?")[0]
        if page.startswith(sections) and page not in sections:
            assert page in urls


def test_a_large_calendar_has_no_filter_but_pages_of_territories(edition: Edition) -> None:
    """Months count everything; the sums of territories and what is listed make the whole."""
    view = calendar.make_block(edition).view
    assert isinstance(view, CalendarView)
    assert view.year is not None
    assert view.year.selection is None
    assert view.year.overview.facts == ""
    assert view.year.places is not None
    views = [page.view for page in pages_of(edition)]
    months = [each for each in views if isinstance(each, MonthView)]
    assert months
    for month in months:
        assert month.places is not None
        listed = sum(len(each.entries) for group in month.groups for each in group.lists)
        elsewhere = sum(int((line.count or "0").split()[0]) for group in month.places.groups for line in group.lines)
        assert listed + elsewhere == sum(each.count for each in month.counts)
    assert any(isinstance(each, TerritoryYearView) and each.tables for each in views)


def test_a_body_of_many_duties_counts_them_by_territory(edition: Edition) -> None:
    """Nothing that it answers for is lost."""
    pages = {page.url: page.view for page in pages_of(edition)}
    view = pages[addresses.body("", "municipal-coordinator")]
    assert isinstance(view, BodyPageView)
    assert view.duties.places or view.duties.shares
