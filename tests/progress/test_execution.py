"""Whole plans on a day: who carries out what, what is counted where, what an official looks up."""

import datetime
from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest

from dorkarta.progress import execution as execution_module
from dorkarta.progress.counts import count, forms_of, grouped
from dorkarta.progress.due import HORIZON, near, past
from dorkarta.progress.execution import Execution
from dorkarta.progress.state import PAST, State
from dorkarta.progress.verdict import Question, Verdict, judge
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]

REGION = "zarechnaya-oblast"
CITY = f"{REGION}/verkhnerechensk"
DAY = datetime.date(2024, 3, 20)


def _on(corpus: Corpus, day: datetime.date = DAY) -> Execution:
    return Execution(plan=plan_of(corpus), as_of=day)


def _states(execution: Execution, key: str) -> dict[str, State]:
    return {unit.territory: unit.state for unit in execution.by_activity.get(key, ())}


def test_region_without_municipalities(corpus_with: CorpusWith) -> None:
    """What a region asks of municipalities that the site does not know has no state, and nothing breaks."""
    corpus = corpus_with(
        {
            "pustaya-oblast/territory.yaml": "{title: Область, genitive: области, locative: в области, level: region}",
            "pustaya-oblast/roadmap-2024.yaml": "title: Карта\nlevel: region\nperiod: 2024-01-01/2024-12-31\n"
            "source: {title: Карта}\nsections:\n  - id: s\n    title: Раздел\n    activities:\n"
            "      - {id: '1', title: Области, deadline: март 2024}\n"
            "      - {id: '2', title: Городам, deadline: март 2024, level: municipality}\n",
        }
    )
    execution = _on(corpus)
    assert _states(execution, "pustaya-oblast/roadmap-2024#1") == {"pustaya-oblast": State.DUE_SOON}
    assert _states(execution, "pustaya-oblast/roadmap-2024#2") == {}
    assert [unit.planned.activity.id for unit in execution.by_roadmap["pustaya-oblast/roadmap-2024"]] == ["1"]


