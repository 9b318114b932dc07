"""Where that stands which one page cannot hold: counts by territory, each with the way there."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from dorkarta.pages.plain import plain
from dorkarta.pages.views import LinkLine
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.extent import LINES


@plain
class PlaceGroup:
    """The territories of a region; without a title they are regions themselves."""

    title: str | None
    lines: tuple[LinkLine, ...]


@plain
class PlacesView:
    """Territories with counts."""

    id: str
    title: str
    text: str
    groups: tuple[PlaceGroup, ...]


def places(
    corpus: Corpus,
    found: Mapping[str, int],
    *,
    title: str,
    text: str,
    href: Callable[[str], str],
    said: Callable[[int], str],
) -> PlacesView | None:
    """Territories, region by region; only regions where even the municipalities are too many; nothing of nothing.

    Arguments:
        corpus: Knows what territories are called.
        found: By territory: how much there is.
        title: The heading.
        text: What is counted and where the links lead.
        href: The page of a territory.
        said: The words for so much.
    """
    if not found:
        return None
    regions = {region: tuple(paths) for region, paths in groupby(sorted(found), key=naming.region_of)}

    def line(path: str, count: int) -> LinkLine:
        return LinkLine(title=corpus.territory(path).title, href=href(path), count=said(count))

    def groups() -> Iterator[PlaceGroup]:
        if len(found) > LINES:
            sums = {region: sum(found[path] for path in paths) for region, paths in regions.items()}
            yield PlaceGroup(title=None, lines=tuple(line(*pair) for pair in sums.items()))
            return
        for region, paths in regions.items():
            name = corpus.territory(region).title if len(regions) > 1 else None
            yield PlaceGroup(title=name, lines=tuple(line(path, found[path]) for path in paths))

    return PlacesView(id="places", title=title, text=text, groups=tuple(groups()))
