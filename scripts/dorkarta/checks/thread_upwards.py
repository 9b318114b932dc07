"""An activity carries out what stands above it."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.facts import ActivityFacts, Facts, facts_of
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage

_HINT: Final = "implements ведёт в карту уровня выше или, внутри одной карты, к мероприятию уровня выше."


def find(corpus: Corpus) -> Iterator[Finding]:
    """Links to oneself, in a circle, to another territory, sideways and down."""
    facts = facts_of(corpus)
    for key, uppers in facts.uppers.items():
        for index, each in enumerate(uppers):
            upper, lower = facts.activities.get(each), facts.activities[key]
            if upper is not None and (fault := _fault(lower, upper, facts)) is not None:
                yield Finding(place(lower.record, *lower.path, "implements", index), *fault)


def _fault(lower: ActivityFacts, upper: ActivityFacts, facts: Facts) -> tuple[str, str] | None:
    lower_key, upper_key = lower.key, upper.key
    if upper_key == lower_key:
        return "Мероприятие не может исполнять само себя.", _HINT
    if lower_key in facts.above(upper_key):
        return f"Круг: мероприятие «{upper_key}» само исполняет это.", "Оставьте одну из ссылок."
    if upper.record.territory not in lineage(lower.record.territory):
        hint = "Назовите мероприятие своей территории или той, в которую она входит."
        return f"Мероприятие «{upper_key}» – другой территории.", hint
    return None if _is_above(upper, lower, facts) else (f"Мероприятие «{upper_key}» не выше этого.", _HINT)


def _is_above(upper: ActivityFacts, lower: ActivityFacts, facts: Facts) -> bool:
    """Whether one belongs to a higher roadmap and to no lower level, or to a higher level of the same roadmap."""
    if upper.record.path == lower.record.path:
        return upper.depth < lower.depth
    upper_roadmap, lower_roadmap = (facts.roadmaps[each.record.path] for each in (upper, lower))
    return upper_roadmap.depth < lower_roadmap.depth and upper.depth <= lower.depth


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
