"""A deadline lies within the period of its roadmap."""

from collections.abc import Iterator

from dorkarta.checks.deadlines import deadlines
from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.deadline import Period
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities

HINT = "Проверьте год срока или period карты."


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines of roadmaps with an interval that does not touch the period; reports may look beyond theirs."""
    for each in deadlines(corpus):
        met = (each.period.meets(one.start, one.end) for one in each.timing.occurrences)
        if isinstance(each.record.content, Roadmap) and not all(met):
            yield place(each.record, *each.path), f"Срок «{each.words}» {_outside(each.period)}", HINT
    for record in corpus.roadmaps.values():
        period = record.content.period
        for path, _, chain in activities(record.content):
            for index, span in enumerate(chain[-1].dates):
                if not period.meets(span.start, span.end):
                    yield place(record, *path, "dates", index), f"Срок {_words(span)} {_outside(period)}", HINT


def _outside(period: Period) -> str:
    return f"лежит вне периода дорожной карты ({_words(period)})."


def _words(span: Period) -> str:
    first, last = f"{span.start:%d.%m.%Y}", f"{span.end:%d.%m.%Y}"
    return first if first == last else f"{first} – {last}"


RULE = Rule(
    code="E231",
    title="Срок мероприятия лежит внутри периода дорожной карты.",
    why="Срок вне периода — чаще всего опечатка в годе; в календаре карты его никто не увидит.",
    find=find,
)
