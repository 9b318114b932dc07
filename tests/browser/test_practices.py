"""The library of practices and the risk helper in Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

LIBRARY = "practices/"
HELPER = "risks/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at desk width; the test fails on an error in its console."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert not faults


def shown(page: Page) -> int:
    return page.locator("#practices > [data-item]:visible").count()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f".dk-filter [name={name}]").select_option(value=value)


def test_facets_leave_what_answers_and_count(page: Page, address: str) -> None:
    """A facet leaves its practices, the others say how many each of their choices would leave of these."""
    page.goto(address + LIBRARY)
    everything = shown(page)
    expect(page.locator(".dk-filter__count")).to_have_text(f"Всего {everything} практик")
    choose(page, "territory", "tula-oblast")
    left = shown(page)
    assert 0 < left < everything
    expect(page.locator(".dk-filter__count")).to_have_text(f"Показано {left} из {everything} практик")
    for item in page.locator("#practices > [data-item]:visible").all():
        assert "tula-oblast" in (item.get_attribute("data-territory") or "").split()
    for name in ("level", "role", "form", "proof"):
        for option in page.locator(f".dk-filter [name={name}] option:not([value=''])").all():
            value, counted = option.get_attribute("value"), re.search(r"\((\d+)\)$", option.text_content() or "")
            selector = f"#practices > [data-territory~='tula-oblast'][data-{name}~='{value}']"
            assert counted
            assert int(counted[1]) == page.locator(selector).count()
            assert option.is_disabled() == (counted[1] == "0")


def test_the_choice_can_be_sent_as_a_link(page: Page, address: str) -> None:
    """Facets and words stand in the address, come back with it, and are gone after the reset."""
    page.goto(address + LIBRARY)
    everything = shown(page)
    choose(page, "proof", "planned")
    page.locator(".dk-filter [name=q]").fill("наставника")
    page.wait_for_url("**q=*")
    left, link = shown(page), page.url
    assert 0 < left < everything
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".dk-filter [name=q]")).to_have_value("наставника")
    assert shown(page) == left
    page.locator(".dk-filter [type=reset]").click()
    assert shown(page) == everything
    assert "proof=" not in page.url


def test_nothing_answers(page: Page, address: str) -> None:
    """Words that no practice has leave a note in place of the list."""
    page.goto(address + LIBRARY + "?q=абракадабра")
    assert shown(page) == 0
    expect(page.locator(".dk-filter__none")).to_be_visible()


def test_on_a_phone_the_facets_are_folded(page: Page, address: str) -> None:
    """The list begins on the first screen; a choice in the address opens the facets."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + LIBRARY)
    expect(page.locator(".dk-filter [name=level]")).to_be_hidden()
    page.goto(address + LIBRARY + "?level=school")
    expect(page.locator(".dk-filter [name=level]")).to_be_visible()


def sections(page: Page) -> list[str]:
    shown = page.locator("#risk-results section[data-risk]:visible")
    found: list[str] = shown.evaluate_all("all => all.map(section => section.dataset.risk)")
    return found


def test_ticked_risks_leave_their_sections(page: Page, address: str) -> None:
    """Two ticks leave two sections, stand in the address, and are told to who does not see them."""
    page.goto(address + HELPER)
    everything = sections(page)
    assert len(everything) > 2
    page.locator("[name=risk][value=staff-shortage]").check()
    page.locator("[name=risk][value=discipline]").check()
    page.wait_for_url("**risk=staff-shortage&risk=discipline")
    expect(page.locator("#risk-results section[data-risk]:visible")).to_have_count(2)
    assert sections(page) == ["staff-shortage", "discipline"]
    count = page.locator(".dk-filter__count")
    expect(count).to_have_attribute("aria-live", "polite")
    expect(count).to_contain_text("Показано")
    for event in page.locator("#risk-results [data-entry]:visible").all():
        assert {"staff-shortage", "discipline"} & set((event.get_attribute("data-risk") or "").split())
    page.locator(".dk-risks [type=reset]").click()
    expect(page.locator("#risk-results section[data-risk]:visible")).to_have_count(len(everything))
    assert sections(page) == everything
    assert "risk=" not in page.url


