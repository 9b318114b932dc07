"""The records of the five official documents: nothing got lost on the way, and nothing was made up."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from dorkarta.checks.checking import check
from dorkarta.checks.person_named import looks_like_person
from dorkarta.deadline import Kind
from dorkarta.model.indicator import Indicator
from dorkarta.model.note import NoteKind
from dorkarta.model.quantity import QuantityPart
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Section
from dorkarta.records.corpus import Corpus
from dorkarta.records.naming import FIELD_TITLES
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.timing import timing_of
from dorkarta.records.walk import sections

KRASNODAR_KRAI = "krasnodar-krai/roadmap-2020-2021"
KRASNODAR = "krasnodar-krai/krasnodar/report-2020-2021"
TULA = "tula-oblast/tula/roadmap-2020-2021"
ERTIL = "voronezh-oblast/ertil/roadmap-2021"
KISLOVODSK = "stavropol-krai/kislovodsk/roadmap-2020-2022"
ROADMAPS = [KRASNODAR_KRAI, TULA, ERTIL, KISLOVODSK]


def _whole(plan: Plan, path: str) -> list[Planned]:
    """The activities of a roadmap without their parts."""
    return [one for one in plan.by_roadmap[path] if one.parent is None]


def _parts(plan: Plan, path: str) -> list[Planned]:
    return [one for one in plan.by_roadmap[path] if one.parent is not None]


def test_nothing_is_wrong(official: Corpus) -> None:
    """The checks find nothing."""
    assert check(official) == ()


def test_which_records_there_are(official: Corpus) -> None:
    """Four roadmaps, a report, a system of work."""
    assert set(official.roadmaps) >= set(ROADMAPS)
    assert KRASNODAR in official.reports
    assert "krasnodar-krai" in official.systems


def test_krasnodar_krai(official_plan: Plan) -> None:
    """The regional roadmap has 112 activities: 67 of the region, 32 of municipalities, 13 of schools."""
    planned = _whole(official_plan, KRASNODAR_KRAI)
    assert len(planned) == 112
    assert Counter(one.level.value for one in planned) == {"region": 67, "municipality": 32, "school": 13}
    assert _parts(official_plan, KRASNODAR_KRAI) == []


def test_krasnodar_krai_numbers(official_plan: Plan) -> None:
    """The rows of the regional roadmap are numbered from 1 to 112 through all levels."""
    assert [one.activity.id for one in _whole(official_plan, KRASNODAR_KRAI)] == [str(n) for n in range(1, 113)]


def test_tula(official_plan: Plan, official: Corpus) -> None:
    """Tula has 21 activities in four sections, with 22 sub-items."""
    assert len(_whole(official_plan, TULA)) == 21
    assert [len(section.activities) for section in official.roadmaps[TULA].content.sections] == [1, 7, 1, 12]
    of_activities = Counter(one.parent for one in _parts(official_plan, TULA))
    assert of_activities == {"4.2": 3, "4.5": 1, "4.6": 2, "4.9": 6, "4.10": 6, "4.11": 4}


def test_tula_dates_of_sub_items(official_plan: Plan) -> None:
    """Ten sub-items, those of 4.10 and 4.11, have dates of their own; one runs over two months."""
    dated = [one for one in _parts(official_plan, TULA) if one.occurrences]
    assert Counter(one.parent for one in dated) == {"4.10": 6, "4.11": 4}
    assert [one.months for one in dated if one.parent == "4.10"] == [
        ((2020, 9), (2020, 10)),
        ((2020, 10),),
        ((2020, 11),),
        ((2020, 12),),
        ((2021, 2),),
        ((2021, 3),),
    ]
    assert [one.months for one in dated if one.parent == "4.11"] == [
        ((2020, 9),),
        ((2020, 11),),
        ((2021, 1),),
        ((2021, 4),),
    ]


def test_ertil(official_plan: Plan, official: Corpus) -> None:
    """Ertil has 31 activities in sections nested two deep, each with an expected result."""
    planned = _whole(official_plan, ERTIL)
    assert len(planned) == 31
    assert all(one.activity.expected_result for one in planned)
    assert max(len(chain) for _, chain in sections(official.roadmaps[ERTIL].content)) == 2
    assert {len(one.sections) for one in planned} == {1, 2}


def test_report(official: Corpus) -> None:
    """The report has 15 entries with 21 items of evidence, which lead to 15 documents."""
    record = official.reports[KRASNODAR]
    assert len(record.content.entries) == 15
    cited = _cited(record.content)
    assert len(cited) == 21
    found = [official.find_document(record.territory, reference) for reference in cited]
    assert all(found)
    assert len({document.path for document in found if document}) == 15


def _cited(report: Report) -> list[str]:
    return [evidence.document for entry in report.entries for evidence in entry.evidence]


def test_report_order_560(official: Corpus) -> None:
    """One order proves several entries and is recorded once."""
    assert _cited(official.reports[KRASNODAR].content).count("order-560") > 1
    assert [document.content.id for document in official.documents].count("order-560") == 1


def test_report_names_nobody(official: Corpus) -> None:
    """The source names persons as responsible: every entry says so, or has a body in their place."""
    entries = official.reports[KRASNODAR].content.entries
    assert all(entry.withheld or entry.responsible for entry in entries)
    assert any(entry.withheld for entry in entries)


def test_kislovodsk(official_plan: Plan) -> None:
    """Kislovodsk has 20 activities, each with an indicator and its planned value."""
    planned = _whole(official_plan, KISLOVODSK)
    assert len(planned) == 20
    for one in planned:
        assert one.activity.indicators
        assert all(indicator.target for indicator in one.activity.indicators)


def _indicator(plan: Plan, identity: str) -> Indicator:
    (one,) = (one for one in plan.by_roadmap[KISLOVODSK] if one.activity.id == identity)
    return one.activity.indicators[0]


def _said(parts: tuple[QuantityPart, ...]) -> list[tuple[str, int, int | None, str | None]]:
    return [(part.operator, int(part.number), part.month, part.frequency) for part in parts]


def test_kislovodsk_at_least(official_plan: Plan) -> None:
    """«Не менее 1» and «не менее 4» are lower limits."""
    for identity, number in (("2.1", 1), ("2.2", 1), ("4.7", 1), ("4.11", 4)):
        target = _indicator(official_plan, identity).target
        assert target is not None
        assert (target.text, _said(target.parts)) == (f"не менее {number}", [(">=", number, None, None)])


def test_kislovodsk_two_figures(official_plan: Plan) -> None:
    """«1; 4» are two figures, and each is told what it counts."""
    indicator = _indicator(official_plan, "4.1")
    assert indicator.target is not None
    assert indicator.target.text == "1; 4"
    assert _said(indicator.target.parts) == [("=", 1, None, None), ("=", 4, None, None)]
    assert len(indicator.counts) == 2


def test_kislovodsk_month(official_plan: Plan) -> None:
    """«1 (май)» is one in May, in 2021 and in 2022."""
    years = _indicator(official_plan, "4.7").years
    assert {year: _said(figure.parts) for year, figure in years.items()} == {
        "2020": [("=", 0, None, None)],
        "2021": [("=", 1, 5, None)],
        "2022": [("=", 1, 5, None)],
    }
    assert years["2021"].text == "1 (май)"


def test_kislovodsk_yearly(official_plan: Plan) -> None:
    """«1 (раз в год)» is one every year."""
    target = _indicator(official_plan, "4.5").target
    assert target is not None
    assert (target.text, _said(target.parts)) == ("1 (раз в год)", [("=", 1, None, "yearly")])


@pytest.mark.parametrize("path", ROADMAPS)
def test_ids(official_plan: Plan, official: Corpus, path: str) -> None:
    """Ids are unique in a roadmap, of sections and activities together."""
    ids = [one.activity.id for one in official_plan.by_roadmap[path]]
    ids += [_last(chain).id for _, chain in sections(official.roadmaps[path].content)]
    assert [identity for identity, times in Counter(ids).items() if times > 1] == []


def _last(chain: tuple[Section, ...]) -> Section:
    return chain[-1]


@pytest.mark.parametrize("path", ROADMAPS)
def test_titles(official_plan: Plan, path: str) -> None:
    """Every activity has a title, or a note that the scan lost it."""
    for one in official_plan.by_roadmap[path]:
        assert one.activity.title or any(note.kind is NoteKind.LOSS for note in one.activity.notes), one.key


@pytest.mark.parametrize("path", ROADMAPS)
def test_deadlines(official_plan: Plan, path: str) -> None:
    """Every deadline of a roadmap is read, and every activity with a date lies in the roadmap's period."""
    for one in official_plan.by_roadmap[path]:
        period = one.record.content.period
        assert one.timing is None or one.timing.reading.kind is not Kind.UNPARSEABLE, one.key
        assert all(period.meets(each.start, each.end) for each in one.occurrences), one.key


