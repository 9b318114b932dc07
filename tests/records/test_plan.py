"""Activities with all that their words mean."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta.deadline import Kind, Period, SchoolCalendar
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned, plan_of
from dorkarta.records.timing import Timing, timing_of

CorpusWith = Callable[[Mapping[str, str]], Corpus]

REGION = "zarechnaya-oblast"
ROADMAP = f"{REGION}/roadmap-2023-2024"
PERIOD = Period(start=datetime.date(2023, 9, 1), end=datetime.date(2024, 8, 31))


@pytest.fixture(scope="module")
def plan(small: Corpus) -> Plan:
    """The plan of the small project."""
    return plan_of(small)


def _one(plan: Plan, identity: str) -> Planned:
    (found,) = (one for one in plan.planned if one.activity.id == identity)
    return found


def _days(words: str | None, *dates: Period, period: Period = PERIOD) -> list[tuple[str, str]]:
    found = _timing(words, *dates, period=period)
    return [(each.start.isoformat(), each.end.isoformat()) for each in (found.occurrences if found else ())]


def _timing(words: str | None, *dates: Period, period: Period = PERIOD) -> Timing | None:
    return timing_of(words, dates, period=period, calendar=SchoolCalendar())


def test_document_order(plan: Plan) -> None:
    """Activities come as in the document, each followed by its parts; a section's own before those of its sections."""
    assert [one.activity.id for one in plan.by_roadmap[ROADMAP]] == ["1", "2", "3", "3.1", "3.2", "4", "5", "6"]
    assert [one.key for one in plan.planned][:2] == [f"{ROADMAP}#1", f"{ROADMAP}#2"]


@pytest.mark.parametrize(
    ("identity", "level"),
    [
        ("1", LevelId.REGION),
        ("3", LevelId.REGION),
        ("3.1", LevelId.REGION),
        ("4", LevelId.MUNICIPALITY),
        ("5", LevelId.SCHOOL),
    ],
)
def test_levels_are_inherited(plan: Plan, identity: str, level: LevelId) -> None:
    """A level is the activity's own, else its section's, else the roadmap's."""
    assert _one(plan, identity).level is level


def test_nearest_level_holds(corpus_with: CorpusWith) -> None:
    """Of several levels on the way the nearest one holds, for sections in sections and for parts of activities."""
    text = (
        "title: Карта\nlevel: region\nperiod: 2024-01-01/2024-12-31\nsource: {title: Карта}\nsections:\n"
        '  - {id: a, title: А, level: municipality, activities: [{id: "1", title: Б}], sections: [{id: b, title: В,'
        ' level: school, activities: [{id: "2", title: Г, level: region, activities: [{id: "2.1", title: Д},'
        ' {id: "2.2", title: Е, level: municipality}]}, {id: "3", title: Ж}]}]}\n'
    )
    plan = plan_of(corpus_with({f"{REGION}/roadmap-2024.yaml": text}))
    found = {one.activity.id: one.level.value for one in plan.by_roadmap[f"{REGION}/roadmap-2024"]}
    assert found == {"1": "municipality", "2": "region", "2.1": "region", "2.2": "municipality", "3": "school"}


@pytest.mark.parametrize(
    ("identity", "bodies"),
    [
        ("3", [f"{REGION}#institute", f"{REGION}#ministry"]),
        ("3.1", [f"{REGION}#institute", f"{REGION}#ministry"]),
        ("3.2", [f"{REGION}#ministry"]),
    ],
)
def test_bodies_are_inherited(plan: Plan, identity: str, bodies: list[str]) -> None:
    """A part without bodies of its own is answered for by those of its activity."""
    assert [body.path for body in _one(plan, identity).bodies] == bodies


def test_by_body(plan: Plan) -> None:
    """Whoever answers finds everything, inherited parts too."""
    assert [one.activity.id for one in plan.by_body[f"{REGION}#ministry"]] == ["1", "3", "3.1", "3.2"]


def test_wholes(plan: Plan) -> None:
    """A part knows its whole; what is no part has none."""
    assert {one.activity.id: whole.activity.id for one in plan.planned if (whole := plan.whole_of(one))} == {
        "3.1": "3",
        "3.2": "3",
    }


def test_place_in_the_document(plan: Plan) -> None:
    """A part knows its activity and all sections above it."""
    part = _one(plan, "3.1")
    assert part.parent == "3"
    assert [section.id for section in part.sections] == ["s1", "s1.1"]
    assert _one(plan, "3").parent is None


def test_forms(plan: Plan) -> None:
    """Forms are those of the registry; no form gives none."""
    assert [form.id for form in _one(plan, "3").forms] == ["courses", "webinar"]
    assert _one(plan, "3.2").forms == ()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("16 октября 2023 года", [("2023-10-16", "2023-10-16")]),
        ("октябрь 2023", [("2023-10-01", "2023-10-31")]),
        ("октябрь 2023, март 2024", [("2023-10-01", "2023-10-31"), ("2024-03-01", "2024-03-31")]),
        ("до 29 марта 2024 года", [("2024-03-29", "2024-03-29")]),
        ("с 1 марта 2024 года", [("2024-03-01", "2024-08-31")]),
        ("по плану работы МНЦ", []),
        (None, []),
    ],
)
def test_occurrences(words: str | None, days: list[tuple[str, str]]) -> None:
    """A limit is due on its last day; a mere beginning goes on to the end of the period; no date stays no date."""
    assert _days(words) == days


def test_start_after_the_period() -> None:
    """What begins after the end of the period is there on its first day, and never ends before it begins."""
    assert _days("с 1 марта 2025 года") == [("2025-03-01", "2025-03-01")]


def test_recurrence() -> None:
    """What is done every month happens once in each month of the period."""
    found = _days("ежемесячно")
    assert len(found) == 12
    assert found[0] == ("2023-09-01", "2023-09-30")
    assert found[-1] == ("2024-08-01", "2024-08-31")


def test_recurrence_within_limits() -> None:
    """What is done every month of a part of the year happens in those months."""
    found = _days("ежемесячно с сентября по май")
    assert [start for start, _ in found] == [
        *(f"2023-{month:02}-01" for month in range(9, 13)),
        *(f"2024-{month:02}-01" for month in range(1, 6)),
    ]


def test_dates_of_an_editor_go_first() -> None:
    """Dates beside the words are the meaning, whatever the words say; single days are exact."""
    days = Period(start=datetime.date(2024, 5, 1), end=datetime.date(2024, 5, 31))
    day = Period(start=datetime.date(2024, 6, 3), end=datetime.date(2024, 6, 3))
    assert _days("весной", days, day) == [("2024-05-01", "2024-05-31"), ("2024-06-03", "2024-06-03")]
    timing = _timing("весной", day)
    assert timing is not None
    assert timing.reading.kind is Kind.EXACT_DAY
    several = _timing(None, days, day)
    assert several is not None
    assert [each.exact for each in several.occurrences] == [False, True]


def test_months(plan: Plan) -> None:
    """The months of an activity are those that its occurrences touch, each once, in order."""
    assert _one(plan, "3").months == ((2023, 10), (2024, 3))
    assert len(_one(plan, "2").months) == 9
    assert _one(plan, "4").months == ()


@pytest.mark.parametrize(
    ("identity", "years"), [("1", (2023,)), ("2", (2023, 2024)), ("3.2", (2024,)), ("4", ()), ("6", (2024,))]
)
def test_years(plan: Plan, identity: str, years: tuple[int, ...]) -> None:
    """The years are those of the dates; without dates those with a planned figure that is not nought."""
    assert _one(plan, identity).years == years
