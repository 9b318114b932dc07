"""The paper of a territory sums up what its records hold."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dorkarta.calendars.calendar import Calendar
from dorkarta.documents import territory
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Paper, RowKind, Table
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, plan_of
from dorkarta.records.territories import holdings_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]
Told = Callable[[Paper], list[str]]

IMPRINT = Imprint(publisher="Дорожные карты", site_url="https://example.org/shnor/")
REGION = "zarechnaya-oblast"
CASES = Path(__file__).resolve().parent.parent / "cases" / "papers"
TOWN = f"{REGION}/verkhnerechensk"


@pytest.fixture(scope="module")
def plan(small: Corpus) -> Plan:
    """The plan of the small project."""
    return plan_of(small)


def paper(plan: Plan, path: str) -> Paper:
    return territory.make(plan, path, IMPRINT)


def table(found: Paper, title: str) -> Table:
    (one,) = (each for each in found.tables if each.title == title)
    return one


def column(of: Table, key: str) -> list[str]:
    index = [each.key for each in of.columns].index(key)
    return [row.cells[index] or "" for row in of.rows if row.kind is RowKind.ITEM]


def test_a_region_as_a_reader_sees_it(plan: Plan, told: Told) -> None:
    """Its roadmaps with their approval, its reports, its municipalities, its months, who answers, its documents."""
    assert told(paper(plan, REGION)) == (CASES / "territory.txt").read_text("utf-8").splitlines()


def test_a_municipality_says_what_its_region_asks(plan: Plan, told: Told) -> None:
    """The roadmap of the region stands with the number of activities of the municipal level."""
    lines = told(paper(plan, TOWN))
    assert lines[:3] == [
        "Поддержка школ в городе Верхнереченске: сводка дорожных карт и отчётов",
        "Регион: Заречная область",
        "Опубликовано: 1 отчёт",
    ]
    asked = table(paper(plan, TOWN), "Из карты региона")
    assert column(asked, "activities") == ["2"]
    assert "# Дорожные карты" not in lines


def test_records_are_all_there(official_plan: Plan) -> None:
    """The tables list just the records that the territory and all inside it hold, and its own documents."""
    corpus = official_plan.corpus
    for path in corpus.territories:
        found = paper(official_plan, path)
        held = holdings_of(official_plan, path)
        listed = {each.title: [row.id for row in each.rows if row.kind is RowKind.ITEM] for each in found.tables}
        assert listed.get("Дорожные карты", []) == [each.path for each in held.roadmaps]
        assert listed.get("Отчёты о выполнении", []) == [each.path for each in held.reports]
        assert listed.get("Муниципалитеты", []) == list(corpus.inner_territories.get(path, ()))
        assert listed.get("Документы", []) == [each.path for each in corpus.documents if each.territory == path]


def test_sums_add_up(official_plan: Plan) -> None:
    """Levels add up to the activities of a roadmap, kinds to the total of a month, months are the calendar's."""
    for path in official_plan.corpus.territories:
        found = paper(official_plan, path)
        held = holdings_of(official_plan, path)
        for each in found.tables:
            if each.title == "Дорожные карты":
                assert sum(map(int, column(each, "activities"))) == held.whole
                levels = [column(each, one.key) for one in each.columns if one.group == "Из них"]
                if levels:
                    assert [sum(map(int, row)) for row in zip(*levels, strict=True)] == [
                        int(count) for count in column(each, "activities")
                    ]
            if each.title == "По месяцам":
                calendar = Calendar(planned=held.planned)
                rows = [row for row in each.rows if row.kind is RowKind.ITEM]
                assert [row.id for row in rows] == [f"{year}-{number:02}" for year, number in calendar.by_month]
                for row, events in zip(rows, calendar.by_month.values(), strict=True):
                    *kinds, total = (int(cell or "") for cell in row.cells[1:])
                    assert sum(kinds) == total == len(events)


def test_who_answers_for_how_much(official_plan: Plan) -> None:
    """Every body that the territory's own roadmaps name stands once, those with the most to do first."""
    answering = 0
    for path in official_plan.corpus.territories:
        own = [one for one in official_plan.planned if one.record.territory == path]
        bodies = {each.path for one in own for each in one.bodies}
        if not bodies:
            continue
        found = table(paper(official_plan, path), "Кто за сколько отвечает")
        assert sorted(row.id for row in found.rows) == sorted(bodies)
        counts = [int(count) for count in column(found, "activities")]
        assert counts == sorted(counts, reverse=True)
        for row, count in zip(found.rows, counts, strict=True):
            named = {one.activity.id for one in own if any(each.path == row.id for each in one.bodies)}
            parts = {one.activity.id for one in own if one.parent in named}
            assert count == len(named - parts)
            answering += 1
    assert answering > 30


def test_school_years_stand_over_their_months(official_plan: Plan) -> None:
    """A calendar of two school years has two headings, in order of time."""
    found = table(paper(official_plan, "krasnodar-krai"), "По месяцам")
    headings = [row.cells[0] for row in found.rows if row.kind is RowKind.SECTION]
    assert headings == ["2020/21 учебный год", "2021/22 учебный год"]
    ids = [row.id for row in found.rows if row.kind is RowKind.ITEM]
    assert ids == sorted(ids)


def test_a_territory_without_records(corpus_with: CorpusWith, told: Told) -> None:
    """Says so, and its file bears a day that every archive can hold."""
    text = "title: Посёлок\ngenitive: посёлка\nlocative: в посёлке\nlevel: municipality\n"
    found = paper(plan_of(corpus_with({f"{REGION}/empty/territory.yaml": text})), f"{REGION}/empty")
    assert "Опубликовано: дорожных карт и отчётов пока нет" in told(found)
    assert found.moment == datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def test_where_it_lives(official_plan: Plan) -> None:
    """The file is named after the page; every territory has one of its own."""
    stems = [paper(official_plan, path).stem for path in official_plan.corpus.territories]
    assert len(stems) == len(set(stems))
    tula = paper(official_plan, "tula-oblast/tula")
    assert (tula.stem, tula.live) == (
        "territories/tula-oblast/tula",
        "https://example.org/shnor/territories/tula-oblast/tula/",
    )
