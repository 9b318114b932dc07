"""The page of a practice shows what documents say, in one order, and nothing that they do not."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html

from dorkarta.pages import practice
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Page
from dorkarta.pages.practice import PracticeView
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parent.parent.parent / "theme" / "blocks"
PATH = "content/practices/team-training.md"
BARE = """---
title: Обход школ
territory: zarechnaya-oblast
level: region
summary: Методисты обходят школы.
problem: Школам нужна помощь.
steps:
  - {text: Вводный вебинар, source: "zarechnaya-oblast/roadmap-2023-2024#3.1"}
  - {text: Итоговая защита, source: "zarechnaya-oblast/roadmap-2023-2024#3.2"}
  - {text: Обучение, source: "zarechnaya-oblast/roadmap-2023-2024#3"}
proof: planned
proof_why: Описано в карте.
reviewed: 2026-11-22
---
"""


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """The templates of the site."""
    return Renderer(BLOCKS)


def page_of(edition: Edition, name: str) -> Page:
    (found,) = (each for each in practice.promises(edition) if each.url == f"practices/{name}/")
    return found.make()


def view_of(edition: Edition, name: str) -> PracticeView:
    view = page_of(edition, name).view
    assert isinstance(view, PracticeView)
    return view


def headings(renderer: Renderer, page: Page) -> list[str]:
    content = html.fromstring(f"<div>{renderer.block(page, page.url)}</div>")
    return [heading.text_content().strip() for heading in content.xpath("//h2")]


def test_the_order_of_a_page(official: Corpus, edition_of: EditionOf, renderer: Renderer) -> None:
    """Problem, what is done, steps, result, proof, where, activities, similar ones; the contents say the same."""
    page = page_of(edition_of(official), "learning-failure")
    found = headings(renderer, page)
    assert found == [
        "Проблема",
        "Что предусмотрено",
        "Шаги",
        "Ожидаемый результат",
        "Подтверждение",
        "Где предусмотрено",
        "Мероприятия",
        "Похожие практики",
    ]
    assert [entry.title for entry in page.toc] == found


def test_what_was_done_is_called_so(official: Corpus, edition_of: EditionOf, renderer: Renderer) -> None:
    """A practice that a report describes was done and applied; a plan only foresees and expects."""
    found = headings(renderer, page_of(edition_of(official), "methodical-audit"))
    assert {"Что делали", "Результат", "Где применили"} <= set(found)
    for page in (each.make() for each in practice.promises(edition_of(official))):
        if page.view.proof.kind == "planned":
            assert not {"Что делали", "Результат", "Где применили"} & set(headings(renderer, page))


def test_the_degree_of_proof_stands_at_the_top_in_words(
    official: Corpus, edition_of: EditionOf, renderer: Renderer
) -> None:
    """Every page says it before its first section, and nowhere «лучшая»."""
    for page in (each.make() for each in practice.promises(edition_of(official))):
        text = html.fromstring(f"<div>{renderer.block(page, page.url)}</div>").text_content()
        assert page.view.proof.label in text.partition("Проблема")[0]
        assert "лучшая практика" not in text.lower()


def test_what_is_not_there_is_not_shown(levels_with: CorpusWith, edition_of: EditionOf, renderer: Renderer) -> None:
    """A practice with the least fields has four sections and no empty line."""
    page = page_of(edition_of(levels_with({PATH: BARE})), "team-training")
    assert headings(renderer, page) == ["Проблема", "Что предусмотрено", "Шаги", "Подтверждение", "Где предусмотрено"]
    content = html.fromstring(f"<div>{renderer.block(page, page.url)}</div>")
    labels = [each.text_content() for each in content.xpath("//*[contains(@class, 'dk-pairs')]//dt")]
    assert labels == ["Территория", "Уровень"]


def test_every_step_leads_to_its_source(official: Corpus, edition_of: EditionOf) -> None:
    """No step of an official practice is without a place, and the place is on a page of a record."""
    for page in (each.make() for each in practice.promises(edition_of(official))):
        assert page.view.steps
        for step in page.view.steps:
            assert step.place.href.startswith(("roadmaps/", "reports/", "levels/"))
            assert step.place.title


def test_sources_of_several_records_say_where_they_change(levels: Corpus, edition_of: EditionOf) -> None:
    """The record is named at the first of its steps in a row; of one record only it is said once below."""
    view = view_of(edition_of(levels), "team-training")
    assert [step.record is not None for step in view.steps] == [True, True, False]
    assert [step.place.title for step in view.steps if step.place] == [
        "Областной уровень, ИРО, пункт\u00a01",
        "пункт\u00a03, «вводный вебинар»",
        "пункт\u00a03, «итоговая защита программ»",
    ]
    assert len(view.records) == 2


def test_a_part_of_a_system_has_its_anchor(levels: Corpus, edition_of: EditionOf) -> None:
    """A component leads to its subject on the page of the level."""
    (place, *_) = (step.place for step in view_of(edition_of(levels), "team-training").steps)
    assert place is not None
    assert place.href == "levels/region/zarechnaya-oblast/#subject-2"


def test_similar_practices_share_a_risk(official: Corpus, edition_of: EditionOf) -> None:
    """Those with the most risks in common first, never the practice itself, none without a common risk."""
    edition = edition_of(official)
    for name, record in official.practices.items():
        related = [line.href.split("/")[1] for line in view_of(edition, name).related]
        shared = [len(set(official.practices[each].content.risks) & set(record.content.risks)) for each in related]
        assert name not in related
        assert shared == sorted(shared, reverse=True)
        assert all(shared)


def test_hostile_texts_stay_texts(levels_with: CorpusWith, edition_of: EditionOf, renderer: Renderer) -> None:
    """Markup in a practice comes out as letters; Markdown in its prose has no raw HTML."""
    text = BARE.replace("Школам нужна помощь.", "'<script>alert(1)</script> & {{ 7 * 7 }}'")
    text = (
        text.replace("Вводный вебинар", "'<img src=x onerror=alert(1)>'")
        + "\n<b>жирно</b> [тык](javascript:alert(1))\n"
    )
    page = page_of(edition_of(levels_with({PATH: text})), "team-training")
    content = html.fromstring(f"<div>{renderer.block(page, page.url)}</div>")
    assert not content.xpath("//script | //img | //b[text()='жирно'] | //a[starts-with(@href, 'javascript')]")
    assert "<script>alert(1)</script> & {{ 7 * 7 }}" in content.text_content()
