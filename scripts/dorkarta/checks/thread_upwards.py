"""An activity carries out what stands above it."""

from collections.abc import Iterator, Mapping
from typing import Final

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.checks.shared import references_of
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus, lineage
from dorkarta.records.plan import level_of
from dorkarta.records.references import ActivityRow, full

DEPTH: Final = {level: depth for depth, level in enumerate(LevelId)}
"""How far from the top a level is."""

_HINT: Final = "implements ведёт в карту уровня выше или, внутри одной карты, к мероприятию уровня выше."


def find(corpus: Corpus) -> Iterator[Finding]:
    """Links to oneself, in a circle, to another territory, sideways and down."""
    rows = references_of(corpus).activities
    for lower in rows.values():
        for index, reference in enumerate(lower.activity.implements):
            upper = rows.get(full(reference, lower.record.path))
            if upper is not None and (fault := _fault(lower, upper, rows)) is not None:
                yield Finding(place(lower.record, *lower.path, "implements", index), *fault)


def _fault(lower: ActivityRow, upper: ActivityRow, rows: Mapping[str, ActivityRow]) -> tuple[str, str] | None:
    if upper.key == lower.key:
        return "Мероприятие не может исполнять само себя.", _HINT
    if any(each.key == lower.key for each in above(upper, rows)):
        return f"Круг: мероприятие «{upper.key}» само исполняет это.", "Оставьте одну из ссылок."
    if upper.record.territory not in lineage(lower.record.territory):
        hint = "Назовите мероприятие своей территории или той, в которую она входит."
        return f"Мероприятие «{upper.key}» – другой территории.", hint
    return None if _is_above(upper, lower) else (f"Мероприятие «{upper.key}» не выше этого.", _HINT)


def above(row: ActivityRow, rows: Mapping[str, ActivityRow]) -> tuple[ActivityRow, ...]:
    """Everything that an activity carries out, straight or through others; itself too, where links go in a circle."""
    found: dict[str, ActivityRow] = {}
    waiting = [row]
    while waiting:
        here = waiting.pop()
        keys = (full(reference, here.record.path) for reference in here.activity.implements)
        fresh = {key: rows[key] for key in keys if key in rows and key not in found}
        found |= fresh
        waiting += fresh.values()
    return tuple(found.values())


def _is_above(upper: ActivityRow, lower: ActivityRow) -> bool:
    """Whether one belongs to a higher roadmap and to no lower level, or to a higher level of the same roadmap."""
    upper_level, lower_level = (DEPTH[level_of(row.record.content, row.sections, row.above)] for row in (upper, lower))
    if upper.record.path == lower.record.path:
        return upper_level < lower_level
    roadmap_above = DEPTH[upper.record.content.level] < DEPTH[lower.record.content.level]
    return roadmap_above and upper_level <= lower_level


RULE = Rule(
    code="E260",
    title="Мероприятие исполняет то, что стоит выше: в карте уровня выше или на уровне выше той же карты.",
    why="По этим ссылкам школа видит, почему она это делает, а край – кто это исполняет.",
    example=Example(
        bad="""
            - {id: "1", title: Консультации, implements: zarechnaya-oblast/roadmap-2023-2024#4}
            - {id: "2", title: Материалы, implements: [zarechnaya-oblast/roadmap-2023-2024#6]}
            - {id: "3", title: Сама себе, implements: "3"}
        """,
        good="""
            - {id: "1", title: Консультации, implements: zarechnaya-oblast/roadmap-2023-2024#4}
            - {id: "2", title: Материалы, implements: [zarechnaya-oblast/roadmap-2023-2024#6]}
        """,
    ),
    find=find,
)
