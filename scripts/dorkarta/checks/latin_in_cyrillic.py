"""Words are written in the letters of one alphabet."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Rule
from dorkarta.checks.slips import breaches
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus
from dorkarta.spelling.look_alikes import look_alikes
from dorkarta.text import capital


def find(corpus: Corpus) -> Iterator[Finding]:
    """Words with letters that only look right; on the screen nobody sees them, so the letters are named."""
    for wrong in breaches(corpus, look_alikes):
        pairs = zip(wrong.words, wrong.right or wrong.words, strict=True)
        foreign = dict.fromkeys(letter for letter, right in pairs if letter != right)
        listed = ", ".join(f"«{letter}»" for letter in foreign)
        hint = f"Наберите слово «{wrong.right}» заново в одной раскладке; чужие буквы здесь: {listed}."
        yield Finding(wrong.place, f"{capital(wrong.what)}: «{wrong.words}».", hint, wrong.words)


RULE = Rule(
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
    find=find,
)
