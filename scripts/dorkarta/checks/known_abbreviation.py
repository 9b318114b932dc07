"""Every abbreviation is explained somewhere."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding
from dorkarta.checks.slips import breaches
from dorkarta.checks.text_rule import Passage, TextRule
from dorkarta.diagnostic import Severity
from dorkarta.records.lineage import COUNTRY
from dorkarta.spelling.abbreviations import SIGNS, unknown_abbreviations


def judge(passage: Passage) -> Iterator[Finding]:
    """Words in capitals that no list explains and no name holds; the country's lists are free."""
    if passage.territory != COUNTRY:
        for wrong in breaches(passage, unknown_abbreviations):
            near = passage.lexicon.perhaps(wrong.words)
            hint = "Впишите расшифровку в abbreviations.yaml территории." + (f" {near}" if near else "")
            yield Finding(passage.place, f"Сокращение «{wrong.words}» нигде не объяснено.", hint, wrong.words)


RULE = TextRule(
    code="W307",
    title="Каждое сокращение объяснено.",
    why="Сайт показывает расшифровку сокращений тому, кто их не знает: родителю, новому учителю, другому ведомству.",
    example=Example(
        bad="""\
- id: "1"
  title: Заседание РСК по итогам года
""",
        good="""\
- id: "1"
  title: Заседание регионального совета кураторов по итогам года
""",
    ),
    severity=Severity.WARNING,
    signs=SIGNS,
    judge=judge,
    once=True,
)
