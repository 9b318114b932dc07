"""Each entry of a report is described in its own words."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.evidence import entry_number
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.diagnostic import Place, Severity
from dorkarta.model.report import Report, ReportEntry
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.text import fold

SHORT: Final = 60
"""Shorter descriptions may be equal by chance: «Семинар проведён в дистанционном формате»."""

_HINT: Final = "Опишите, что сделано именно здесь; если так в отчёте, объясните это в allow."


def find(corpus: Corpus) -> Iterator[Finding]:
    """Descriptions that repeat another entry of the report, or the title of their own."""
    for report in corpus.reports.values():
        yield from _of_report(report)


def _of_report(report: Record[Report]) -> Iterator[Finding]:
    first: dict[str, ReportEntry] = {}
    for row, entry in enumerate(report.content.entries):
        words = _bare(entry.description or "")
        if words and words == _bare(entry.title):
            yield Finding(_place(report, row), f"Описание записи {entry_number(entry)} повторяет её название.", _HINT)
        elif len(words) >= SHORT and first.setdefault(words, entry) is not entry:
            told = f"Описание записи {entry_number(entry)} повторяет описание записи {entry_number(first[words])}."
            yield Finding(_place(report, row), told, _HINT)


def _place(report: Record[Report], row: int) -> Place:
    return place(report, "entries", row, "description")


def _bare(text: str) -> str:
    return fold(text).rstrip(" .;")


RULE = Rule(
    code="W424",
    title="У каждой записи отчёта своё описание.",
    why="Одинаковые слова у разных мероприятий ничего не говорят ни об одном из них.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - id: "1"
              title: Семинар для завучей
              description: Семинар проведён дистанционно, участники получили рекомендации и материалы.
              activity: zarechnaya-oblast/roadmap-2023-2024#4
            - id: "2"
              title: Итоговый семинар
              description: Семинар проведён дистанционно, участники получили рекомендации и материалы.
        """,
        good="""
            - id: "1"
              title: Семинар для завучей
              description: Семинар проведён дистанционно, участники получили рекомендации и материалы.
              activity: zarechnaya-oblast/roadmap-2023-2024#4
            - id: "2"
              title: Итоговый семинар
              description: Завучи 12 школ показали, как пользуются рекомендациями первого семинара.
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
