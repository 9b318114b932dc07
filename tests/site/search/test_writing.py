"""The indexes of a whole site: few bytes at a time, and made again only where something of theirs changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from dorkarta.pages.findable import Depth, Findable
from dorkarta.site.search import write_search
from dorkarta.site.search.places import Limits

TITLES = {"tula-oblast": "Тульская область", "tula-oblast/tula": "Тула", "altai-krai": "Алтайский край"}
MANY = Limits(records=0, lists=40, first_search=0)
"""As if the site were too large for one index, and each region with schools too."""


def found(territory: str, depth: Depth = Depth.REGION) -> Findable:
    """Something of a territory."""
    return Findable(
        url=f"roadmaps/{territory}/",
        title=f"Карта: {territory or 'страна'}",
        kind="Дорожная карта",
        text="Мониторинг",
        where="",
        when="",
        filters=(("kind", "Дорожная карта"), ("year", "2021")),
        territory=territory,
        depth=depth,
    )


FOUND = (
    found(""),
    *[found("tula-oblast")] * 3,
    *[found("tula-oblast/tula", Depth.SCHOOL)] * 9,
    *[found("altai-krai")] * 2,
)


def written(site: Path) -> Mapping[str, bytes]:
    """Every file of the search, the values of filters apart, which Pagefind orders anew each time."""
    folder = site / "pagefind"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "filter" not in path.parts and path.suffix != ".pf_meta" and "entry" not in path.name
    }


def write(found: Iterable[Findable], site: Path, cache: Path, limits: Limits = MANY) -> tuple[int, int]:
    """Write the search of a site; how many indexes it has and how many were made."""
    site.mkdir()
    first = write_search(found, site, cache, titles=TITLES, hands=2, limits=limits)
    return first.indexes, first.made


def test_a_small_site_has_one_index_and_nothing_to_choose(tmp_path: Path) -> None:
    """All of it is found at once, and the build says how many bytes that takes."""
    (tmp_path / "site").mkdir()
    first = write_search(FOUND, tmp_path / "site", tmp_path / "cache", titles=TITLES)
    assert (first.indexes, first.made, first.chosen) == (1, 1, False)
    assert 90 * 1024 < first.bytes < 120 * 1024
    assert str(first).startswith("Первый поиск: ")
    told = orjson.loads((tmp_path / "site/pagefind/places.json").read_bytes())
    assert told == {"choose": False, "regions": []}
    assert not (tmp_path / "site/pagefind/places").exists()


def test_only_the_index_of_what_changed_is_made_again(tmp_path: Path) -> None:
    """One record of one town leaves the other indexes as they are, and the site equals one that was made anew."""
    cache = tmp_path / "cache"
    assert write(FOUND, tmp_path / "1", cache) == (4, 4)
    assert write(FOUND, tmp_path / "2", cache) == (4, 0)
    assert written(tmp_path / "2") == written(tmp_path / "1")
    changed = (*FOUND[:-3], replace(FOUND[4], title="Другая карта"), *FOUND[-3:])
    assert write(changed, tmp_path / "3", cache) == (4, 1)
    assert write(changed, tmp_path / "4", tmp_path / "other") == (4, 4)
    assert written(tmp_path / "4") == written(tmp_path / "3") != written(tmp_path / "1")


def test_only_the_root_brings_what_runs(tmp_path: Path) -> None:
    """The indexes of places are merged into it, so a second copy of WebAssembly would be loaded for nothing."""
    write(FOUND, tmp_path / "site", tmp_path / "cache")
    folder = tmp_path / "site" / "pagefind"
    assert (folder / "wasm.ru.pagefind").is_file()
    assert {path.name for path in (folder / "places").iterdir()} == {"altai-krai", "tula-oblast", "tula-oblast--tula"}
    assert not [path for path in (folder / "places").rglob("*") if path.suffix in {".js", ".pagefind", ".css"}]


@pytest.mark.parametrize(("limit", "chosen"), [(0, True), (1024**2, False)])
def test_a_place_is_chosen_only_where_all_are_too_much(tmp_path: Path, limit: int, chosen: bool) -> None:  # noqa: FBT001
    """What all indexes together weigh decides; the largest choice is what the build tells."""
    (tmp_path / "site").mkdir()
    limits = replace(MANY, first_search=limit)
    first = write_search(FOUND, tmp_path / "site", tmp_path / "cache", titles=TITLES, limits=limits)
    assert first.chosen is chosen
    assert orjson.loads((tmp_path / "site/pagefind/places.json").read_bytes())["choose"] is chosen
