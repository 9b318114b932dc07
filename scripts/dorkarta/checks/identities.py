"""What bears a permanent id: the parts of roadmaps and reports, and how like two of them are."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dorkarta import addresses
from dorkarta.model.activity import Activity
from dorkarta.model.report import Report, ReportEntry
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.walk import Path, activities, sections
from dorkarta.text import fold, shortened


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A section, an activity or an entry of a report."""

    content: Section | Activity | ReportEntry
    path: Path
    above: tuple[str, ...]
    """The ids of the sections and activities around it, from the top."""

    @property
    def name(self) -> str:
        """«мероприятие 4.10 «…»»"""
        number, title = self.content.number, self.content.title
        called = f"«{shortened(title, 80)}»" if title else None
        words = (_NOUNS[type(self.content)], number or (None if called else self.content.id), called)
        return " ".join(word for word in words if word)

    @property
    def loss(self) -> str:
        """«Удалено мероприятие 4.10 «…»»"""
        return f"Удал{_ENDINGS[type(self.content)]} {self.name}"


_NOUNS: Final = {Section: "раздел", Activity: "мероприятие", ReportEntry: "запись"}
_ENDINGS: Final = {Section: "ён", Activity: "ено", ReportEntry: "ена"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Whole:
    """A roadmap or a report with its parts by their ids."""

    record: Record[Roadmap] | Record[Report]
    address: str
    """Of its page."""
    parts: Mapping[str, Part]


def wholes_of(corpus: Corpus) -> Iterator[Whole]:
    """All roadmaps and reports."""
    for roadmap in corpus.roadmaps.values():
        parts = {part.content.id: part for part in _of_roadmap(roadmap.content)}
        yield Whole(record=roadmap, address=addresses.roadmap(roadmap.path), parts=parts)
    for report in corpus.reports.values():
        parts = {part.content.id: part for part in _of_report(report.content)}
        yield Whole(record=report, address=addresses.report(report.path), parts=parts)


def kept(corpus: Corpus, base: Corpus) -> Iterator[tuple[Whole, Whole]]:
    """The records that the base knows too, each as it was and as it is, under whatever path it stands now."""
    now = {whole.address: whole for whole in wholes_of(corpus)}
    moved = {redirect.old: redirect.new for redirect in corpus.redirects}
    for was in wholes_of(base):
        found = now.get(was.address) or now.get(moved.get(was.address) or "")
        if found is not None:
            yield was, found


def _of_report(report: Report) -> Iterator[Part]:
    for row, entry in enumerate(report.entries):
        yield Part(content=entry, path=("entries", row), above=())


def _of_roadmap(roadmap: Roadmap) -> Iterator[Part]:
    for path, within in sections(roadmap):
        yield Part(content=within[-1], path=path, above=tuple(each.id for each in within[:-1]))
    for path, within, chain in activities(roadmap):
        above = (*(each.id for each in within), *(each.id for each in chain[:-1]))
        yield Part(content=chain[-1], path=path, above=above)


def likeness(one: str, other: str) -> float:
    """How like two titles are, from 0 to 1, whatever their case, quotes and dashes."""
    return difflib.SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()
