"""A document that proves an event is of the time of that event."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.evidence import Citation, citations, document_words, entry_number
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.deadline import Period
from dorkarta.diagnostic import Severity
from dorkarta.progress.claim import times_of
from dorkarta.records.corpus import Corpus
from dorkarta.text import numeral

NEAR: Final = 90
"""So many days between an event and its papers are usual: an order comes a quarter before, a report a quarter after."""


def find(corpus: Corpus) -> Iterator[Finding]:
    """Evidence dated long before its event begins or long after it is over."""
    for each in citations(corpus):
        days, distance = _days(corpus, each), gap(corpus, each)
        if days is not None and distance is not None and abs(distance) > NEAR:
            yield Finding(
                place(each.report, *each.path),
                f"Подтверждение ({document_words(each.document.content)}) {gap_words(distance)} мероприятия: "
                f"запись {entry_number(each.entry)}, «{each.entry.date or _told(days)}».",
                "Сверьте обе даты с документами, прежде всего год; если в отчёте так, объясните это в allow.",
            )


def gap(corpus: Corpus, each: Citation) -> int | None:
    """How many days a document is later than the event, less than 0 for earlier; None where one of them has no date."""
    date, days = each.document.content.date, _days(corpus, each)
    if date is None or days is None:
        return None
    return min((date - days.start).days, 0) or max((date - days.end).days, 0)


def gap_words(days: int) -> str:
    """«на 84 дня позже»"""
    return f"на {numeral(abs(days), 'день', 'дня', 'дней')} {'раньше' if days < 0 else 'позже'}"


def _days(corpus: Corpus, each: Citation) -> Period | None:
    """From the first day of the event to its last; what has only a limit may be any time before it."""
    times = times_of(corpus, each.row)
    return Period(start=min(time.start for time in times), end=max(time.end for time in times)) if times else None


def _told(days: Period) -> str:
    return f"{days.start:%d.%m.%Y} – {days.end:%d.%m.%Y}"


RULE = Rule(
    code="W421",
    title="Подтверждение по времени близко к мероприятию.",
    why="Приказ, изданный через полгода после семинара, – либо не о нём, либо в дате опечатка.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - id: "1"
              title: Семинар для завучей
              date: 20 февраля 2024 года
              evidence: [{document: order-40}]
        """,
        good="""
            - id: "1"
              title: Семинар для завучей
              date: 20 февраля 2024 года
              evidence: [{document: order-15}]
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
