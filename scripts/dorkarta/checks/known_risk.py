"""Every risk factor and every group of factors is in the registry."""

from collections.abc import Iterator
from typing import Any

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.walk import Path
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """Risks of practices that no factor is, groups of factors that no group is."""
    groups = [group.id for group in corpus.risk_groups]
    for record, path, risk in _risks(corpus):
        if risk not in corpus.risk_factors:
            hint = perhaps(risk, corpus.risk_factors) or "Возьмите код из roadmaps/registry/risk-factors.yaml."
            yield Finding(place(record, *path), f"Фактор риска «{risk}» неизвестен.", hint)
    for registry in corpus.risk_files:
        for index, factor in enumerate(registry.content.factors):
            if factor.group and factor.group not in groups:
                hint = perhaps(factor.group, groups) or "Группы описаны в поле groups этого файла."
                yield Finding(place(registry, "factors", index, "group"), f"Группа «{factor.group}» неизвестна.", hint)


def _risks(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for practice in corpus.practices.values():
        for index, risk in enumerate(practice.content.risks):
            yield practice, ("risks", index), risk


RULE = Rule(
    code="E212",
    title="Каждый фактор риска и каждая их группа есть в списке факторов.",
    why="По факторам школа находит то, что помогает при её трудностях.",
    example=Example(
        bad="""
            problem: Учителям нужны консультации.
            risks: [low-result, weather]
        """,
        good="""
            problem: Учителям нужны консультации.
            risks: [low-results, untrained-heads]
        """,
    ),
    find=find,
)
