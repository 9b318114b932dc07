"""A deadline lies within the period of its roadmap."""

from collections.abc import Iterator

from dorkarta.checks.deadlines import deadlines
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import activity_rows
from dorkarta.deadline import Period
from dorkarta.diagnostic import Severity
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.timing import Timing

HINT = "Проверьте год срока или period карты."


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines of roadmaps with an interval that does not touch the period; reports may look beyond theirs."""
    for each in deadlines(corpus):
        if isinstance(each.record.content, Roadmap) and _is_outside(each.timing, each.period):
            yield Finding(place(each.record, *each.path), f"Срок «{each.words}» {_outside(each.period)}", HINT)
    for row in activity_rows(corpus):
        period = row.record.content.period
        for index, span in enumerate(row.activity.dates):
            if not period.meets(span.start, span.end):
                where = place(row.record, *row.path, "dates", index)
                yield Finding(where, f"Срок {_words(span)} {_outside(period)}", HINT)


def _is_outside(timing: Timing, period: Period) -> bool:
    """Whether some time lies outside; a recurrence between days outside has no turn at all."""
    if not timing.occurrences:
        return bool(timing.reading.intervals)
    return not all(period.meets(each.start, each.end) for each in timing.occurrences)


def _outside(period: Period) -> str:
    return f"лежит вне периода дорожной карты ({_words(period)})."


def _words(span: Period) -> str:
    first, last = f"{span.start:%d.%m.%Y}", f"{span.end:%d.%m.%Y}"
    return first if first == last else f"{first} – {last}"


RULE = Rule(
    code="W231",
    title="Срок мероприятия лежит внутри периода дорожной карты.",
    why="Срок вне периода – чаще всего опечатка в годе: мероприятие попадёт в календарь не того года.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - {id: "1.1", title: Отбор школ, deadline: март 2042, responsible: [УО]}
        """,
        good="""
            - {id: "1.1", title: Отбор школ, deadline: март 2024, responsible: [УО]}
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
