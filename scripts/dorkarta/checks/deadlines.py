"""Every deadline of the records that stands by its words alone, for the rules on deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dorkarta.deadline import Period
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.timing import Timing, timing_of
from dorkarta.records.walk import Path, activities


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """A deadline without dates of an editor."""

    record: Record[Any]
    path: Path
    words: str
    timing: Timing
    period: Period


def deadlines(corpus: Corpus) -> Iterator[Deadline]:
    """Those of activities and of the entries of reports."""
    for record, path, words in _worded(corpus):
        period = record.content.period
        calendar = corpus.school_calendar(record.territory)
        if (timing := timing_of(words, (), period=period, calendar=calendar)) is not None:
            yield Deadline(record=record, path=path, words=words, timing=timing, period=period)


def _worded(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for roadmap in corpus.roadmaps.values():
        for path, _, chain in activities(roadmap.content):
            if chain[-1].deadline and not chain[-1].dates:
                yield roadmap, (*path, "deadline"), chain[-1].deadline
    for report in corpus.reports.values():
        for row, entry in enumerate(report.content.entries):
            if entry.date and not entry.dates:
                yield report, ("entries", row, "date"), entry.date
