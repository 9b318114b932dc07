"""A document that proves an event is of the time of that event."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.evidence import Citation, citations, document_words, entry_number
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.deadline import Period
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus
from dorkarta.records.timing import timing_of
from dorkarta.text import numeral

NEAR: Final = 90
"""So many days between an event and its papers are usual: an order comes a quarter before, a report a quarter after."""


def find(corpus: Corpus) -> Iterator[Finding]:
    """Evidence dated long before its event begins or long after it is over."""
    for each in citations(corpus):
        date, days = each.document.content.date, _days(corpus, each)
        if date is None or days is None:
            continue
        early, late = (days.start - date).days, (date - days.end).days
        if max(early, late) > NEAR:
            gap, side = numeral(max(early, late), "день", "дня", "дней"), "раньше" if early > 0 else "позже"
            yield Finding(
                place(each.report, *each.path),
                f"Подтверждение ({document_words(each.document.content)}) на {gap} {side} мероприятия: "
                f"запись {entry_number(each.entry)}, «{each.entry.date or _told(days)}».",
                "Сверьте обе даты с документами, прежде всего год; если в отчёте так, объясните это в allow.",
            )


def _days(corpus: Corpus, each: Citation) -> Period | None:
    """From the first day of the event to its last; what has only a limit may be any time before it."""
    period, calendar = each.report.content.period, corpus.school_calendar(each.report.territory)
    timing = timing_of(each.entry.date, each.entry.dates, period=period, calendar=calendar)
    if timing is None or not timing.occurrences:
        return None
    first = min(min(one.start, period.start) if one.limit else one.start for one in timing.occurrences)
    return Period(start=first, end=max(one.end for one in timing.occurrences))


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
)
