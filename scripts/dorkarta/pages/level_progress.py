"""The dashboard of a level: how it stands by those who carry it out and by roadmaps, what is near and what is past."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.pages.due_lists import DueList, by_territory, due_lists
from dorkarta.pages.edition import Edition
from dorkarta.pages.progress_table import Group, TableView, states_of, table
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import gathered
from dorkarta.records.extent import ROWS


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelProgress:
    """Tables and lists.

    A table of a single row is not there, since the counts above it say the same; nor is one of very many rows, of which
    the dashboards of territories have a part each.
    """

    tables: tuple[TableView, ...]
    lists: tuple[DueList, ...] = ()


def of_country(edition: Edition, level: LevelId, units: Sequence[Unit]) -> LevelProgress:
    """A level in all regions."""
    by_region = "Исполнение по регионам", "Регион", _by_region(edition, level, units)
    return LevelProgress(tables=tuple(_tables(units, by_region)))


def of_region(edition: Edition, units: Sequence[Unit]) -> LevelProgress:
    """A level in one region: by the territories that carry it out, by roadmaps."""
    return LevelProgress(
        tables=tuple(
            _tables(
                units,
                ("Исполнение по территориям", "Территория", _by_territory(edition, units)),
                ("Исполнение по картам", "Дорожная карта", _by_roadmap(edition, units)),
            )
        ),
        lists=due_lists(edition, units, by_territory(edition)),
    )


def _tables(units: Sequence[Unit], *wanted: tuple[str, str, Iterable[Group]]) -> Iterator[TableView]:
    for caption, head, groups in wanted:
        listed = tuple(groups)
        if 1 < len(listed) <= ROWS:
            yield table(caption, head, listed, states_of(units))


def _by_region(edition: Edition, level: LevelId, units: Sequence[Unit]) -> Iterator[Group]:
    for region, found in sorted(gathered((naming.region_of(unit.territory), unit) for unit in units).items()):
        title = edition.corpus.territory(region).title
        yield Group(title=title, units=found, href=addresses.level(level, region))


def _by_territory(edition: Edition, units: Sequence[Unit]) -> Iterator[Group]:
    for territory, found in sorted(gathered((unit.territory, unit) for unit in units).items()):
        title = edition.corpus.territory(territory).title
        yield Group(title=title, units=found, href=addresses.progress(territory))


def _by_roadmap(edition: Edition, units: Sequence[Unit]) -> Iterator[Group]:
    for path, found in gathered((unit.planned.record.path, unit) for unit in units).items():
        title = naming.roadmap_name(edition.corpus, edition.corpus.roadmaps[path])
        yield Group(title=title, units=found, href=addresses.roadmap(path))
