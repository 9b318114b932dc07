"""A practice is told in at least three sourced steps."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.text import numeral

LEAST: Final = 3


def find(corpus: Corpus) -> Iterator[Finding]:
    """Practices that nobody could repeat after; a step without its source is refused already."""
    for record in corpus.practices.values():
        count = len(record.content.steps)
        if count < LEAST:
            yield Finding(
                place(record, "steps", key=True),
                f"У практики {numeral(count, 'шаг', 'шага', 'шагов')}, а нужно хотя бы три с источником у каждого.",
                "Добавьте шаги из документа; если в нём их меньше, это ещё не практика, а мероприятие.",
            )


RULE = Rule(
    code="E250",
    title="В практике хотя бы три шага, и у каждого есть источник.",
    why="Практику повторяют по шагам; одну строку плана повторить нельзя.",
    example=Example(
        bad="""
            steps:
              - {text: Шаг 1, source: zarechnaya-oblast/roadmap-2023-2024#4}
              - {text: Шаг 2, source: zarechnaya-oblast/roadmap-2023-2024#6}
            contact: УО
        """,
        good="""
            steps:
              - {text: Шаг 1, source: zarechnaya-oblast/roadmap-2023-2024#4}
              - {text: Шаг 2, source: zarechnaya-oblast/roadmap-2023-2024#6}
              - {text: Шаг 3, source: zarechnaya-oblast/system#municipality.mouo.1}
            contact: УО
        """,
    ),
    find=find,
)
