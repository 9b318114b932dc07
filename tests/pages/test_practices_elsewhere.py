"""Practices are found from the pages of what they are about, and by search."""

from collections.abc import Callable, Mapping
from itertools import chain

from dorkarta.pages import body, documents, home, level, territory
from dorkarta.pages.edition import Edition
from dorkarta.pages.findable import PRACTICE, findables
from dorkarta.pages.making import make_pages
from dorkarta.pages.page import Page
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

PATH = "content/practices/school.md"
OF_A_SCHOOL = """---
title: Практика школы
territory: pritochnaya-oblast
level: school
summary: Школа делает.
problem: Школе трудно.
steps:
  - {text: Раз, source: "zarechnaya-oblast/roadmap-2023-2024#3.1"}
  - {text: Два, source: "zarechnaya-oblast/roadmap-2023-2024#3.2"}
  - {text: Три, source: "zarechnaya-oblast/roadmap-2023-2024#3"}
proof: planned
proof_why: Описано в карте.
reviewed: 2026-11-22
---
"""
REGION = """title: Приточная область
genitive: Приточной области
locative: в Приточной области
level: region
code: '99'
"""


def hrefs(page: Page) -> set[str]:
    return {line.href for line in page.view.practices}


def test_every_practice_is_on_the_pages_of_its_territory_and_level(official: Corpus, edition_of: EditionOf) -> None:
    """A city's practice stands on the pages of the city, of its region, and of its level in the region."""
    edition = edition_of(official)
    pages = {
        page.url: page for page in (each.make() for each in chain(territory.promises(edition), level.promises(edition)))
    }
    for name, record in official.practices.items():
        region = record.territory.partition("/")[0]
        places = (f"territories/{record.territory}/", f"territories/{region}/")
        for url in (*places, f"levels/{record.content.level}/{region}/"):
            assert f"practices/{name}/" in hrefs(pages[url]), url


def test_a_practice_alone_makes_the_page_of_a_level(corpus_with: CorpusWith, edition_of: EditionOf) -> None:
    """A level of a region of which only a practice speaks has a page, so that the practice's link leads somewhere."""
    corpus = corpus_with({PATH: OF_A_SCHOOL, "pritochnaya-oblast/territory.yaml": REGION})
    found = {page.url: page for page in (each.make() for each in level.promises(edition_of(corpus)))}
    page = found["levels/school/pritochnaya-oblast/"]
    assert hrefs(page) == {"practices/school/"}
    assert page.description.endswith("в Приточной области: 1 практика.")
    assert "levels/region/pritochnaya-oblast/" not in found


def test_a_body_has_the_practices_that_name_it(official: Corpus, edition_of: EditionOf) -> None:
    """Who is to be asked about a practice lists it."""
    pages = {page.url: page for page in (each.make() for each in body.promises(edition_of(official)))}
    assert "practices/mentor-centre/" in hrefs(pages["bodies/krasnodar-krai/iro-kk/"])
    listed = [href for page in pages.values() for href in hrefs(page)]
    with_contact = [f"practices/{name}/" for name, each in official.practices.items() if each.content.contact]
    assert sorted(listed) == sorted(with_contact)


def test_a_document_tells_which_practice_names_it(official: Corpus, edition_of: EditionOf) -> None:
    """The register of documents leads back to the practice."""
    pages = {page.url: page for page in (each.make() for each in documents.promises(edition_of(official)))}
    groups = pages["documents/krasnodar-krai/"].view.groups
    mentions = {link.href for group in groups for each in group.documents for link in each.mentions}
    assert "practices/methodical-audit/" in mentions


def test_the_home_page_leads_into_the_library(official: Corpus, small: Corpus, edition_of: EditionOf) -> None:
    """With counts by proof and the way to the helper; without practices it says nothing of them."""
    view = home.make(edition_of(official)).view
    assert sum(figure.value for figure in view.practices.proofs) == len(official.practices)
    assert [action.href for action in view.practices.actions] == ["risks/", "practices/"]
    assert home.make(edition_of(small)).view.practices is None


def test_search_finds_a_practice_once(official: Corpus, edition_of: EditionOf) -> None:
    """Under its title, by its words and risks, with the filters that other records have; its page is no second hit."""
    edition = edition_of(official)
    found = {each.url: each for each in findables(edition, make_pages(edition)) if each.url.startswith("practices/")}
    assert len(found) == len(official.practices)
    urls = [each.url for each in findables(edition, make_pages(edition))]
    assert all(urls.count(url) == 1 for url in found)
    audit = found["practices/discipline/"]
    assert audit.kind == PRACTICE
    assert "Низкий уровень учебной дисциплины" in audit.text
    assert {
        ("kind", PRACTICE),
        ("territory", "Воронежская область"),
        ("level", "Уровень образовательной организации"),
    } <= set(audit.filters)
