"""The degree of proof of a practice agrees with what it cites."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.model.practice import Practice, Proof
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record


def find(corpus: Corpus) -> Iterator[Finding]:
    """Practices that claim more, or less, than their reports and documents show."""
    for record in corpus.practices.values():
        yield from _of_practice(record)


def _of_practice(record: Record[Practice]) -> Iterator[Finding]:
    content = record.content
    if content.proof is Proof.PLANNED and content.entries:
        yield Finding(
            place(record, "proof"),
            "Практика названа описанной в плане, а записи отчётов (entries) говорят, что её проводили.",
            "Поставьте proof: reported или уберите записи, которые говорят о другом.",
        )
    if content.proof is not Proof.PLANNED and not content.entries:
        yield Finding(
            place(record, "proof"),
            "Практика названа проведённой, а записи отчётов (entries), которые это говорят, не указаны.",
            "Назовите записи: krasnodar-krai/krasnodar/report-2020-2021#2; если их нет, поставьте proof: planned.",
        )
    if content.proof is Proof.CONFIRMED and not (content.documents and content.result):
        yield Finding(
            place(record, "proof"),
            "Результат назван подтверждённым, а сам результат (result) или документ о нём (documents) не указан.",
            "Назовите результат и документ; если документа нет, поставьте proof: reported.",
        )


RULE = Rule(
    code="E251",
    title="Степень подтверждения практики сходится с её записями и документами.",
    why="Школа должна знать, проверено это делом или только задумано.",
    example=Example(
        bad="""
            result: {text: Консультации помогли}
            steps:
              - {text: Шаг 1, source: zarechnaya-oblast/roadmap-2023-2024#4}
              - {text: Шаг 2, source: zarechnaya-oblast/roadmap-2023-2024#6}
              - {text: Шаг 3, source: zarechnaya-oblast/system#municipality.mouo.1}
            contact: УО
            proof: confirmed
        """,
        good="""
            documents: [order-12]
            result: {text: Консультации помогли}
            steps:
              - {text: Шаг 1, source: zarechnaya-oblast/roadmap-2023-2024#4}
              - {text: Шаг 2, source: zarechnaya-oblast/roadmap-2023-2024#6}
              - {text: Шаг 3, source: zarechnaya-oblast/system#municipality.mouo.1}
            contact: УО
            proof: confirmed
        """,
    ),
    find=find,
)
