"""The Russian of the search index, on a handful of texts."""

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from dorkarta.pages.findable import Findable
from dorkarta.site.search import write_search

pytestmark = pytest.mark.browser

TITLES = (
    "Зачёт по математике",
    "Мероприятия для родителей",
    "Положение о ВСОКО",
    "Совещание тьюторов",
    "Ещё одна проверка",
)
SEARCH = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  return Promise.all(results.map(async (result) => (await result.data()).meta.title));
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
        """Say nothing."""


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An index of five titles, served from the loopback."""
    folder = tmp_path_factory.mktemp("language")
    found = [
        Findable(url=f"{number}/", title=title, kind="Мероприятие", text="", where="", when="", filters=())
        for number, title in enumerate(TITLES)
    ]
    (folder / "site").mkdir()
    write_search(found, folder / "site", folder / "cache", titles={})
    (folder / "site" / "index.html").write_text('<!doctype html><html lang="ru"><title>пусто</title></html>', "utf-8")
    handler = functools.partial(Quiet, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("зачет", "Зачёт по математике"),
        ("зачеты", "Зачёт по математике"),
        ("мероприятие", "Мероприятия для родителей"),
        ("мероприятиями", "Мероприятия для родителей"),
        ("всоко", "Положение о ВСОКО"),
        ("ВСОКО", "Положение о ВСОКО"),
        ("тьютор", "Совещание тьюторов"),
        ("еще", "Ещё одна проверка"),
    ],
)
def test_a_word_finds_its_other_forms(browser: Browser, small_site: str, query: str, title: str) -> None:
    """Case, endings and ё do not stand between a word and a title; the site's own search writes е for ё first."""
    page = browser.new_page()
    page.goto(small_site)
    assert page.evaluate(SEARCH, query)[:1] == [title]
    page.close()
