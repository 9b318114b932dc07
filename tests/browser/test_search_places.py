"""Where one search would load too much, the visitor says where to search; the site is small, its limits smaller."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dorkarta.pages.findable import Depth, Findable
from dorkarta.site.search import write_search
from dorkarta.site.search.places import Limits

pytestmark = pytest.mark.browser

TITLES = {"tula-oblast": "Тульская область", "tula-oblast/tula": "Тула", "krasnodar-krai": "Краснодарский край"}
LIMITS = Limits(records=0, lists=40, first_search=0)
PAGES = ("about", "search", "assets", "roadmaps/tula-oblast", "territories/tula-oblast")
NOWHERE = "Чтобы искать в записях региона, выберите его. Пока поиск идёт по общим страницам сайта."


def found(title: str, territory: str, depth: Depth = Depth.REGION) -> Findable:
    """A row that says «наставник»."""
    filters = (("kind", "Мероприятие"), ("year", "2021"), ("form", "приказ" if territory else "письмо"))
    return Findable(
        url="about/", title=title, kind="Мероприятие", text="Наставник", where="", when="", filters=filters,
        territory=territory, depth=depth,
    )  # fmt: skip


FOUND = (
    found("Общая страница", ""),
    *[found("Строка Тульской области", "tula-oblast")] * 2,
    *[found("Строка тульской школы", "tula-oblast/tula", Depth.SCHOOL)] * 3,
    *[found("Строка Краснодарского края", "krasnodar-krai")] * 2,
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
        """Say nothing."""


@pytest.fixture(scope="module")
def site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Some pages of the built site with an index for each place, served from the loopback; its folder."""
    folder = tmp_path_factory.mktemp("places") / "shnor"
    for name in PAGES:
        shutil.copytree(built_site / name, folder / name)
    write_search(FOUND, folder, folder.parent / "cache", titles=TITLES, hands=2, limits=LIMITS)
    handler = functools.partial(Quiet, directory=str(folder.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/shnor/", folder
        server.shutdown()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who never was here."""
    context = browser.new_context(locale="ru-RU")
    yield context
    context.close()


def opened(visitor: BrowserContext, url: str) -> Page:
    """A page with its dialog of search."""
    page = visitor.new_page()
    page.goto(url)
    page.keyboard.press("/")
    return page


def titles(page: Page) -> set[str]:
    """What the dialog lists."""
    expect(page.locator("dialog .dk-hit").first).to_be_visible()
    return set(page.locator("dialog .dk-hit__title").all_text_contents())


def test_a_region_is_chosen_first_and_remembered(visitor: BrowserContext, site: tuple[str, Path]) -> None:
    """Before that only common pages are searched and nothing of a region is loaded; the next page knows the choice."""
    address, _ = site
    loaded: list[str] = []
    visitor.on("request", lambda request: loaded.append(request.url))
    page = opened(visitor, f"{address}about/")
    expect(page.get_by_role("status")).to_have_text(NOWHERE)
    page.keyboard.type("наставник")
    assert titles(page) == {"Общая страница"}
    assert not [url for url in loaded if "/places/" in url]
    page.keyboard.type(" школы")
    expect(page.get_by_role("status")).to_have_text(f"Ничего не нашлось. {NOWHERE}")
    page.locator("#dk-search-input").fill("наставник")
    page.get_by_label("Регион").select_option(label="Тульская область")
    expect(page.get_by_role("status")).to_have_text("Найдено 3 записи")
    assert titles(page) == {"Общая страница", "Строка Тульской области"}
    assert not [url for url in loaded if "krasnodar" in url or "--tula" in url]
    page.get_by_label("Мероприятия школ").select_option(label="Тула")
    expect(page.get_by_role("status")).to_have_text("Найдено 6 записей")
    again = opened(visitor, f"{address}about/")
    expect(again.get_by_label("Мероприятия школ")).to_have_value("tula-oblast/tula")


def test_a_page_of_a_region_is_searched_with_its_region(visitor: BrowserContext, site: tuple[str, Path]) -> None:
    """Its own place stands first, whatever was chosen elsewhere."""
    address, _ = site
    page = opened(visitor, f"{address}territories/tula-oblast/")
    expect(page.get_by_label("Регион")).to_have_value("tula-oblast")
    assert page.get_by_label("Регион").locator("option").all_text_contents() == [
        "Тульская область",
        "Краснодарский край",
    ]
    town = opened(visitor, f"{address}territories/tula-oblast/tula/")
    expect(town.get_by_label("Мероприятия школ")).to_have_value("tula-oblast/tula")


def test_the_page_of_search_goes_on_in_the_same_place(visitor: BrowserContext, site: tuple[str, Path]) -> None:
    """The dialog's link takes the place along; another place brings other filters; resetting keeps the place."""
    address, _ = site
    page = opened(visitor, f"{address}territories/tula-oblast/")
    page.keyboard.type("наставник")
    titles(page)
    page.get_by_role("link", name="Все результаты и отбор").click()
    expect(page.locator(".dk-find__status")).to_have_text("Найдено 3 записи")
    assert page.url.endswith("&in=tula-oblast")
    page.get_by_label("Форма").select_option("письмо")
    expect(page.locator(".dk-find__status")).to_have_text("Найдена 1 запись")
    page.get_by_role("button", name="Сбросить всё").click()
    expect(page.get_by_label("Регион")).to_have_value("tula-oblast")
    page.get_by_label("Регион").select_option(label="Краснодарский край")
    page.locator("#dk-find-q").fill("наставник")
    expect(page.locator(".dk-hit__title", has_text="Краснодарского края")).to_have_count(2)
    assert page.url.endswith("&in=krasnodar-krai")


def test_a_word_that_one_index_lacks_brings_nothing_else_of_it(visitor: BrowserContext, site: tuple[str, Path]) -> None:
    """Each index answers for itself: where a word is not, its first letters bring no strangers."""
    address, _ = site
    page = opened(visitor, f"{address}territories/tula-oblast/")
    page.keyboard.type("Тульской")
    assert titles(page) == {"Строка Тульской области"}


def test_a_site_without_search_says_so(visitor: BrowserContext, site: tuple[str, Path], tmp_path: Path) -> None:
    """Nobody is told to try again where there is nothing to be had."""
    address, folder = site
    aside = tmp_path / "pagefind"
    (folder / "pagefind").rename(aside)
    try:
        page = opened(visitor, f"{address}about/")
        expect(page.get_by_role("status")).to_contain_text("Этот сайт собран без поиска.")
        page.goto(f"{address}search/")
        expect(page.locator(".dk-empty")).to_contain_text("Этот сайт собран без поиска.")
    finally:
        aside.rename(folder / "pagefind")
