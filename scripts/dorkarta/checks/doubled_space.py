"""Between words stands one space, before a mark none."""

from dorkarta.checks.rule import Example
from dorkarta.checks.slips import findings
from dorkarta.checks.text_rule import TextRule
from dorkarta.diagnostic import Severity
from dorkarta.spelling.spaces import SIGNS, spaces

RULE = TextRule(
    code="W303",
    title="Между словами один пробел, перед знаками препинания его нет.",
    why="Лишние пробелы видны в печати и мешают находить название целиком.",
    example=Example(
        bad="""\
- id: "1"
  title: Совещание  директоров , заместителей
""",
        good="""\
- id: "1"
  title: Совещание директоров, заместителей
""",
    ),
    severity=Severity.WARNING,
    fixable=True,
    signs=SIGNS,
    judge=findings(spaces),
)