def test_a_roadmap_is_judged_alone(official_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for one roadmap does not wait for the others; asked in any order, all say the same."""
    judged: list[Question] = []
    real = judge

    def counted(question: Question, as_of: datetime.date) -> Verdict:
        judged.append(question)
        return real(question, as_of)

    whole = Execution(plan=official_plan, as_of=DAY)
    expected = whole.units
    monkeypatch.setattr(execution_module, "judge", counted)
    path = max(official_plan.corpus.roadmaps)
    alone = Execution(plan=official_plan, as_of=DAY)
    assert alone.by_roadmap[path] == whole.by_roadmap[path]
    before = len(judged)
    assert 0 < before < len(expected)
    assert {name: alone.by_territory[name] for name in sorted(alone.by_territory, reverse=True)} == dict(
        whole.by_territory
    )
    assert len(judged) > before
    assert alone.units == expected
    assert dict(alone.by_activity) == dict(whole.by_activity)


def test_names_without_units(small: Corpus) -> None:
    """What carries nothing out is not among those that do."""
    execution = _on(small)
    for found in (execution.by_roadmap, execution.by_territory, execution.by_activity, execution.tracks):
        assert "nowhere" not in found
        assert found.get("nowhere/roadmap-2024#1", ()) == ()
        assert len(found) == len(list(found))
        assert all(found.values())


def test_by_body(small: Corpus) -> None:
    """A role has what is asked of it everywhere; who fulfils it has what is asked there."""
    execution = _on(small)
    role = {(unit.planned.activity.id, unit.territory) for unit in execution.by_body["#mouo"]}
    assert role == {("4", CITY), ("5", CITY), ("6", CITY)}
    fulfilling = execution.by_body[f"{CITY}#education-department"]
    assert {(unit.planned.activity.id, unit.territory) for unit in fulfilling} == role


def test_entries_of_others_are_kept(corpus_with: CorpusWith) -> None:
    """A region's report on what cities do stands among the entries of the activity, and changes no state."""
    key = f"{REGION}/roadmap-2023-2024#6"
    report = (
        "title: Отчёт\nlevel: region\nperiod: 2023-09-01/2024-08-31\nsource: {title: Отчёт}\nentries:\n"
        f"  - {{id: '1', title: Дело, description: Сделано., date: март 2024, activity: '{key}'}}\n"
    )
    execution = _on(corpus_with({f"{REGION}/report-2024.yaml": report}), datetime.date(2024, 6, 1))
    assert [row.key for row in execution.entries[key]] == [f"{REGION}/report-2024#1"]
    (unit,) = execution.by_activity[key]
    assert (unit.territory, unit.entries, unit.state) == (CITY, (), State.UNDER_WAY)


@pytest.mark.parametrize("day", [datetime.date(2023, 8, 1), DAY, datetime.date(2025, 1, 1)])
def test_sums(levels: Corpus, day: datetime.date) -> None:
    """States do not overlap: by roadmap, by territory and by form the counts add up to all whole activities."""
    execution = _on(levels, day)
    assert execution.units == tuple(unit for units in execution.by_roadmap.values() for unit in units)
    assert not any(unit.is_part for unit in execution.units)
    total = count(execution.units)
    for groups in (execution.by_roadmap, execution.by_territory):
        for state in State:
            inside = sum(count(units).by_state.get(state, 0) for units in groups.values())
            assert inside == total.by_state.get(state, 0)
    assert total.total == len(execution.units)
    assert {form for unit in execution.units for form in forms_of(unit)} == set(grouped(execution.units, forms_of))


@pytest.mark.parametrize("day", [datetime.date(2020, 11, 20), datetime.date(2021, 3, 10), datetime.date(2022, 1, 15)])
def test_lists_of_what_is_due(official_plan: Plan, day: datetime.date) -> None:
    """What is near lies within the horizon and is not done; what is past is over; both in their order."""
    units = Execution(plan=official_plan, as_of=day).units
    coming, gone = near(units, day), past(units)
    for due in coming:
        first, last = due.turn.turn.start, due.turn.turn.end
        assert day <= last
        assert min(abs(first - day), abs(last - day)) <= HORIZON
    assert all(one.order <= other.order for one, other in pairwise(coming))
    assert {due.unit.planned.key for due in gone} == {unit.planned.key for unit in units if unit.state in PAST}
    assert all(due.turn.turn.end < day for due in gone)
    assert all(one.turn.turn.end >= other.turn.turn.end for one, other in pairwise(gone))


def test_a_list_names_the_turn_that_was_missed(corpus_with: CorpusWith) -> None:
    """Overdue is the last turn that the report reaches, not a later one that nobody has reported on yet."""
    roadmap = (
        "title: Карта\nlevel: municipality\nperiod: 2023-09-01/2024-08-31\nsource: {title: Карта}\nsections:\n"
        "  - {id: s, title: Р, activities: [{id: '1', title: Дело, deadline: ежемесячно, responsible: [УО]}]}\n"
    )
    report = (
        f"title: Отчёт\nlevel: municipality\nperiod: 2023-09-01/2023-12-31\nroadmap: {CITY}/roadmap-2024\n"
        "source: {title: Отчёт}\nentries: []\n"
    )
    records = {f"{CITY}/roadmap-2024.yaml": roadmap, f"{CITY}/report-2024.yaml": report}
    execution = _on(corpus_with(records), datetime.date(2024, 3, 10))
    (due,) = past(execution.by_roadmap[f"{CITY}/roadmap-2024"])
    assert (due.unit.state, due.turn.state) == (State.OVERDUE, State.OVERDUE)
    assert due.turn.turn.end == datetime.date(2023, 12, 31)


def test_two_days_without_change(official_plan: Plan) -> None:
    """A night in which nothing begins and nothing ends leaves every state and every count as it was."""
    before, after = (Execution(plan=official_plan, as_of=datetime.date(2021, 3, day)).units for day in (10, 11))
    assert [unit.verdict for unit in before] == [unit.verdict for unit in after]
