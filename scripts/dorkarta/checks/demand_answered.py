"""What an upper roadmap demands of a level is answered by the roadmaps of that level."""

from collections.abc import Iterator, Mapping

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.checks.shared import references_of
from dorkarta.checks.thread_upwards import DEPTH, above
from dorkarta.diagnostic import Severity
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus, Record, gathered, lineage
from dorkarta.records.naming import ACTIVITY
from dorkarta.records.plan import level_of
from dorkarta.records.references import ActivityRow
from dorkarta.text import numeral


def find(corpus: Corpus) -> Iterator[Finding]:
    """Roadmaps whose territory leaves demands from above without an answer; one finding for each upper roadmap.

    Where a territory has no roadmap of a level nothing is known, so nothing is said. Where one cannot be read,
    its answers cannot be seen.
    """
    if any(file.content is None and "/roadmap-" in file.path for file in corpus.files):
        return
    rows = references_of(corpus).activities
    demands = gathered(((row.record.path, _level(row)), row) for row in rows.values() if _is_demand(row))
    by_territory = gathered((record.territory, record) for record in corpus.roadmaps.values())
    answered = _answered(rows)
    for lower in corpus.roadmaps.values():
        for upper in _uppers(by_territory, lower):
            asked = demands.get((upper.path, lower.content.level), ())
            open_ones = [row for row in asked if (lower.territory, row.key) not in answered]
            if open_ones:
                yield Finding(place(lower, "title"), _message(upper, open_ones), _hint(open_ones[0]))


def _uppers(
    by_territory: Mapping[str, tuple[Record[Roadmap], ...]], lower: Record[Roadmap]
) -> Iterator[Record[Roadmap]]:
    """The roadmaps above one, of the same time."""
    period, depth = lower.content.period, DEPTH[lower.content.level]
    for path in lineage(lower.territory):
        for upper in by_territory.get(path, ()):
            if DEPTH[upper.content.level] < depth and upper.content.period.meets(period.start, period.end):
                yield upper


def _is_demand(row: ActivityRow) -> bool:
    return len(row.above) == 1 and not row.activity.cancelled


def _level(row: ActivityRow) -> LevelId:
    return level_of(row.record.content, row.sections, row.above)


def _answered(rows: Mapping[str, ActivityRow]) -> set[tuple[str, str]]:
    """Territory and demand, for every demand that another roadmap of the territory carries out, straight or not.

    Who answers a part of an activity answers the activity.
    """
    return {
        (lower.record.territory, f"{upper.record.path}#{upper.above[0].id}")
        for lower in rows.values()
        if lower.activity.implements
        for upper in above(lower, rows)
        if upper.record.path != lower.record.path
    }


def _message(upper: Record[Roadmap], demands: list[ActivityRow]) -> str:
    numbers = ", ".join(row.activity.number or row.activity.id for row in demands)
    count = numeral(len(demands), *ACTIVITY)
    return f"На {count} карты «{upper.path}» не отвечает ни одно мероприятие этой территории: {numbers}."


def _hint(first: ActivityRow) -> str:
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
