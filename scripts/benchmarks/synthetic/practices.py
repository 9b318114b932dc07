"""Practices: three steps of a region's roadmap, told again for those who want to do the same."""

from collections.abc import Iterator, Sequence
from typing import Final

from synthetic.lines import field
from synthetic.reports import Report
from synthetic.roadmaps import REVIEWED, Activity

_TITLES: Final = (
    "Методическая поддержка управленческих команд",
    "Адресная помощь учителям по итогам диагностики",
    "Мониторинг рисков и план действий школы",
)
_STEPS: Final = 3


def practices(territory: str, roadmap: str, rows: Sequence[Activity], report: Report) -> Iterator[tuple[str, str]]:
    """The practices of a region: their names and texts. What the report tells of was done, the rest is planned."""
    for index, title in enumerate(_TITLES):
        steps = rows[index * _STEPS :][:_STEPS]
        told = [str(number) for number, entry in enumerate(report.entries, 1) if entry.activity in steps]
        entries = [f"{report.path}#{number}" for number in told]
        lines = _lines(title, territory, [(row.matter.title, f"{roadmap}#{row.id}") for row in steps], entries)
        yield f"{territory}-{index + 1}", "\n".join(lines) + "\n"


def _lines(title: str, territory: str, steps: Sequence[tuple[str, str]], entries: Sequence[str]) -> Iterator[str]:
    yield "---"
    yield f"title: {title}"
    yield f"territory: {territory}"
    yield "level: region"
    yield "summary: Регион помогает школам с низкими результатами по общему плану, шаг за шагом."
    yield "problem: Школе трудно самой найти причины низких результатов и выбрать, с чего начать."
    yield "roles: [director, teacher, curator]"
    yield "steps:"
    for text, source in steps:
        yield from field("  - ", "text", text)
        yield f"    source: {source}"
    yield f"activities: [{steps[0][1]}]"
    if entries:
        yield f"entries: [{', '.join(entries)}]"
    yield "contact: ИРО"
    yield f"proof: {'reported' if entries else 'planned'}"
    yield f"proof_why: {'Отчёт области говорит, что это сделано.' if entries else 'Описано в дорожной карте области.'}"
    yield f"reviewed: {REVIEWED}"
    yield "---"
