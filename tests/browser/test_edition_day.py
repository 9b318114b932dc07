"""The day of the edition in a browser: from a disk, with scripts and without."""

import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dorkarta.site.edition_day import script

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("scripts", "words"),
    [(True, "Состояние на 10 марта 2021\u00a0г."), (False, "Состояние на день обновления сайта")],
    ids=["scripts", "no scripts"],
)
def test_the_day_is_filled_in(browser: Browser, tmp_path: Path, *, scripts: bool, words: str) -> None:
    """A page on a disk tells the day; where no scripts run, its own words stay."""
    (tmp_path / "edition.js").write_bytes(script(datetime.date(2021, 3, 10)))
    (tmp_path / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="edition.js" defer></script>'
        "<p>Состояние <span data-edition-day>на день обновления сайта</span></p>",
        "utf-8",
    )
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert page.inner_text("p") == words
    context.close()
