"""Every deadline of the records that stands by its words alone, for the rules on deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dorkarta.checks.shared import activity_rows, entry_rows, kept
from dorkarta.deadline import Period
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.timing import Timing, timing_of
from dorkarta.records.walk import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """A deadline without dates of an editor."""

    record: Record[Any]
    path: Path
    words: str
    timing: Timing
    period: Period


@kept
def deadlines(corpus: Corpus) -> tuple[Deadline, ...]:
    """Those of activities and of the entries of reports."""
    return tuple(_deadlines(corpus))


def _deadlines(corpus: Corpus) -> Iterator[Deadline]:
    for record, path, words in _worded(corpus):
        period = record.content.period
        calendar = corpus.school_calendar(record.territory)
        if (timing := timing_of(words, (), period=period, calendar=calendar)) is not None:
            yield Deadline(record=record, path=path, words=words, timing=timing, period=period)


def _worded(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for each in activity_rows(corpus):
        if each.activity.deadline and not each.activity.dates:
            yield each.record, (*each.path, "deadline"), each.activity.deadline
    for row in entry_rows(corpus):
        if row.entry.date and not row.entry.dates:
            yield row.record, ("entries", row.row, "date"), row.entry.date
