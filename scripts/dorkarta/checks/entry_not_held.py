"""An entry of a report that says that nothing was done does not count as done."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.checks.evidence import entry_number
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import entry_rows
from dorkarta.diagnostic import Severity
from dorkarta.records.corpus import Corpus

_NOT_HELD: Final = re.compile(
    r"^\W*(?:\w+\s+){0,3}?(?:не\s+(?:был[аои]?\s+)?(?:пров[еёо]д|состоя|выполн|осуществ|организов|реализ)"
    r"|(?:был[аои]?\s+)?(?:отмен[её]н|перенес[её]н))",
    re.IGNORECASE,
)


def says_not_held(description: str) -> bool:
    """Whether a description begins with «не проводилось», «семинар перенесён» and the like."""
    return _NOT_HELD.search(description) is not None


def find(corpus: Corpus) -> Iterator[Finding]:
    """Entries that would count although they say themselves that there is nothing to count."""
    for row in entry_rows(corpus):
        entry = row.entry
        if entry.activity and not entry.unproven and says_not_held(entry.description or ""):
            yield Finding(
                place(row.record, "entries", row.row, "description"),
                f"Запись {entry_number(entry)} начинается так, будто мероприятия не было, а считается выполнением.",
                "Впишите причину в unproven или, если оно прошло, начните описание с этого.",
            )


RULE = Rule(
    code="W426",
    title="Запись о том, чего не было, не считается выполнением.",
    why="Форма отчёта просит объяснить, почему мероприятие не проводилось. Без unproven такое объяснение рядом с датой "
    "выглядит как описание того, что сделано.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - id: "1"
              title: Консультации для школ
              description: Не проводились из-за карантина
              date: март 2024 года
              activity: zarechnaya-oblast/roadmap-2023-2024#4
        """,
        good="""
            - id: "1"
              title: Консультации для школ
              description: Не проводились из-за карантина
              date: март 2024 года
              activity: zarechnaya-oblast/roadmap-2023-2024#4
              unproven: отчёт говорит, что консультаций не было
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
