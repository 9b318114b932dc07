"""«Скачать» at the head of a page, in Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

ROADMAP = "roadmaps/krasnodar-krai/roadmap-2020-2021/"
WITH_FILES = (
    ROADMAP,
    "reports/krasnodar-krai/krasnodar/report-2020-2021/",
    "bodies/krasnodar-krai/iro-kk/",
    "territories/tula-oblast/tula/",
    "calendar/2021-03/",
)
PHONE = ViewportSize(width=360, height=740)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page on a phone without scripts."""
    context = browser.new_context(viewport=PHONE, locale="ru-RU", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", WITH_FILES)
def test_what_is_offered_is_there(page: Page, built_site: Path, path: str) -> None:
    """PDF comes first and tells its size, every link leads to a file and names it for the visitor's disk."""
    page.goto(f"{built_site.as_uri()}/{path}index.html")
    files = page.locator(".dk-head a[download]:not([href$='.ics'])")
    expect(files.first).to_have_text(re.compile(r"^\s*Скачать PDF, \d+\sКБ\s*$"))
    for file in files.all():
        href = unquote(file.get_attribute("href") or "")
        assert (built_site / path / href).resolve().is_file(), href
        name = file.get_attribute("download") or ""
        assert name.endswith(Path(href).suffix)
        assert not set('/\\:*?"<>|') & set(name)


def test_the_parts_open_by_the_keyboard_and_without_scripts(page: Page, built_site: Path) -> None:
    """Levels, sections and forms are folded; Enter on the heading shows them as lists with names."""
    page.goto(f"{built_site.as_uri()}/{ROADMAP}index.html")
    part = page.locator(".dk-downloads").get_by_role("link", name="Муниципальный уровень").first
    expect(part).not_to_be_visible()
    page.locator(".dk-downloads__parts > summary").focus()
    page.keyboard.press("Enter")
    expect(part).to_be_visible()
    expect(page.get_by_role("list", name="По уровням")).to_contain_text("Муниципальный уровень")


def test_links_say_what_they_do(page: Page, built_site: Path) -> None:
    """A screen reader hears «Скачать» and the size with every format."""
    page.goto(f"{built_site.as_uri()}/{ROADMAP}index.html")
    names = [" ".join(text.split()) for text in page.locator(".dk-downloads__files a").all_text_contents()]
    assert len(names) > 3
    assert all(name.startswith("Скачать ") and name.endswith("КБ") for name in names)
