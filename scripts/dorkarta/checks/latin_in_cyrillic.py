"""Words are written in the letters of one alphabet."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding
from dorkarta.checks.slips import breaches
from dorkarta.checks.text_rule import Passage, TextRule
from dorkarta.diagnostic import Severity
from dorkarta.spelling.look_alikes import SIGNS, look_alikes
from dorkarta.text import capital


def judge(passage: Passage) -> Iterator[Finding]:
    """Words with letters that only look right; on the screen nobody sees them, so the letters are named."""
    for wrong in breaches(passage, look_alikes):
        pairs = zip(wrong.words, wrong.right or wrong.words, strict=True)
        foreign = dict.fromkeys(letter for letter, right in pairs if letter != right)
        listed = ", ".join(f"«{letter}»" for letter in foreign)
        hint = f"Наберите слово «{wrong.right}» заново в одной раскладке; чужие буквы здесь: {listed}."
        yield Finding(passage.place, f"{capital(wrong.what)}: «{wrong.words}».", hint, wrong.words)


RULE = TextRule(
    code="W301",
    title="Слово набрано буквами одного алфавита.",
    why="На вид «ШНОР» с латинской «O» такое же, но поиск его не находит, а программа чтения с экрана коверкает.",
    example=Example(
        bad="""\
- id: "1"
  title: Совещание по итогам работы ШНOР
""",
        good="""\
- id: "1"
  title: Совещание по итогам работы ШНОР
""",
    ),
    severity=Severity.WARNING,
    fixable=True,
    signs=SIGNS,
    judge=judge,
)
