"""Which index holds what: one for the whole site, or one a region, and of a large region its schools apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import orjson

from dorkarta.pages.findable import Depth, Findable
from dorkarta.text import fold

ROOT: Final = ""
"""The index into which the others are merged: of what belongs to no region; of a small site the only one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """From where on one index is too much."""

    first_search: int = 300 * 1024
    """The bytes that a first search may load."""
    lists: int = 130_000
    """The bytes that the lists of a region's index may take: with all else that is loaded they come to the above."""
    records: int = 2_000
    """So many are indexed within a second or two; with fewer, many indexes would only cost requests."""


LIMITS: Final = Limits()


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Home:
    """Where something is found: what lies equally deep in a territory stays together."""

    territory: str
    depth: Depth

    @property
    def region(self) -> str:
        """The first name of the path."""
        return self.territory.partition("/")[0]

    @property
    def municipality(self) -> str:
        """The path as far as the municipality; nothing where it is the region's."""
        return "/".join(self.territory.split("/")[:2]) if "/" in self.territory else ""


def home_of(findable: Findable) -> Home:
    """Where it is found."""
    return Home(territory=findable.territory, depth=findable.depth)


@dataclass(kw_only=True, slots=True)
class Extent:
    """How much there is in a home."""

    records: int = 0
    lists: int = 0
    """About how many bytes they take in the lists of an index, which every search in it loads."""

    def add(self, findable: Findable) -> None:
        """Count one more: six bytes name it, and four values of filters mention it in five."""
        self.records += 1
        self.lists += 6 + 5 * len(findable.filters) // 4


def indexes(extents: Mapping[Home, Extent], limits: Limits = LIMITS) -> dict[Home, str]:
    """The index of each home: the root, a region, or a municipality of a region too large for one index."""
    regions = {home.region for home in extents} - {ROOT}
    records = sum(extent.records for extent in extents.values())
    lists = sum(extent.lists for extent in extents.values())
    if records <= limits.records or (len(regions) < 2 and lists <= limits.lists):
        return dict.fromkeys(extents, ROOT)
    apart = {region: _apart(region, extents, limits.lists) for region in regions}
    return {
        home: home.municipality if home.municipality and home.depth in apart[home.region] else home.region
        for home in extents
    }


def _apart(region: str, extents: Mapping[Home, Extent], most: int) -> tuple[Depth, ...]:
    """What of a region stands apart by municipalities: nothing, else the rows of schools, else all rows below it."""
    lists = dict.fromkeys(Depth, 0)
    for home, extent in extents.items():
        if home.region == region:
            lists[home.depth] += extent.lists
    if sum(lists.values()) <= most:
        return ()
    if sum(lists.values()) - lists[Depth.SCHOOL] <= most:
        return (Depth.SCHOOL,)
    return (Depth.SCHOOL, Depth.MUNICIPALITY)


def searched_together(names: Sequence[str], *, choose: bool) -> list[tuple[str, ...]]:
    """The indexes that a search may be made in: all of them, or the root, a region and perhaps a municipality of it."""
    if not choose:
        return [tuple(names)]
    return [(ROOT, *sorted({name.partition("/")[0], name}.intersection(names))) for name in names if name]


def places_file(homes: Mapping[Home, str], titles: Mapping[str, str], *, choose: bool) -> bytes:
    """What the browser is told: the regions that have an index, and whether one of them is chosen first.

    Arguments:
        homes: The index of each home.
        titles: What territories are called, by their paths.
        choose: Whether all of them together are too much for a first search.
    """
    regions = _by_title({home.region for home, name in homes.items() if name}, titles)
    return orjson.dumps({"choose": choose, "regions": [_region(path, homes, titles) for path in regions]}) + b"\n"


def _region(path: str, homes: Mapping[Home, str], titles: Mapping[str, str]) -> dict[str, object]:
    apart = {home: name for home, name in homes.items() if home.region == path and "/" in name}
    return {
        "path": path,
        "title": titles[path],
        "schools": all(home.depth is Depth.SCHOOL for home in apart),
        "apart": [{"path": name, "title": titles[name]} for name in _by_title(set(apart.values()), titles)],
    }


def _by_title(names: Iterable[str], titles: Mapping[str, str]) -> list[str]:
    return sorted(names, key=lambda name: (fold(titles[name]), name))
