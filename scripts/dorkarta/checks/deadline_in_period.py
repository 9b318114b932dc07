"""A deadline lies within the period of its roadmap."""

from collections.abc import Iterator

from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.deadline import Period, read
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import occurrences_of
from dorkarta.records.walk import activities


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines of roadmaps with an interval that does not touch the period; reports may look beyond theirs."""
    for record in corpus.roadmaps.values():
        period = record.content.period
        for path, _, chain in activities(record.content):
            activity = chain[-1]
            spans = activity.dates or _spans(activity.deadline, period)
            if any(span.end < period.start or span.start > period.end for span in spans):
                words = activity.deadline or f"{activity.dates[0].start:%d.%m.%Y}"
                borders = f"{period.start:%d.%m.%Y} – {period.end:%d.%m.%Y}"
                yield (
                    place(record, *path, "dates" if activity.dates else "deadline"),
                    f"Срок «{words}» лежит вне периода дорожной карты ({borders}).",
                    "Проверьте год срока или period карты.",
                )


def _spans(words: str | None, period: Period) -> tuple[Period, ...]:
    if words is None:
        return ()
    reading = read(words, period=period)
    return tuple(Period(start=each.start, end=each.end) for each in occurrences_of(reading, period))


RULE = Rule(
    code="E231",
    title="Срок мероприятия лежит внутри периода дорожной карты.",
    why="Срок вне периода — чаще всего опечатка в годе; в календаре карты его никто не увидит.",
    find=find,
)
