"""Markup in records, through the whole build."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from dorkarta.site.building import build

NASTY = "<script>alert(1)</script>"
FREE_TEXTS = {
    "title", "goal", "summary", "appendix", "expected_result", "description", "text", "name", "about",
    "addition", "expansion", "genitive", "locative", "post", "signed", "source", "quote",
}  # fmt: skip
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
def poisoned_site(tmp_path_factory: pytest.TempPathFactory, copy_project: Callable[[Path], Path]) -> Path:
    """The site of the real records with a script in every free text."""
    folder = tmp_path_factory.mktemp("poisoned")
    project = copy_project(folder / "project")
    for path in sorted((project / "roadmaps").rglob("*.yaml")):
        if path.name not in FOUND_BY_TITLE:
            record = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # makes nothing but texts
            spoilt = poisoned(record, is_body=path.name == "bodies.yaml")
            path.write_text(yaml.safe_dump(spoilt, allow_unicode=True, sort_keys=False), "utf-8")
    build(project, out=folder / "site", as_of=datetime.date(2021, 3, 10))
    return folder / "site"


def test_a_script_in_any_text_of_a_record_is_printed_literally(poisoned_site: Path) -> None:
    """No page runs it, and the pages that show the texts show the script as text."""
    running, showing = [], 0
    for path in sorted(poisoned_site.rglob("*.html")):
        page = html.parse(str(path)).getroot()
        if page.xpath("//script[contains(text(), 'alert(1)')] | //*[@onerror or @onload]"):
            running.append(path)
        showing += NASTY in page.text_content()
    assert not running
    assert showing > 60
