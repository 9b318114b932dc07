"""Quotes are «ёлочки», inside them „лапки“."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.rule import Example, Finding
from dorkarta.checks.slips import breaches
from dorkarta.checks.text_rule import Passage, TextRule
from dorkarta.diagnostic import Severity
from dorkarta.spelling.quotes import SIGNS, quotes

_REACH: Final = 80
"""Quotes no farther apart are told at once, as a rule with the title between them."""


def judge(passage: Passage) -> Iterator[Finding]:
    """Words with other quotes."""
    for wrong in breaches(passage, quotes, reach=_REACH):
        hint = f"Пишите {wrong.right} (внутри «ёлочек» – „лапки“)."
        yield Finding(passage.place, f"Не те кавычки: {wrong.words}", hint, wrong.words)


RULE = TextRule(
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
    signs=SIGNS,
    judge=judge,
)
