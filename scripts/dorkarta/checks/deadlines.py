"""Every deadline of the records that stands by its words alone, for the rules on deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dorkarta.checks.shared import activity_rows, entry_rows, kept
from dorkarta.deadline import Period
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.timing import Timing, Timings, timings_of
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

    @cache
    def timings(record: Record[Any]) -> Timings:
        return timings_of(record.content.period, corpus.school_calendar(record.territory))

    for record, path, words in _worded(corpus):
        if (timing := timings(record).of(words)) is not None:
            yield Deadline(record=record, path=path, words=words, timing=timing, period=record.content.period)


def _worded(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for each in activity_rows(corpus):
        if each.activity.deadline and not each.activity.dates:
            yield each.record, (*each.path, "deadline"), each.activity.deadline
    for row in entry_rows(corpus):
        if row.entry.date and not row.entry.dates:
            yield row.record, ("entries", row.row, "date"), row.entry.date
