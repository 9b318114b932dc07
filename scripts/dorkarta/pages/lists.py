"""Blocks of the pages that list roadmaps and reports."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.pages import lines
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.places import PlacesView, places
from dorkarta.pages.plain import plain
from dorkarta.pages.views import RecordLine
from dorkarta.records import naming
from dorkarta.records.extent import LINES
from dorkarta.text import numeral

_NOUNS: Final = {"roadmaps": naming.ROADMAP, "reports": naming.REPORT}


@plain
class RecordGroup:
    """Records of one level."""

    id: str
    title: str
    records: tuple[RecordLine, ...]
    places: PlacesView | None
    """Where those stand that are too many."""


@plain
class RecordsView:
    """Records by level."""

    groups: tuple[RecordGroup, ...]
    empty: str


def make_roadmaps(edition: Edition) -> Block:
    """All roadmaps by level."""
    records = tuple(edition.corpus.roadmaps.values())
    return _block(edition, records, lines.roadmap_lines, "roadmaps", "Дорожные карты ещё не опубликованы.")


def make_reports(edition: Edition) -> Block:
    """All reports by level."""
    records = tuple(edition.corpus.reports.values())
    return _block(edition, records, lines.report_lines, "reports", "Отчёты ещё не опубликованы.")


def by_territory(edition: Edition, records: Iterable[lines.R], kind: str) -> PlacesView | None:
    """The territories that publish records, each with its number of them.

    Arguments:
        edition: All that pages are made from.
        records: Roadmaps or reports.
        kind: The heading of a territory's page that they stand under: `roadmaps`, `reports`.
    """
    return places(
        edition.corpus,
        Counter(record.territory for record in records),
        title="По территориям",
        text="Все они – на страницах территорий.",
        href=lambda path: f"{addresses.territory(path)}#{kind}",
        said=lambda count: numeral(count, *_NOUNS[kind]),
    )


def _block(
    edition: Edition,
    records: Sequence[lines.R],
    to_lines: Callable[[Edition, Iterable[lines.R]], Iterator[RecordLine]],
    kind: str,
    empty: str,
) -> Block:
    """Where a page does not hold all records, each level with many of them tells in which territories they are."""
    few = LINES if len(records) <= LINES else LINES // len(LevelId)
    groups = []
    for level in LevelId:
        if found := [record for record in records if record.content.level is level]:
            fits = len(found) <= few
            groups.append(
                RecordGroup(
                    id=level,
                    title=edition.corpus.country_levels[level].title,
                    records=tuple(to_lines(edition, found)) if fits else (),
                    places=None if fits else by_territory(edition, found, kind),
                )
            )
    toc = tuple(TocEntry(title=group.title, anchor=group.id) for group in groups)
    return Block(template="records.html", view=RecordsView(groups=tuple(groups), empty=empty), toc=toc)
