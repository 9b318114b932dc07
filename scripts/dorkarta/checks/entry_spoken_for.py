"""An entry of a report tells of what is carried out where the report comes from, and when."""

from collections.abc import Iterator
from typing import Final

from dorkarta.checks.evidence import entry_number
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import entry_rows
from dorkarta.diagnostic import Severity
from dorkarta.model.level import LevelId
from dorkarta.progress.claim import times_of
from dorkarta.progress.matching import is_before
from dorkarta.progress.performers import performers_of, speaks_for
from dorkarta.progress.turns import turns_of
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned, planned_of
from dorkarta.records.references import EntryRow

_OF: Final = {LevelId.REGION: "региона", LevelId.MUNICIPALITY: "муниципалитета", LevelId.SCHOOL: "школы"}
_HINT: Final = (
    "Назовите в activity другое мероприятие или уберите связь; если так и в документе, объясните это в allow."
)


def find(corpus: Corpus) -> Iterator[Finding]:
    """Entries that name an activity of another territory, of a higher level, or of a later roadmap."""
    linked = [row for row in entry_rows(corpus) if row.names]
    named = dict.fromkeys((row.names or "").partition("#")[0] for row in linked)
    roadmaps = [corpus.roadmaps[path] for path in named if path in corpus.roadmaps]
    plan = Plan(corpus=corpus, planned=tuple(one for each in roadmaps for one in planned_of(corpus, each)))
    for row in linked:
        report = row.record
        one = plan.by_key.get(row.names or "")
        known = one is not None and {report.territory, one.record.territory} <= corpus.territories.keys()
        fault = _fault(plan, row, one) if one and known else None
        if fault is not None:
            number = entry_number(row.entry)
            yield Finding(place(report, "entries", row.row, "activity"), f"Запись {number} {fault}", _HINT)


def _fault(plan: Plan, row: EntryRow, one: Planned) -> str | None:
    corpus, report = plan.corpus, row.record
    if report.territory not in performers_of(corpus, one):
        return f"состояния не изменит: мероприятие {one.key} исполняют не здесь, а за других отчёт не говорит."
    if not speaks_for(report, one, report.territory):
        levels = f"мероприятие {one.key} – уровня {_OF[one.level]}, а отчёт – {_OF[report.content.level]}"
        return f"состояния не изменит: {levels}."
    parts = [each for each in plan.by_roadmap[one.record.path] if each.parent == one.activity.id]
    turns, since = turns_of(one, parts).turns, one.record.content.period.start
    times = times_of(corpus, row)
    if times and all(is_before(turns, time, since) for time in times):
        return f"не может быть исполнением: это было до {since:%d.%m.%Y}, когда началась карта {one.record.path}."
    return None


RULE = Rule(
    code="W425",
    title="Запись отчёта говорит о том, что исполняют здесь и по этой карте.",
    why="Город не отчитывается за область, школа – за город, а сделанное до начала карты её не исполняет. На странице "
    "карты такая запись видна, но состояния не меняет.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - id: "1"
              title: Система работы со ШНОР
              date: сентябрь 2023 года
              activity: zarechnaya-oblast/roadmap-2023-2024#1
        """,
        good="""
            - id: "1"
              title: Консультации для школ
              date: сентябрь 2023 года
              activity: zarechnaya-oblast/roadmap-2023-2024#4
        """,
    ),
    find=find,
    reach=Reach.NAMED,
)
