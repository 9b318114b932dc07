"""Which index holds what, and what the browser is told of it."""

from collections.abc import Iterable

import orjson
import pytest

from dorkarta.pages.findable import Depth
from dorkarta.site.search.places import ROOT, Extent, Home, Limits, indexes, places_file, searched_together

LIMITS = Limits(records=10, lists=1000)
PAGES, CITY, SCHOOLS = (
    Home(territory="a", depth=Depth.REGION),
    Home(territory="a/b", depth=Depth.MUNICIPALITY),
    Home(territory="a/b", depth=Depth.SCHOOL),
)
PROSE = Home(territory="", depth=Depth.REGION)
OTHER = Home(territory="c", depth=Depth.REGION)
TITLES = {"a": "Ярославская область", "a/b": "Углич", "c": "Алтайский край"}


def homes(sizes: Iterable[tuple[Home, int]], records: int = 100) -> dict[Home, str]:
    """The index of each home, by the bytes of its lists."""
    return indexes({home: Extent(records=records, lists=lists) for home, lists in sizes}, LIMITS)


def test_a_small_site_has_one_index() -> None:
    """Few records of several regions stay together."""
    assert set(homes([(PROSE, 9), (PAGES, 9), (OTHER, 9)], records=3).values()) == {ROOT}


def test_the_only_region_needs_no_index_of_its_own() -> None:
    """One region that fits into one index is the whole site, so there is nothing to choose."""
    assert set(homes([(PROSE, 9), (PAGES, 400), (CITY, 300), (SCHOOLS, 200)]).values()) == {ROOT}


def test_each_region_has_its_own_index() -> None:
    """With several regions a change in one leaves the indexes of the others alone."""
    assert homes([(PROSE, 9), (PAGES, 9), (SCHOOLS, 9), (OTHER, 9)]) == {
        PROSE: ROOT,
        PAGES: "a",
        SCHOOLS: "a",
        OTHER: "c",
    }


@pytest.mark.parametrize(("city", "apart"), [(500, {SCHOOLS}), (900, {SCHOOLS, CITY})])
def test_of_a_large_region_the_deepest_stands_apart(city: int, apart: set[Home]) -> None:
    """The rows of schools leave first; those of municipalities only if it must be. Pages and the region's rows stay."""
    found = homes([(PAGES, 200), (CITY, city), (SCHOOLS, 5000)])
    assert {home for home, name in found.items() if name == "a/b"} == apart
    assert {found[home] for home in found.keys() - apart} == {"a"}


def test_a_region_and_one_of_its_municipalities_are_searched_together() -> None:
    """Without a choice all indexes are, else those around the place that was chosen."""
    names = [ROOT, "a", "a/b", "c"]
    assert searched_together(names, choose=False) == [(ROOT, "a", "a/b", "c")]
    assert searched_together(names, choose=True) == [(ROOT, "a"), (ROOT, "a", "a/b"), (ROOT, "c")]


def test_the_browser_is_told_the_places_in_the_order_of_their_titles() -> None:
    """Regions by title, each with what of it stands apart."""
    told = orjson.loads(places_file({PROSE: ROOT, PAGES: "a", SCHOOLS: "a/b", OTHER: "c"}, TITLES, choose=True))
    assert told == {
        "choose": True,
        "regions": [
            {"path": "c", "title": "Алтайский край", "schools": True, "apart": []},
            {
                "path": "a",
                "title": "Ярославская область",
                "schools": True,
                "apart": [{"path": "a/b", "title": "Углич"}],
            },
        ],
    }
    told = orjson.loads(places_file({PAGES: "a", CITY: "a/b", SCHOOLS: "a/b"}, TITLES, choose=True))
    assert not told["regions"][0]["schools"]