def test_the_keyboard_ticks(page: Page, address: str) -> None:
    """The boxes are reached by Tab and ticked by Space."""
    page.goto(address + HELPER)
    page.locator("[name=risk]").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[name=risk]").nth(1)).to_be_checked()
    expect(page.locator("#risk-results section[data-risk]:visible")).to_have_count(1)


def test_back_brings_the_choice_again(page: Page, address: str) -> None:
    """From a practice the way back leads to the same choice."""
    page.goto(address + HELPER)
    page.locator("[name=risk][value=staff-shortage]").check()
    page.wait_for_url("**risk=staff-shortage")
    page.locator("#risk-results .dk-practices a:visible").first.click()
    page.wait_for_url("**/practices/*/")
    page.go_back()
    expect(page.locator("[name=risk][value=staff-shortage]")).to_be_checked()
    assert sections(page) == ["staff-shortage"]


def test_the_link_of_a_risk_comes_ticked(page: Page, address: str) -> None:
    """The risk on the page of a practice leads to the helper with this risk ticked."""
    page.goto(address + "practices/discipline/")
    page.get_by_role("link", name="Низкий уровень учебной дисциплины").first.click()
    page.wait_for_url("**/risks/?risk=discipline")
    assert sections(page) == ["discipline"]


def test_the_printed_sheet_names_the_risks(page: Page, address: str) -> None:
    """On paper stand the ticked risks and what helps against them; boxes and buttons do not."""
    page.goto(address + HELPER + "?risk=staff-shortage&risk=discipline")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    said = page.locator(".dk-filter-said")
    expect(said).to_be_visible()
    expect(said).to_contain_text(
        "риски «Дефицит педагогических кадров», «Низкий уровень учебной дисциплины обучающихся»"
    )
    assert sections(page) == ["staff-shortage", "discipline"]
    expect(page.locator(".dk-risks")).to_be_hidden()
    expect(page.get_by_role("button", name="Напечатать подборку")).to_be_hidden()


def test_from_a_file_and_without_network(browser: Browser, built_site: Path) -> None:
    """The helper opened as a file filters as well, and asks nobody for anything."""
    context = browser.new_context(locale="ru-RU", offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built_site / "risks/index.html").as_uri() + "?risk=discipline")
    assert sections(page) == ["discipline"]
    page.locator("[name=risk][value=staff-shortage]").check()
    assert sections(page) == ["staff-shortage", "discipline"]
    assert all(url.startswith(("file:", "data:")) for url in asked)
    context.close()


def test_without_scripts_all_is_shown(browser: Browser, address: str) -> None:
    """Neither filter is seen; every practice and every factor is."""
    context = browser.new_context(java_script_enabled=False, locale="ru-RU")
    page = context.new_page()
    page.goto(address + LIBRARY)
    assert shown(page) == page.locator("#practices > [data-item]").count() > 0
    expect(page.locator(".dk-filter")).to_be_hidden()
    page.goto(address + HELPER)
    assert len(sections(page)) == page.locator("[name=risk]").count() > 0
    expect(page.locator(".dk-risks")).to_be_hidden()
    context.close()


def test_the_thread_leads_up_and_down(page: Page, address: str) -> None:
    """Under the activity of a school stands why, and the way up and down again."""
    page.goto(address + "roadmaps/krasnodar-krai/roadmap-2020-2021/#m-111")
    page.locator("#m-111 .dk-thread a").first.click()
    page.wait_for_url("**#m-77")
    below = page.locator("#m-77 .dk-thread").get_by_role("link", name=re.compile(r"^111\."))
    expect(below).to_be_visible()
    below.click()
    page.wait_for_url("**#m-111")


def test_the_printed_table_is_that_of_the_document(page: Page, address: str) -> None:
    """On paper no row tells its ties."""
    page.goto(address + "roadmaps/krasnodar-krai/roadmap-2020-2021/")
    page.emulate_media(media="print")
    assert page.locator(".dk-thread").count() > 0
    assert page.locator(".dk-thread:visible").count() == 0
