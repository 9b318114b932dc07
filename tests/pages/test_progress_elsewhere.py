"""«Исполнение» on pages of levels, territories, bodies and on the home page says what the states are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.pages import body, home, level, progress, territory
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Page
from dorkarta.pages.progress_summary import ExecutionView
from dorkarta.pages.rendering import Renderer
from dorkarta.pages.status import counts_view
from dorkarta.records.corpus import Corpus

EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parent.parent.parent / "theme" / "blocks"


@pytest.fixture(scope="module")
def edition(official: Corpus, edition_of: EditionOf) -> Edition:
    """The official records in March 2021."""
    return edition_of(official, "2021-03-10")


def execution_of(page: Page) -> ExecutionView | None:
    found = page.view.execution
    assert found is None or isinstance(found, ExecutionView)
    return found


def test_territories_count_as_their_dashboards(edition: Edition) -> None:
    """The page of a territory shows the counts of its dashboard and leads there."""
    dashboards = {page.url: page.view.execution for page in (each.make() for each in progress.promises(edition))}
    for page in (each.make() for each in territory.promises(edition)):
        found = execution_of(page)
        assert found
        dashboard = found.links[0].href
        assert dashboard == page.url.replace(addresses.TERRITORIES, addresses.PROGRESS)
        assert found.counts == dashboards[dashboard].counts


def test_levels_make_the_whole(edition: Edition) -> None:
    """The three levels of the country add up to all activities, those of a region to the region's."""
    units = edition.execution.units
    shown = {page.url: execution_of(page) for page in (each.make() for each in level.promises(edition))}
    country = [found for each in LevelId if (found := shown[addresses.level(each)])]
    assert sum(each.counts.total for each in country) == len(units)
    krai = [unit for unit in units if unit.territory.startswith("krasnodar-krai")]
    for each in LevelId:
        found = shown[addresses.level(each, "krasnodar-krai")]
        assert found
        assert found.counts == counts_view(unit for unit in krai if unit.planned.level is each)


def test_levels_have_dashboards(edition: Edition) -> None:
    """The rows of a level's tables make its counts; its lists hold what is near and past of it; one row is no table."""
    pages = {page.url: page for page in (each.make() for each in level.promises(edition))}
    country = pages[addresses.level(LevelId.MUNICIPALITY)].view
    (by_region,) = country.progress.tables
    assert [row.title for row in by_region.rows] == [
        "Краснодарский край", "Ставропольский край", "Тульская область", "Воронежская область",
    ]  # fmt: skip
    assert sum(row.counts.total for row in by_region.rows) == country.execution.counts.total
    krai = pages[addresses.level(LevelId.MUNICIPALITY, "krasnodar-krai")]
    assert krai.view.progress.tables == ()
    (unreported,) = (each for each in krai.view.progress.lists if each.id == "unreported")
    counted = {each.state: each.count for each in krai.view.execution.counts.counts}
    assert unreported.total == counted["unreported"] == 12
    content = html.fromstring(f"<div>{Renderer(BLOCKS).block(krai, krai.url)}</div>")
    assert len(content.xpath("//details[@id='unreported']//li")) == 12


def test_bodies_see_what_waits_for_them(edition: Edition) -> None:
    """An organisation sees what is asked of its roles; lists and counts are of the same activities."""
    pages = {page.url: page for page in (each.make() for each in body.promises(edition))}
    department = pages[addresses.body("krasnodar-krai/krasnodar", "education-department")]
    role = pages[addresses.body("", "mouo")]
    own, asked = execution_of(department), execution_of(role)
    assert own
    assert asked
    assert own.counts == asked.counts
    assert [each.id for each in department.view.lists] == [each.id for each in role.view.lists]
    assert own.links[0].href == "progress/krasnodar-krai/krasnodar/"
    content = html.fromstring(f"<div>{Renderer(BLOCKS).block(department, department.url)}</div>")
    for listed in department.view.lists:
        (fold,) = content.xpath(f"//details[@id='{listed.id}']")
        assert len(fold.xpath(".//li")) == listed.total


def test_nothing_to_do(edition: Edition) -> None:
    """A body without activities has no block."""
    pages = [page for page in (each.make() for each in body.promises(edition)) if not execution_of(page)]
    assert pages
    for page in pages:
        assert "dk-band" not in Renderer(BLOCKS).block(page, page.url)


def test_the_home_page_leads_to_it(edition: Edition) -> None:
    """The home page counts everything and leads to the page of all territories."""
    found = home.make(edition).view.execution
    assert found.counts == counts_view(edition.execution.units)
    assert found.links[0].href == addresses.PROGRESS
