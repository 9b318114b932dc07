"""ШНОР, ШНСУ and ШССУ are spelt so."""

from dorkarta.checks.rule import Example
from dorkarta.checks.slips import findings
from dorkarta.checks.text_rule import TextRule
from dorkarta.diagnostic import Severity
from dorkarta.spelling.shnor import SIGNS, shnor

RULE = TextRule(
    code="W306",
    title="ШНОР, ШНСУ и ШССУ написаны без описок.",
    why="Сканы путают «Ш» с «П» и теряют буквы: «ПНОР», «ШСНОР»; по такому слову мероприятие не найти.",
    example=Example(
        bad="""\
- id: "1"
  title: Консультации для кураторов ШСНОР
""",
        good="""\
- id: "1"
  title: Консультации для кураторов ШНОР
""",
    ),
    severity=Severity.WARNING,
    fixable=True,
    signs=SIGNS,
    judge=findings(shnor),
)
