"""The library of practices from every side."""

import pytest

from dorkarta.records.corpus import Corpus
from dorkarta.records.library import Library
from dorkarta.records.plan import Plan, plan_of

CITY = "krasnodar-krai/krasnodar"


@pytest.fixture
def library(official_plan: Plan) -> Library:
    """The practices of this project."""
    return Library(plan=official_plan)


def test_practices(library: Library, official: Corpus) -> None:
    """All practices, by name."""
    assert [record.path for record in library.practices] == sorted(official.practices)
    assert len(library.practices) >= 25


def test_by_activity(library: Library) -> None:
    """An activity knows the practices that list it, as often as they are listed."""
    listed = [(key, record.path) for record in library.practices for key in record.content.activities]
    found = [(key, record.path) for key, records in library.by_activity.items() for record in records]
    assert sorted(found) == sorted(listed)
    pairs = library.by_activity["tula-oblast/tula/roadmap-2020-2021#4.12"]
    assert [record.path for record in pairs] == ["network-pairs"]


def test_by_entry(library: Library) -> None:
    """An entry of a report knows the practices that it proves."""
    audit = library.by_entry[f"{CITY}/report-2020-2021#2"]
    assert [record.path for record in audit] == ["methodical-audit"]


def test_by_risk(library: Library, official: Corpus) -> None:
    """Every practice stands under each of its risks, and under no other."""
    assert set(library.by_risk) <= set(official.risk_factors)
    for risk, records in library.by_risk.items():
        assert [record.path for record in records] == [
            record.path for record in library.practices if risk in record.content.risks
        ]


def test_inside(library: Library) -> None:
    """A region has the practices of its cities too, the country has all."""
    assert {record.territory for record in library.inside["krasnodar-krai"]} == {"krasnodar-krai", CITY}
    assert {record.territory for record in library.inside[CITY]} == {CITY}
    assert library.inside[""] == library.practices


def test_related(library: Library) -> None:
    """Related are those with a risk in common, never the practice itself, and the relation is mutual."""
    for one in library.practices:
        near = [record.path for record in library.related(one)]
        assert one.path not in near
        for each in library.related(one):
            assert set(one.content.risks) & set(each.content.risks)
            assert one.path in [record.path for record in library.related(each)]


def test_activities_against(library: Library, official: Corpus) -> None:
    """The activities against a factor are those of its sections in the roadmap of Ertil."""
    staff = official.risk_factors["staff-shortage"]
    assert [one.activity.id for one in library.activities_against(staff)] == ["8", "9", "10", "11"]
    assert all(library.activities_against(factor) for factor in official.risk_factors.values())


def test_activities_of_nested_sections(levels: Corpus) -> None:
    """A section brings the activities of the sections inside it and their parts."""
    library = Library(plan=plan_of(levels))
    factor = levels.risk_factors["low-results"].model_copy(
        update={"sections": ("zarechnaya-oblast/roadmap-2023-2024#s1",)}
    )
    assert [one.activity.id for one in library.activities_against(factor)] == ["1", "2", "3", "3.1", "3.2"]


def test_every_step_has_its_source(library: Library) -> None:
    """Every step of every practice leads to an activity, an entry or a place of a system of its own territory."""
    for record in library.practices:
        for step in record.content.steps:
            source = library.references.source(step.source)
            assert source is not None, step.source
            assert source.record.territory == record.territory, step.source
