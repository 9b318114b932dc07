"""Blocks of the pages that list roadmaps and reports."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dorkarta.model.level import LevelId
from dorkarta.pages import lines
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.views import RecordLine


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordGroup:
    """Records of one level."""

    id: str
    title: str
    records: tuple[RecordLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordsView:
    """Records by level."""

    groups: tuple[RecordGroup, ...]
    empty: str


def make_roadmaps(edition: Edition) -> Block:
    """All roadmaps by level."""
    records = edition.corpus.roadmaps.values()
    return _block(edition, records, lines.roadmap_lines, "Дорожные карты ещё не опубликованы.")


def make_reports(edition: Edition) -> Block:
    """All reports by level."""
    records = edition.corpus.reports.values()
    return _block(edition, records, lines.report_lines, "Отчёты ещё не опубликованы.")


def _block(
    edition: Edition,
    records: Iterable[lines.R],
    to_lines: Callable[[Edition, Iterable[lines.R]], Iterator[RecordLine]],
    empty: str,
) -> Block:
    groups = []
    for level in LevelId:
        found = [record for record in records if record.content.level is level]
        if found:
            title = edition.corpus.country_levels[level].title
            groups.append(RecordGroup(id=level, title=title, records=tuple(to_lines(edition, found))))
    toc = tuple(TocEntry(title=group.title, anchor=group.id) for group in groups)
    return Block(template="records.html", view=RecordsView(groups=tuple(groups), empty=empty), toc=toc)
