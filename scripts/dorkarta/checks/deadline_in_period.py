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
            outside = f"лежит вне периода дорожной карты ({_words(period)})."
            hint = "Проверьте год срока или period карты."
            for index, span in enumerate(activity.dates):
                if not period.meets(span.start, span.end):
                    yield place(record, *path, "dates", index), f"Срок {_words(span)} {outside}", hint
            spans = () if activity.dates else _spans(activity.deadline, period)
            if not all(period.meets(span.start, span.end) for span in spans):
                yield place(record, *path, "deadline"), f"Срок «{activity.deadline}» {outside}", hint


def _words(span: Period) -> str:
    first, last = f"{span.start:%d.%m.%Y}", f"{span.end:%d.%m.%Y}"
    return first if first == last else f"{first} – {last}"


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
