"""Markup in records, through every page and block."""

import datetime
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from dorkarta.documents.imprint import Imprint
from dorkarta.documents.orders import orders
from dorkarta.pages.edition import Edition, Settings
from dorkarta.pages.findable import findables
from dorkarta.pages.making import BLOCKS, make_pages
from dorkarta.pages.rendering import Renderer
from dorkarta.records.loading import load
from dorkarta.records.plan import plan_of
from dorkarta.site.search import stub

ROOT = Path(__file__).resolve().parents[2]

NASTY = """<script>alert(1)</script>" onload="alert(1)' onerror='alert(1)]]>{{ 7 * 7 }}"""
"""Out of an element, of an attribute in either quotes, of CDATA, of a template."""
FREE_TEXTS = {
    "title", "goal", "summary", "appendix", "expected_result", "description", "text", "name", "about",
    "addition", "expansion", "genitive", "locative", "post", "signed", "source", "quote", "unproven", "indicator",
}  # fmt: skip
WITH_FIGURES = ("project", "indicators", "execution/what-proves")
"""No report of the real records tells a figure; the registry is that of the real records."""
FOUND_BY_TITLE = {"forms.yaml", "audiences.yaml"}


def poisoned(value: Any, *, is_body: bool) -> Any:
    """The same record with a script in front of every free text; bodies are still found by their old titles."""
    if isinstance(value, list):
        return [poisoned(item, is_body=is_body) for item in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, inside in value.items():
        if key in FREE_TEXTS and isinstance(inside, str):
            found[key] = f"{NASTY} {inside}"
        elif key == "inferred":
            found[key] = {field: f"{NASTY} {why}" for field, why in inside.items()}
        else:
            found[key] = poisoned(inside, is_body=is_body)
    if is_body and "title" in value:
        found["aliases"] = [*value.get("aliases", []), value["title"]]
    return found


@pytest.fixture(scope="module")
def poisoned_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The real records and some with figures, a script in every free text, and with buttons for all files."""
    project = tmp_path_factory.mktemp("poisoned")
    shutil.copytree(ROOT / "content", project / "content")
    for folder in (*(ROOT / "tests" / "cases" / name for name in WITH_FIGURES), ROOT):
        shutil.copytree(folder / "roadmaps", project / "roadmaps", dirs_exist_ok=True)
    for path in sorted((project / "roadmaps").rglob("*.yaml")):
        if path.name not in FOUND_BY_TITLE:
            record = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # makes nothing but texts
            spoilt = poisoned(record, is_body=path.name == "bodies.yaml")
            path.write_text(yaml.dump(spoilt, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
    settings = Settings(site_name="Сайт", site_url="https://example.org/", edit_url="https://example.org/edit/")
    edition = Edition(plan=plan_of(load(project)), as_of=datetime.date(2021, 3, 10), settings=settings)
    imprint = Imprint(publisher="Институт", site_url="https://example.org/", modified={})
    ordered = orders(edition.plan, edition.calendar, imprint, project)
    return replace(edition, downloads={order.address: 1 for order in ordered})


def made(edition: Edition) -> Iterator[str]:
    """Every page as its slots, every block, every page of the search."""
    renderer = Renderer(ROOT / "theme" / "blocks")
    pages = list(make_pages(edition))
    yield from ("".join(renderer.slots(page, edition).values()) for page in pages)
    yield from (renderer.block(make(edition), f"{name}/") for name, make in BLOCKS.items())
    yield from map(stub, findables(edition, pages))


def test_a_script_in_any_text_of_a_record_is_printed_literally(poisoned_edition: Edition) -> None:
    """No page runs it, and the pages that show the texts show the script as text."""
    running, showing = [], 0
    assert any(entry.actuals for report in poisoned_edition.corpus.reports.values() for entry in report.content.entries)
    for text in made(poisoned_edition):
        page = html.fromstring(text)
        if page.xpath("//script[contains(text(), 'alert(1)')] | //*[@onerror or @onload]"):
            running.append(text)
        showing += NASTY in page.text_content()
    assert not running
    assert showing > 60
