"""A former address in a browser: with scripts and without."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dorkarta.pages.moved import MovedView
from dorkarta.pages.page import Block
from dorkarta.pages.rendering import Renderer

pytestmark = pytest.mark.browser

THEME = Path(__file__).resolve().parents[2] / "theme"
OLD, NEW, GONE = "roadmaps/old/", "roadmaps/new/", "roadmaps/gone/"


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with one page, one that moved and one that is gone, served from the loopback."""
    site = tmp_path_factory.mktemp("moved")
    shutil.copytree(THEME / "assets", site / "assets/dorkarta")
    renderer = Renderer(THEME / "blocks")
    for url, target, why in ((OLD, NEW, None), (GONE, None, "Карта была опубликована дважды.")):
        view = MovedView(
            site_name="Сайт",
            home="",
            search="search/",
            assets="assets/dorkarta/",
            target=target,
            canonical=None,
            why=why,
        )
        (site / url).mkdir(parents=True)
        page = renderer.block(Block(template="moved.html", view=view), url)
        (site / url / "index.html").write_text(page, "utf-8")
    (site / NEW).mkdir()
    (site / NEW / "index.html").write_text("<!doctype html><title>new</title><p id=m-36>", "utf-8")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_former_address_leads_on(browser: Browser, former: str, *, scripts: bool) -> None:
    """The visitor arrives at the new page; with scripts at the very activity that the link was for."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{former}{OLD}#m-36")
    page.wait_for_url(f"{former}{NEW}#m-36" if scripts else f"{former}{NEW}*")
    assert page.title() == "new"
    context.close()


def test_what_is_gone_says_why(browser: Browser, former: str) -> None:
    """The page stays, gives the reason and leads home."""
    page = browser.new_page(viewport={"width": 360, "height": 600})
    page.goto(former + GONE)
    assert "Карта была опубликована дважды." in page.inner_text("main")
    assert page.locator("main a").first.get_attribute("href") == "../../"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
