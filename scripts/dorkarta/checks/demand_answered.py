"""What an upper roadmap demands of a level is answered by the roadmaps of that level."""

from collections.abc import Iterator, Mapping

from dorkarta.checks.facts import ActivityFacts, Facts, facts_of
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.gathering import gathered
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.naming import ACTIVITY
from dorkarta.records.record import Record
from dorkarta.text import numeral


def find(corpus: Corpus) -> Iterator[Finding]:
    """Roadmaps whose territory leaves demands from above without an answer; one finding for each upper roadmap.

    Where a territory has no roadmap of a level nothing is known, so nothing is said. Where one cannot be read,
    its answers cannot be seen.
    """
    if any(file.model is None and "/roadmap-" in file.path for file in corpus.files):
        return
    facts = facts_of(corpus)
    demands = gathered(
        ((row.record.path, row.depth), row) for row in facts.activities.values() if _is_demand(row, facts)
    )
    by_territory = gathered((record.territory, record) for record in corpus.roadmaps.values())
    answered = _answered(facts)
    for lower in corpus.roadmaps.values():
        for upper in _uppers(by_territory, lower, facts):
            asked = demands.get((upper.path, facts.roadmaps[lower.path].depth), ())
            open_ones = [row for row in asked if (lower.territory, row.key) not in answered]
            if open_ones:
                yield Finding(place(lower, "title"), _message(upper, open_ones), _hint(open_ones[0]))


def _uppers(
    by_territory: Mapping[str, tuple[Record[Roadmap], ...]], lower: Record[Roadmap], facts: Facts
) -> Iterator[Record[Roadmap]]:
    """The roadmaps above one, of the same time."""
    here = facts.roadmaps[lower.path]
    for path in lineage(lower.territory):
        for upper in by_territory.get(path, ()):
            there = facts.roadmaps[upper.path]
            if there.depth < here.depth and there.period.meets(here.period.start, here.period.end):
                yield upper


def _is_demand(row: ActivityFacts, facts: Facts) -> bool:
    """Whether a roadmap asks it of a level below its own."""
    return row.depth > facts.roadmaps[row.record.path].depth and row.whole is None and not row.cancelled


def _answered(facts: Facts) -> set[tuple[str, str]]:
    """Territory and demand, for every demand that another roadmap of the territory carries out, straight or not.

    Who answers a part of an activity answers the activity.
    """
    pairs = (
        (facts.activities[key].record, facts.activities[each]) for key in facts.uppers for each in facts.above(key)
    )
    return {
        (lower.territory, f"{upper.record.path}#{upper.whole or upper.id}")
        for lower, upper in pairs
        if upper.record.path != lower.path
    }


def _message(upper: Record[Roadmap], demands: list[ActivityFacts]) -> str:
    numbers = ", ".join(row.number or row.id for row in demands)
    count = numeral(len(demands), *ACTIVITY)
    return f"На {count} карты «{upper.path}» не отвечает ни одно мероприятие этой территории: {numbers}."


def _hint(first: ActivityFacts) -> str:
    return f"Мероприятию, которое исполняет первое из них, впишите implements: {first.key}."


RULE = Rule(
    code="W261",
    title="На каждое требование верхней карты отвечает мероприятие нижней.",
    why="Требование без ответа либо забыто, либо исполняется, а связь не записана.",
    example=Example(
        bad="""
            activities:
              - {id: "1", title: Собрание}
              - {id: "2", title: Уроки, level: school}
        """,
        good="""
            activities:
              - {id: "1", title: Консультации, implements: zarechnaya-oblast/roadmap-2023-2024#4}
              - {id: "2", title: Материалы, implements: [zarechnaya-oblast/roadmap-2023-2024#6]}
              - {id: "3", title: Уроки, level: school}
        """,
    ),
    find=find,
    severity=Severity.WARNING,
)
