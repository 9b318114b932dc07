"""The dashboard of a level: how it stands by those who carry it out and by roadmaps, what is near and what is past."""

from collections.abc import Iterable, Iterator
from itertools import islice

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.pages.due_lists import DueList, by_territory, due_lists
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.progress_table import Group, TableView, states_of, table
from dorkarta.progress.counts import Counts
from dorkarta.progress.due import Dues
from dorkarta.progress.tally import NOTHING, Tally
from dorkarta.records import naming
from dorkarta.records.extent import ROWS
from dorkarta.records.lineage import COUNTRY


@plain
class LevelProgress:
    """Tables and lists.

    A table of a single row is not there, since the counts above it say the same; nor is one of very many rows, of which
    the dashboards of territories have a part each.
    """

    tables: tuple[TableView, ...]
    lists: tuple[DueList, ...] = ()


def of_country(edition: Edition, level: LevelId) -> LevelProgress:
    """A level in all regions."""
    by_region = "Исполнение по регионам", "Регион", _by_region(edition, level)
    return LevelProgress(tables=tuple(_tables(_counts(edition.tallies.inside.get(COUNTRY, NOTHING), level), by_region)))


def of_region(edition: Edition, level: LevelId, region: str) -> LevelProgress:
    """A level in one region: by the territories that carry it out, by roadmaps."""
    tally = edition.tallies.inside.get(region, NOTHING)
    return LevelProgress(
        tables=tuple(
            _tables(
                _counts(tally, level),
                ("Исполнение по территориям", "Территория", _by_territory(edition, level, region)),
                ("Исполнение по картам", "Дорожная карта", _by_roadmap(edition, level, tally)),
            )
        ),
        lists=due_lists(edition.outlook.by_level.get((level, region), Dues()), by_territory(edition)),
    )


def _counts(tally: Tally, level: LevelId) -> Counts:
    return tally.by_level.get(level, NOTHING.counts)


def _tables(counts: Counts, *wanted: tuple[str, str, Iterable[Group]]) -> Iterator[TableView]:
    for caption, head, groups in wanted:
        listed = tuple(islice(groups, ROWS + 1))
        if 1 < len(listed) <= ROWS:
            yield table(caption, head, listed, states_of(counts))


def _by_region(edition: Edition, level: LevelId) -> Iterator[Group]:
    for region in edition.corpus.regions():
        if (counts := _counts(edition.tallies.inside.get(region, NOTHING), level)).total:
            title = edition.corpus.territory(region).title
            yield Group(title=title, counts=counts, href=addresses.level(level, region))


def _by_territory(edition: Edition, level: LevelId, region: str) -> Iterator[Group]:
    for territory in (region, *edition.corpus.inner_territories.get(region, ())):
        if (counts := _counts(edition.tallies.own.get(territory, NOTHING), level)).total:
            title = edition.corpus.territory(territory).title
            yield Group(title=title, counts=counts, href=addresses.progress(territory))


def _by_roadmap(edition: Edition, level: LevelId, tally: Tally) -> Iterator[Group]:
    for path, by_level in sorted(tally.by_roadmap_and_level.items()):
        if level in by_level:
            title = naming.roadmap_name(edition.corpus, edition.corpus.roadmaps[path])
            yield Group(title=title, counts=by_level[level], href=addresses.roadmap(path))
