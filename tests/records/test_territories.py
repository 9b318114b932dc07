"""What a territory has published, and what its region asks of it."""

import pytest

from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.territories import demands_of, holdings_of

REGION = "zarechnaya-oblast"
TOWN = f"{REGION}/verkhnerechensk"


@pytest.fixture(scope="module")
def plan(small: Corpus) -> Plan:
    """The plan of the small project."""
    return plan_of(small)


def test_a_region_holds_what_its_municipalities_hold(plan: Plan) -> None:
    """The report of the town is the region's too; parts of activities are not counted."""
    region, town = holdings_of(plan, REGION), holdings_of(plan, TOWN)
    assert [each.path for each in region.roadmaps] == [f"{REGION}/roadmap-2023-2024"]
    assert [each.path for each in region.reports] == [f"{TOWN}/report-2023-2024"]
    assert (region.whole, len(region.planned)) == (6, 8)
    assert (town.roadmaps, [each.path for each in town.reports]) == ((), [f"{TOWN}/report-2023-2024"])


def test_nothing_is_held_twice(official_plan: Plan) -> None:
    """The regions together hold every roadmap, every report and every activity, each once."""
    corpus = official_plan.corpus
    held = [holdings_of(official_plan, region) for region in corpus.regions()]
    assert sorted(each.path for one in held for each in one.roadmaps) == sorted(corpus.roadmaps)
    assert sorted(each.path for one in held for each in one.reports) == sorted(corpus.reports)
    assert sorted(each.key for one in held for each in one.planned) == sorted(one.key for one in official_plan.planned)


def test_every_territory_is_inside_one_other(official: Corpus) -> None:
    """Regions lie in the country, municipalities in their regions, each in one place and in order."""
    inner = official.inner_territories
    assert inner[COUNTRY] == tuple(official.regions())
    assert [path for region in official.regions() for path in (region, *inner.get(region, ()))] == sorted(
        official.territories
    )


def test_what_the_region_asks(plan: Plan) -> None:
    """A municipality is asked for whole activities of its level; a region is asked for nothing."""
    (demand,) = demands_of(plan, TOWN)
    assert demand.roadmap.territory == REGION
    assert [one.activity.id for one in demand.planned] == ["4", "6"]
    assert {one.level for one in demand.planned} == {LevelId.MUNICIPALITY}
    assert list(demands_of(plan, REGION)) == []
