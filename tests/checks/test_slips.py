"""Laws of typing as findings."""

from collections.abc import Callable, Mapping

from dorkarta.checks import dashes, known_abbreviation, quotes
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
PRACTICE = """\
---
title: Консультации
territory: zarechnaya-oblast/verkhnerechensk
level: municipality
summary: Школам дают консультации.
problem: Учителям нужны консультации.
steps:
  - {text: Шаг 1, source: zarechnaya-oblast/roadmap-2023-2024#4}
proof: planned
proof_why: Описано.
reviewed: 2024-01-01
---

Наставник - учителю, учитель - ученику, наставник - учителю.

РСК и "Старт", ещё РСК и УО.
"""


def test_prose(corpus_with: CorpusWith) -> None:
    """Prose under a practice is read by the laws; the same words are told once, at the beginning of the prose."""
    corpus = corpus_with({"content/practices/consultations.md": PRACTICE})
    found = list(dashes.RULE.find(corpus))
    assert [(each.place.line, each.focus) for each in found] == [
        (14, "Наставник - учителю,"),
        (14, "учитель - ученику,"),
        (14, "наставник - учителю."),
    ]
    assert [each.focus for each in quotes.RULE.find(corpus)] == ['"Старт",']
    assert [each.focus for each in known_abbreviation.RULE.find(corpus)] == ["РСК"]
