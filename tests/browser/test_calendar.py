"""What a visitor sees and does in the calendar, in Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

YEAR = "calendar/2020-2021/"
MONTH = "calendar/2021-03/"
WITH_DAYS = "calendar/2020-12/"
ROADMAP = "roadmaps/krasnodar-krai/roadmap-2020-2021/"
PHONE = ViewportSize(width=360, height=740)


@pytest.fixture(scope="module")
def home(built_site: Path) -> str:
    """The site opened as files, without any server."""
    return built_site.as_uri() + "/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at desk width; the test fails on an error in its scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert not faults


def total(page: Page) -> int:
    """The number of entries of which the filter shows some."""
    said = page.locator(".dk-filter__count").text_content() or ""
    return int(re.findall(r"\d+", said)[-1])


def shown(page: Page) -> int:
    return page.locator("[data-entry]:visible").count()


def kinds(page: Page, where: str) -> int:
    """The sum of the counts by kind."""
    counts = page.locator(f"{where} [data-kind-count]:not([hidden]) [data-count]").all()
    return sum(int(count.text_content() or "") for count in counts)


def test_the_filter_of_a_month_keeps_its_state_in_the_address(page: Page, home: str) -> None:
    """A territory leaves its entries, counts follow, and the address opens the same again, from files too."""
    page.goto(f"{home}{MONTH}index.html")
    every = shown(page)
    assert every == total(page) == kinds(page, ".dk-kinds--row")
    page.locator("[name=territory]").select_option("krasnodar-krai")
    expect(page.locator(".dk-filter__count")).to_contain_text(f"из {every}")
    left = shown(page)
    assert 0 < left < every
    assert kinds(page, ".dk-kinds--row") == left
    for entry in page.locator("[data-entry]:visible").all():
        assert (entry.get_attribute("data-territory") or "").startswith("krasnodar-krai")
    assert "territory=krasnodar-krai" in page.url
    link = page.url
    page.goto("about:blank")
    page.goto(link)
    assert shown(page) == left
    page.locator(".dk-filter [type=reset]").click()
    assert shown(page) == every
    assert "territory" not in page.url


def test_a_region_answers_for_its_municipalities(page: Page, home: str) -> None:
    """The filter by a region shows what its municipalities do."""
    page.goto(f"{home}{MONTH}index.html?territory=voronezh-oblast")
    inside = shown(page)
    assert inside > 0
    page.goto(f"{home}{MONTH}index.html?territory=voronezh-oblast/ertil")
    assert shown(page) == inside


def test_the_counts_of_the_overview_follow_the_filter(page: Page, home: str) -> None:
    """A kind leaves its counts in every month, and each month's page filtered by it shows as many."""
    page.goto(f"{home}{YEAR}index.html")
    page.locator("[name=kind]").select_option("event")
    tiles = page.locator("[data-month]:has([data-total])").all()
    totals = [int(tile.locator("[data-total]").text_content() or "") for tile in tiles]
    assert all(tile.locator("[data-kind-count]:visible").count() <= 1 for tile in tiles)
    assert sum(totals) > 0
    march = page.locator("[data-month='6']")
    counted = int(march.locator("[data-total]").text_content() or "")
    href = march.locator("a").get_attribute("href") or ""
    assert "kind=event" in href
    page.goto(href.replace(MONTH, f"{MONTH}index.html"))
    expect(page.locator("[name=kind]")).to_have_value("event")
    assert shown(page) == counted


def test_a_month_that_the_filter_empties_says_so(page: Page, home: str) -> None:
    """An overview without anything left says it in its months, a month's page in one place."""
    page.goto(f"{home}{YEAR}index.html?territory=tula-oblast&form=letter")
    assert page.locator("[data-none]:visible").count() == page.locator("[data-none]").count() > 0
    page.goto(f"{home}{MONTH}index.html?territory=tula-oblast&form=letter")
    assert shown(page) == 0
    expect(page.get_by_text("По этому отбору ничего нет")).to_be_visible()