def test_dates_of_the_report(official: Corpus) -> None:
    """Every date of the report is read."""
    report = official.reports[KRASNODAR].content
    for entry in report.entries:
        timing = timing_of(entry.date, entry.dates, period=report.period, calendar=official.school_calendar("x"))
        assert timing is not None, entry.id
        assert timing.reading.kind is not Kind.UNPARSEABLE, entry.id


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from _texts(key)
            yield from _texts(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from _texts(inside)


def test_no_person_anywhere(official: Corpus) -> None:
    """No text of any record names a person, notes and quotations included."""
    texts = [
        (file.path, text)
        for file in official.files
        if file.content is not None
        for text in _texts(file.content.model_dump())
    ]
    assert len(texts) > 1000
    assert [each for each in texts if looks_like_person(each[1])] == []


def test_no_person_in_comments(official: Corpus, pytestconfig: pytest.Config) -> None:
    """Nor do the comments of the files, which are public with the repository."""
    for file in official.files:
        assert not looks_like_person((pytestconfig.rootpath / file.file).read_text(encoding="utf-8")), file.file


def test_inferred_names_fields(official: Corpus) -> None:
    """What is said to be restored is a field of that record, it is filled, and there is a Russian word for it."""
    for file in official.files:
        if file.content is not None:
            _assert_inferred(file.content.model_dump(), file.path)


def _assert_inferred(value: Any, where: str) -> None:
    if isinstance(value, dict):
        for field in value.get("inferred", {}):
            assert value.get(field), f"{where}: {field} of {value.get('id', '')}"
            assert field in FIELD_TITLES, field
        for inside in value.values():
            _assert_inferred(inside, where)
    elif isinstance(value, list | tuple):
        for inside in value:
            _assert_inferred(inside, where)
