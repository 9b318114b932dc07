"""Between words stands a dash, not a hyphen."""

from dorkarta.checks.rule import Example
from dorkarta.checks.slips import findings
from dorkarta.checks.text_rule import TextRule
from dorkarta.diagnostic import Severity
from dorkarta.spelling.dashes import SIGNS, dashes

RULE = TextRule(
    code="W305",
    title="Между словами тире, а не дефис с пробелами.",
    why="Дефис соединяет части слова, тире – части предложения; годы и числа («2020-2021») остаются как в документе.",
    example=Example(
        bad="""\
- id: "1"
  title: Наставник - молодому учителю
""",
        good="""\
- id: "1"
  title: Наставник – молодому учителю
""",
    ),
    severity=Severity.WARNING,
    fixable=True,
    signs=SIGNS,
    judge=findings(dashes),
)
