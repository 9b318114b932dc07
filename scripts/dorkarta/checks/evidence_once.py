"""A document proves one event."""

from collections.abc import Iterator

from dorkarta.checks.evidence import citations, document_words, entry_number
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.gathering import gathered
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Documents that several entries of one report cite; each of them once, where it is cited first."""
    found = gathered((f"{each.report.path} {each.document.path}", each) for each in citations(corpus))
    for group in found.values():
        first, entries = group[0], dict.fromkeys(entry_number(each.entry) for each in group)
        if len(entries) > 1:
            yield Finding(
                place(first.report, *first.path),
                f"Одним документом ({document_words(first.document.content)}) подтверждено несколько записей: "
                f"{', '.join(entries)}.",
                "Приведите у каждой записи её документ; если он и вправду обо всех, объясните это в allow.",
            )


RULE = Rule(
    code="W422",
    title="Документ подтверждает одну запись отчёта.",
    why="Когда на десять мероприятий один протокол, неясно, которое из них состоялось.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - id: "1"
              number: "1"
              title: Семинар для завучей
              evidence: [{document: order-15}]
              activity: zarechnaya-oblast/roadmap-2023-2024#4
            - id: "2"
              number: "2"
              title: Итоговый семинар
              evidence: [{document: order-15}]
        """,
        good="""
            - id: "1"
              number: "1"
              title: Семинар для завучей
              evidence: [{document: order-15}]
              activity: zarechnaya-oblast/roadmap-2023-2024#4
            - id: "2"
              number: "2"
              title: Итоговый семинар
              evidence: [{document: order-40}]
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
