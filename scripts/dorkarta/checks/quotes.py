"""Quotes are «ёлочки», inside them „лапки“."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.rule import Example, Finding, Rule
from dorkarta.checks.slips import breaches
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus
from dorkarta.spelling.quotes import quotes

_REACH: Final = 80
"""Quotes no farther apart are told at once, as a rule with the title between them."""


def find(corpus: Corpus) -> Iterator[Finding]:
    """Words with other quotes."""
    for wrong in breaches(corpus, quotes, reach=_REACH):
        hint = f"Пишите {wrong.right} (внутри «ёлочек» – „лапки“)."
        yield Finding(wrong.place, f"Не те кавычки: {wrong.words}", hint, wrong.words)


RULE = Rule(
    code="W304",
    title="Кавычки – «ёлочки», внутри них – „лапки“.",
    why="Так принято в русском наборе; с прямыми кавычками одно и то же название пишется по-разному.",
    example=Example(
        bad="""\
- id: "1"
  title: Работа центров "Точка роста"
""",
        good="""\
- id: "1"
  title: Работа центров «Точка роста»
""",
    ),
    severity=Severity.WARNING,
    fixable=True,
    find=find,
)
