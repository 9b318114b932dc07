"""Every deadline is understood, or an editor says what it means."""

from collections.abc import Iterator
from typing import Any

from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.deadline import Kind, Period, read
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.walk import Path, activities


def deadlines(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str, Period]]:
    """Every deadline without dates of an editor: its place, its words, the record's period."""
    for roadmap in corpus.roadmaps.values():
        for path, _, chain in activities(roadmap.content):
            activity = chain[-1]
            if activity.deadline and not activity.dates:
                yield roadmap, (*path, "deadline"), activity.deadline, roadmap.content.period
    for report in corpus.reports.values():
        for row, entry in enumerate(report.content.entries):
            if entry.date and not entry.dates:
                yield report, ("entries", row, "date"), entry.date, report.content.period


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines that cannot be read or contradict themselves."""
    for record, path, words, period in deadlines(corpus):
        reading = read(words, period=period)
        if reading.kind is Kind.UNPARSEABLE:
            reason = reading.reason or f"Срок «{words}» не понят."
            hint = "Исправьте слова или поставьте рядом dates: [2021-03-01/2021-03-31]."
            yield place(record, *path), reason, hint


RULE = Rule(
    code="E230",
    title="Каждый срок понятен.",
    why="Из слов срока получаются календарь и состояние исполнения; догадываться о датах сайт не станет.",
    find=find,
)
