"""No word is broken as at the end of a line."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding
from dorkarta.checks.slips import breaches
from dorkarta.checks.text_rule import Passage, TextRule
from dorkarta.diagnostic import Severity
from dorkarta.spelling.hyphens import SIGNS, hyphens
from dorkarta.text import capital


def judge(passage: Passage) -> Iterator[Finding]:
    """Broken words; where a program cannot tell one word from two, both are shown."""
    for wrong in breaches(passage, hyphens):
        if wrong.right:
            hint = f"Пишите «{wrong.right}»."
        else:
            left, _, right = wrong.words.partition("-")
            hint = f"Пишите «{left}{right.strip()}» или «{left}-{right.strip()}», смотря что стоит в документе."
        visible = wrong.words.replace("\u00ad", "-")
        yield Finding(passage.place, f"{capital(wrong.what)}: «{visible}».", hint, wrong.words)


RULE = TextRule(
    code="W302",
    title="Слова не разорваны переносом.",
    why="Перенос остаётся от строк скана: «образо- вания» не найдёт ни поиск, ни сверка названий.",
    example=Example(
        bad="""\
- id: "1"
  title: Мониторинг качества образо- вания
""",
        good="""\
- id: "1"
  title: Мониторинг качества образования
""",
    ),
    severity=Severity.WARNING,
    fixable=True,
    signs=SIGNS,
    judge=judge,
    asks_all=True,
)
