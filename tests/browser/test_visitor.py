"""What a visitor sees and does in Chromium, on the site under a sub-path."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect

pytestmark = pytest.mark.browser

REGIONS = {
    "krasnodar-krai": "Краснодарский край",
    "stavropol-krai": "Ставропольский край",
    "tula-oblast": "Тульская область",
    "voronezh-oblast": "Воронежская область",
}
REGIONAL = "roadmaps/krasnodar-krai/roadmap-2020-2021/"
FIGURES = "progress/indicators/stavropol-krai/kislovodsk/roadmap-2020-2022/"
PAGES = (
    "",
    "levels/",
    "levels/region/",
    "levels/region/krasnodar-krai/",
    "levels/school/krasnodar-krai/",
    "calendar/",
    "calendar/2020-2021/",
    "calendar/2021-2022/",
    "calendar/2020-12/",
    "calendar/2021-03/",
    "calendar/2022-05/",
    "territories/",
    "territories/krasnodar-krai/krasnodar/",
    REGIONAL,
    "roadmaps/tula-oblast/tula/roadmap-2020-2021/",
    "roadmaps/voronezh-oblast/ertil/roadmap-2021/",
    "roadmaps/stavropol-krai/kislovodsk/roadmap-2020-2022/",
    "reports/krasnodar-krai/krasnodar/report-2020-2021/",
    "progress/",
    "progress/rules/",
    "progress/krasnodar-krai/",
    "progress/krasnodar-krai/krasnodar/",
    FIGURES,
    "practices/",
    "practices/mentor-centre/",
    "practices/methodical-audit/",
    "risks/",
    "bodies/",
    "bodies/krasnodar-krai/iro-kk/",
    "documents/",
    "documents/krasnodar-krai/",
    "glossary/",
    "about/",
    "404.html",
    "search/?q=мониторинг",
)


def watch(page: Page, address: str) -> list[str]:
    """A list that fills with what a visitor would suffer."""
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            faults.append(f"чужой адрес: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{response.status} {response.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", on_request)
    page.on("response", on_response)
    return faults


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page at desk width; the test fails on an error in its console or a request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    opened = context.new_page()
    faults = watch(opened, address)
    yield opened
    context.close()
    assert not faults


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(page: Page, address: str, path: str) -> None:
    """At the widths of a phone, a tablet and a desk no page is wider than its window."""
    page.goto(address + path)
    over = {}
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        over[width] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert all(pixels <= 1 for pixels in over.values()), over


def rows(page: Page) -> int:
    return page.locator("tr[data-activity]:visible").count()


def test_the_filter_counts_hides_and_keeps_its_state_in_the_address(page: Page, address: str) -> None:
    """Words and a form leave the rows that answer both, say how many, and can be sent as a link."""
    page.goto(address + REGIONAL)
    expect(page.locator(".dk-filter__count")).to_have_text("Всего 112 мероприятий")
    page.locator(".dk-filter [name=form]").select_option(label="вебинар")
    page.locator(".dk-filter [name=q]").fill("впр")
    page.wait_for_url("**q=*")
    expect(page.locator(".dk-filter__count")).to_contain_text("из 112")
    shown = rows(page)
    assert 0 < shown < 112
    for row in page.locator("tr[data-activity]:visible").all():
        assert "вебинар" in (row.text_content() or "").lower()
        assert "впр" in (row.text_content() or "").lower()
    link = page.url
    assert "form=" in link
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".dk-filter [name=q]")).to_have_value("впр")
    assert rows(page) == shown
    page.locator(".dk-filter [type=reset]").click()
    expect(page.locator(".dk-filter__count")).to_have_text("Всего 112 мероприятий")
    assert rows(page) == 112
    assert "form=" not in page.url


def test_the_filter_by_quarter_shows_its_months(page: Page, address: str) -> None:
    """A quarter leaves the rows of its three months."""
    page.goto(address + REGIONAL + "?when=2021-q1")
    shown = page.locator("tr[data-activity]:visible").all()
    assert shown
    months = {"2021-01", "2021-02", "2021-03"}
    assert all(months & set((row.get_attribute("data-months") or "").split()) for row in shown)
    hidden = page.locator("tr[data-activity]:not(:visible)").all()
    assert hidden
    assert not any(months & set((row.get_attribute("data-months") or "").split()) for row in hidden)


def test_the_filter_by_state_shows_what_stands_so(page: Page, address: str) -> None:
    """A state leaves the rows in it, by the address too; words of states are no words of the activities."""
    page.goto(address + REGIONAL)
    page.locator(".dk-filter [name=state]").select_option(label="срок прошёл, отчёта нет")
    page.wait_for_url("**state=unreported*")
    held = "[data-state~=unreported]"
    told = page.locator(".dk-execution li", has_text="срок прошёл, отчёта нет").locator("b").text_content()
    assert rows(page) == page.locator(f"tr[data-activity]{held}").count() == int(told or 0) > 0
    assert page.locator(f"tr[data-activity]:not({held}):visible").count() == 0
    page.goto(address + REGIONAL + "?state=unreported&q=" + "срок прошёл")
    assert rows(page) == 0


def test_the_filter_does_not_mind_yo(page: Page, address: str) -> None:
    """A word typed with ё finds the same word printed with е."""
    page.goto(address + REGIONAL + "?q=" + "отчёт")
    with_yo = rows(page)
    page.goto(address + REGIONAL + "?q=" + "отчет")
    assert rows(page) == with_yo > 0


def test_what_is_filtered_is_what_prints(page: Page, address: str) -> None:
    """In print the same rows are hidden, and a line says which filter holds."""
    page.goto(address + REGIONAL + "?level=school")
    shown = rows(page)
    page.emulate_media(media="print")
    assert rows(page) == shown == 13
    expect(page.locator("[data-filter-said]")).to_be_visible()
    expect(page.locator(".md-header")).not_to_be_visible()


def found(page: Page, address: str, query: str) -> list[str]:
    """The titles that a query finds on the page of search."""
    page.goto(f"{address}search/?{query}")
    expect(page.locator(".dk-hit").first).to_be_visible()
    return [(hit.text_content() or "") for hit in page.locator(".dk-hit__title").all()]


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("мероприятие", "мероприятия"),
        ("тьютор", "тьютор"),
        ("ВСОКО", "внутренней системе оценки качества"),
        ("отчёт", "отч"),
    ],
)
def test_search_knows_russian(page: Page, address: str, query: str, part: str) -> None:
    """A word finds its other forms; an abbreviation finds its activity."""
    titles = found(page, address, f"q={query}")
    assert any(part.lower() in title.lower() for title in titles), titles


def test_a_result_leads_to_the_row_of_its_activity(page: Page, address: str) -> None:
    """The first result for the title of an activity opens its roadmap at its anchor."""
    page.goto(f"{address}search/?q=форсайт-сессия+учителя+настоящего")
    page.locator(".dk-hit").first.click()
    page.wait_for_url("**/roadmaps/**")
    assert page.url == f"{address}{REGIONAL}#m-53"
    expect(page.locator("#m-53")).to_be_in_viewport()


FILTERED = """async () => {
  const pagefind = await window.dorkartaSearch.load();
  const known = await pagefind.filters();
  const found = [];
  for (const name of ["form", "body", "year", "level", "territory"]) {
    for (const value of Object.keys(known[name])) {
      const { results } = await pagefind.search(null, { filters: { [name]: value, kind: "Мероприятие" } });
      const data = await Promise.all(results.map((result) => result.data()));
      found.push([name, value, data.map((each) => each.meta.url)]);
    }
  }
  return found;
}"""


def test_a_filter_of_search_finds_just_what_answers_it(page: Page, address: str, built_site: Path) -> None:
    """For every form, body, year, level and territory search gives what has it by the API, nothing else."""
    expected: dict[tuple[str, str], set[str]] = {}
    bodies = {body["id"]: body for body in read(built_site, "bodies")["bodies"]}
    for line in read(built_site, "roadmaps")["roadmaps"]:
        roadmap = json.loads((built_site / line["api"]).read_text("utf-8"))
        for activity, above in activities(roadmap["sections"]):
            for name, value in traits(roadmap, activity, above, bodies):
                expected.setdefault((name, value), set()).add(activity["url"])
    page.goto(f"{address}search/")
    found = {(name, value): set(urls) for name, value, urls in page.evaluate(FILTERED)}
    assert {key: urls for key, urls in found.items() if urls} == expected
    assert len(expected) > 60


def read(site: Path, name: str) -> Any:
    return json.loads((site / f"api/v1/{name}.json").read_text("utf-8"))


def activities(sections: list[Any]) -> Iterator[tuple[Any, Any | None]]:
    """Every activity with the one that it is a part of."""
    for section in sections:
        for activity in section["activities"]:
            yield activity, None
            yield from ((part, activity) for part in activity["activities"])
        yield from activities(section["sections"])


def traits(roadmap: Any, activity: Any, above: Any | None, bodies: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What an activity can be found by, told from the API alone."""
    levels = {"region": "Региональный уровень", "municipality": "Муниципальный уровень"}
    yield "level", levels.get(activity["level"], "Уровень образовательной организации")
    yield "territory", roadmap["territory"]["title"]
    if "/" in roadmap["territory"]["path"]:
        yield "territory", REGIONS[roadmap["territory"]["path"].partition("/")[0]]
    yield from (("form", form["title"]) for form in activity["forms"])
    for responsible in activity["responsible"] or (above or {"responsible": []})["responsible"]:
        body = bodies[responsible["body"]]
        yield "body", body["short"] or body["title"]
    occurrences = activity["deadline"]["reading"]["occurrences"] if activity["deadline"] else []
    spans = [(each["start"][:4], each["end"][:4]) for each in occurrences]
    years = {str(year) for start, end in spans for year in range(int(start), int(end) + 1)}
    planned = {
        year
        for indicator in activity["indicators"]
        for year, value in indicator["years"].items()
        if any(part["number"] for part in value["parts"])
    }
    yield from (("year", year) for year in years or planned)


def test_search_opens_from_any_page_by_the_keyboard(page: Page, address: str) -> None:
    """The slash opens the search; typing finds; Escape closes."""
    page.goto(address + REGIONAL)
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    page.keyboard.type("наставнический центр")
    expect(dialog.locator(".dk-hit").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()


def test_the_page_is_whole_without_scripts(browser: Browser, address: str) -> None:
    """Without JavaScript a roadmap shows all its rows and no dead controls."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address + REGIONAL)
    assert opened.locator("tr[data-activity]").count() == 112
    assert not opened.locator(".dk-filter").is_visible()
    assert not opened.locator("[data-print]").first.is_visible()
    context.close()


def test_an_abbreviation_opens_by_the_keyboard(page: Page, address: str) -> None:
    """An abbreviation in a title can be reached and read without a mouse."""
    page.goto(address + REGIONAL)
    first = page.locator("#activities abbr").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("школы с низкими образовательными результатами").first).to_be_visible()
