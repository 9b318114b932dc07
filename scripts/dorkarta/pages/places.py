"""Where that stands which one page cannot hold: counts by territory, each with the way there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from dorkarta.pages.views import LinkLine
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.extent import LINES

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceGroup:
    """The territories of a region; without a title they are regions themselves."""

    title: str | None
    lines: tuple[LinkLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacesView:
    """Territories with counts."""

    id: str
    title: str
    text: str
    groups: tuple[PlaceGroup, ...]


def places(
    corpus: Corpus,
    found: Mapping[str, Sequence[T]],
    *,
    title: str,
    text: str,
    href: Callable[[str], str],
    said: Callable[[Sequence[T]], str],
) -> PlacesView | None:
    """Territories, region by region; only regions where even the municipalities are too many; nothing of nothing.

    Arguments:
        corpus: Knows what territories are called.
        found: By territory: what is to be counted.
        title: The heading.
        text: What is counted and where the links lead.
        href: The page of a territory.
        said: The words for what is counted.
    """
    if not found:
        return None
    regions = {region: tuple(paths) for region, paths in groupby(sorted(found), key=naming.region_of)}

    def line(path: str, things: Sequence[T]) -> LinkLine:
        return LinkLine(title=corpus.territory(path).title, href=href(path), count=said(things))

    def groups() -> Iterator[PlaceGroup]:
        if len(found) > LINES:
            joined = {region: [each for path in paths for each in found[path]] for region, paths in regions.items()}
            yield PlaceGroup(title=None, lines=tuple(line(*pair) for pair in joined.items()))
            return
        for region, paths in regions.items():
            name = corpus.territory(region).title if len(regions) > 1 else None
            yield PlaceGroup(title=name, lines=tuple(line(path, found[path]) for path in paths))

    return PlacesView(id="places", title=title, text=text, groups=tuple(groups()))
