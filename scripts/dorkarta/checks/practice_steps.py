"""A practice is told in at least three sourced steps."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.text import numeral

LEAST: Final = 3


def find(corpus: Corpus) -> Iterator[Finding]:
    """Practices that nobody could repeat after; a step without its source is refused already."""
    for record in corpus.practices.values():
        count = len(record.content.steps)
        if count < LEAST:
            yield (
                place(record, "steps"),
                f"У практики {numeral(count, 'шаг', 'шага', 'шагов')}, а нужно хотя бы три с источником у каждого.",
                "Шаги берутся из документа; если в нём их меньше, это ещё не практика, а мероприятие.",
            )


RULE = Rule(
    code="E250",
    title="В практике хотя бы три шага, и у каждого есть источник.",
    why="Практику повторяют по шагам; одну строку плана повторить нельзя.",
    find=find,
)
