"""An entry of a report names the activity that was carried out."""

from collections.abc import Iterator

from dorkarta.checks.evidence import entry_number
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Entries that no activity of any roadmap is known of."""
    for report in corpus.reports.values():
        for row, entry in enumerate(report.content.entries):
            if entry.activity is None:
                example = f"{report.content.roadmap or 'krasnodar-krai/roadmap-2020-2021'}#36"
                yield Finding(
                    place(report, "entries", row, "title"),
                    f"Запись {entry_number(entry)} не говорит, какое мероприятие карты выполнено.",
                    f"Впишите activity: {example}; если карты среди записей нет, объясните это в allow отчёта.",
                )


RULE = Rule(
    code="W423",
    title="Запись отчёта называет мероприятие карты.",
    why="Без этой связи на странице карты не видно, что мероприятие выполнено.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - id: "1"
              title: Консультации для школ
              date: март 2024 года
        """,
        good="""
            - id: "1"
              title: Консультации для школ
              date: март 2024 года
              activity: zarechnaya-oblast/roadmap-2023-2024#4
        """,
    ),
    find=find,
)