def test_what_is_filtered_is_what_prints(page: Page, home: str) -> None:
    """In print the same entries are hidden, and a line says which filter holds."""
    page.goto(f"{home}{MONTH}index.html?level=region")
    left = shown(page)
    page.emulate_media(media="print")
    assert shown(page) == left > 0
    expect(page.locator("[data-filter-said]")).to_contain_text("уровень «Региональный уровень»")
    expect(page.locator(".dk-filter")).not_to_be_visible()


def test_the_calendar_is_whole_without_scripts(browser: Browser, home: str) -> None:
    """Without JavaScript every entry and every count is there, no dead control is, and feeds can be had."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{home}{MONTH}index.html")
    assert shown(opened) == opened.locator("[data-entry]").count() > 0
    assert not opened.locator(".dk-filter").is_visible()
    opened.locator(".dk-subscribe > summary").click()
    expect(opened.locator("a[href^='webcal:']").first).to_be_visible()
    assert not opened.locator("[data-copy-link]:visible").count()
    opened.goto(f"{home}{YEAR}index.html")
    assert opened.locator("[data-total]:visible").count() > 0
    context.close()


def test_a_phone_shows_the_first_entry_at_once(page: Page, home: str) -> None:
    """At 360 pixels nothing scrolls sideways, the filter is folded, and the agenda begins on the first screen."""
    page.set_viewport_size(PHONE)
    for path in ("calendar/", YEAR, MONTH, WITH_DAYS):
        page.goto(f"{home}{path}index.html")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 1, path
    page.goto(f"{home}{MONTH}index.html")
    expect(page.locator(".dk-filter [name=territory]")).not_to_be_visible()
    expect(page.locator("[data-entry]").first).to_be_in_viewport()
    page.goto(f"{home}{MONTH}index.html?territory=tula-oblast")
    expect(page.locator(".dk-filter [name=territory]")).to_be_visible()


def test_a_day_of_the_grid_leads_to_its_entry(page: Page, home: str) -> None:
    """Days with something are links; what the filter empties is marked no longer."""
    page.goto(f"{home}{WITH_DAYS}index.html")
    day = page.locator("[data-day='2020-12-15']")
    day.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#d-2020-12-15")).to_be_in_viewport()
    page.locator("[name=kind]").select_option("event")
    expect(page.locator(".dk-grid")).not_to_be_visible()


def test_the_timeline_opens_by_the_keyboard_and_scrolls_inside_itself(page: Page, home: str) -> None:
    """The drawing is closed at first, its frame takes the focus and scrolls, its list leads to the rows."""
    page.set_viewport_size(PHONE)
    page.goto(f"{home}{ROADMAP}index.html")
    drawing = page.locator(".dk-tl").first
    expect(drawing).not_to_be_visible()
    page.locator(".dk-timeline > summary").focus()
    page.keyboard.press("Enter")
    expect(drawing).to_be_visible()
    frame = page.locator(".dk-timeline__frame")
    assert frame.evaluate("each => each.scrollWidth > each.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 1
    page.locator(".dk-timeline__told > summary").click()
    page.locator(".dk-timeline__told a[href='#m-36']").first.click()
    expect(page.locator("#m-36")).to_be_in_viewport()


@pytest.mark.parametrize("opened", [False, True])
def test_the_timeline_prints_when_it_was_opened(page: Page, home: str, *, opened: bool) -> None:
    """Closed it stays out of print, though Material opens every fold there; open it is printed in black."""
    page.goto(f"{home}{ROADMAP}index.html")
    if opened:
        page.locator(".dk-timeline > summary").click()
    page.emulate_media(media="print")
    expect(page.locator(".dk-timeline")).to_be_visible(visible=opened)
    if opened:
        ink = "getComputedStyle(document.querySelector('.dk-tl--event')).color"
        assert page.evaluate(ink) == "rgb(0, 0, 0)"
