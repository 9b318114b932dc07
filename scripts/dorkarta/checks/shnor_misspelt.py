"""ШНОР, ШНСУ and ШССУ are spelt so."""

from dorkarta.checks.rule import Example, Rule
from dorkarta.checks.slips import findings
from dorkarta.diagnostic import Severity
from dorkarta.spelling.shnor import shnor

RULE = Rule(
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
    find=findings(shnor),
)
