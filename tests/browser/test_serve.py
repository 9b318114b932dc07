"""`dorkarta serve` in a browser: a saved line is on the page, a mistake is told and goes away, nothing by hand."""

import datetime
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dorkarta.site.folders import Folders
from dorkarta.site.framework import Framework
from dorkarta.site.preview import preview
from dorkarta.site.preview.framing import framework_here
from dorkarta.site.serving import shown

pytestmark = pytest.mark.browser

AS_OF = datetime.date(2024, 4, 10)
ROADMAP = "roadmaps/zarechnaya-oblast/roadmap-2023-2024"


@pytest.fixture
def served(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of its preview. MkDocs is not asked again for another address of the site."""

    def framework(folders: Folders, _site_url: str | None) -> Framework:
        return framework_here(folders, None)

    monkeypatch.setattr(preview, "framework_here", framework)
    with shown(small_site, address="127.0.0.1:0", today=lambda: AS_OF) as (url, follow):
        is_over = threading.Event()

        def watch() -> None:
            while not is_over.is_set():
                follow()

        thread = threading.Thread(target=watch)
        thread.start()
        yield url
        is_over.set()
        thread.join()


def test_a_saved_line_is_on_the_page(browser: Browser, small_site: Path, served: str) -> None:
    """The words change, a mistake comes and goes, the place and the open folds stay; nobody reloads."""
    path = small_site / f"{ROADMAP}.yaml"
    right = path.read_text("utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 400})
    page.goto(f"{served}{ROADMAP}/")
    fold = page.locator("main details:not([open])").first
    fold.locator("summary").first.click()
    page.evaluate("scrollTo(0, 300)")

    path.write_text(right.replace("Мониторинг образовательных", "Отслеживание образовательных"), "utf-8")
    expect(page.locator("main")).to_contain_text("Отслеживание образовательных")
    assert page.evaluate("scrollY") == 300
    assert page.locator("main details[open]").count() > 0

    bar = page.locator("#dk-preview details")
    path.write_text(right.replace("form: приказ", "form: танец", 1), "utf-8")
    expect(bar).to_contain_text("ошибка E203")
    expect(bar.locator("pre").first).to_contain_text("^^^^^")
    bar.locator("summary").click()
    expect(bar.locator("pre").first).to_be_hidden()

    path.write_text(right, "utf-8")
    expect(bar.locator("summary")).to_have_text("Предпросмотр: ошибок нет")
    expect(page.locator("main")).to_contain_text("Мониторинг образовательных")
    page.close()
