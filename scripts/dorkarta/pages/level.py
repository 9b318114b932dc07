"""Pages of levels: one of the whole country, and one of every region under the region's own name for it."""

from collections.abc import Callable, Iterator
from functools import partial

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.pages import level_country, level_region
from dorkarta.pages.edition import Edition
from dorkarta.pages.level_index import LevelIndex
from dorkarta.pages.page import Block, Page, Promise
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Card, Link
from dorkarta.records import naming
from dorkarta.records.lineage import COUNTRY


@plain
class LevelsView:
    """The three levels."""

    levels: tuple[Card, ...]
    regions: tuple[tuple[str, tuple[Link, ...]], ...]


def make_block(edition: Edition) -> Block:
    """The three levels with the pages of every region."""
    corpus, index = edition.corpus, LevelIndex(edition=edition)
    cards = tuple(
        Card(
            title=corpus.country_levels[level].title,
            href=addresses.level(level),
            text=corpus.country_levels[level].about,
            figures=level_country.figures(index, level),
        )
        for level in LevelId
    )
    regions = tuple(
        (
            corpus.territory(region).title,
            tuple(
                Link(title=naming.level_title(corpus, region, level), href=addresses.level(level, region))
                for level in LevelId
                if index.has(level, region)
            ),
        )
        for region in corpus.regions()
    )
    return Block(template="levels.html", view=LevelsView(levels=cards, regions=regions))


def promises(edition: Edition) -> Iterator[Promise]:
    """The page of every level, and of every level of every region that has something there."""
    index = LevelIndex(edition=edition)
    for level in LevelId:
        yield _promise(addresses.level(level), COUNTRY, partial(level_country.page, index, level))
        for region in edition.corpus.regions():
            if index.has(level, region):
                yield _promise(addresses.level(level, region), region, partial(level_region.page, index, level, region))


def _promise(url: str, territory: str, make: Callable[[], Page]) -> Promise:
    return Promise(url=url, frame=addresses.LEVELS, territory=territory, make=make)
