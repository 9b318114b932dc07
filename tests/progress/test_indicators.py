"""Plan and fact: tables of comparisons, the laws they obey, Kislovodsk's twenty, a city with facts of all kinds."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.deadline import Period
from dorkarta.model.actual import Actual
from dorkarta.model.indicator import Accumulation, Indicator
from dorkarta.model.quantity import read_quantity
from dorkarta.model.report import Report
from dorkarta.progress.execution import Execution
from dorkarta.progress.indicators import Track
from dorkarta.progress.measure import Line, Measure, Standing, folded
from dorkarta.progress.plan_and_fact import ToldFigure, measures
from dorkarta.progress.state import Reason
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import plan_of
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow
from dorkarta.records.yaml_tree import Marks

CorpusWith = Callable[[Mapping[str, str]], Corpus]

CASE = Path(__file__).resolve().parent.parent / "cases" / "indicators" / "roadmaps"
CITY = "zarechnaya-oblast/verkhnerechensk/roadmap-2022-2024"
PERIOD: Final = Period(start=datetime.date(2020, 1, 1), end=datetime.date(2022, 12, 31))
MADE, THERE = "Аналитические справки", "Количество школ с программами"
AFTER: Final = datetime.date(2023, 1, 1)

REPORT = Report.model_validate_json(
    '{"title": "Отчёт", "level": "municipality", "period": "2020-01-01/2022-12-31", "source": {"title": "Отчёт"},'
    ' "entries": [{"id": "1", "title": "Запись", "description": "Сделано."}]}'
)
ROW = EntryRow(
    record=Record(path="x/report", file="x/report.yaml", territory="x", content=REPORT, marks=Marks(line=1, column=1)),
    row=0,
)


def told(**values: str) -> list[ToldFigure]:
    """Figures of years («y2020») and of the whole time («whole»)."""
    return [
        (ROW, Actual(year=None if name == "whole" else name[1:], value=read_quantity(value)), None)
        for name, value in values.items()
    ]


def measured(
    name: str, target: str | None, years: Mapping[str, str], facts: Sequence[ToldFigure], as_of: datetime.date = AFTER
) -> Measure:
    indicator = Indicator(
        name=name,
        target=read_quantity(target) if target else None,
        years={year: read_quantity(text) for year, text in years.items()},
    )
    (found,) = measures(indicator, facts, PERIOD, as_of)
    return found


def of_year(plan: str, fact: str | None, as_of: str) -> Line:
    facts = told(y2021=fact) if fact else []
    return measured(MADE, None, {"2021": plan}, facts, datetime.date.fromisoformat(as_of)).years[0]


@pytest.mark.parametrize(
    ("plan", "fact", "as_of", "standing"),
    [
        ("2", None, "2020-12-31", "ahead"),
        ("2", None, "2021-01-01", "running"),
        ("2", None, "2021-12-31", "running"),
        ("2", None, "2022-01-01", "no-fact"),
        ("2", "2", "2020-12-31", "ahead"),
        ("2", "1", "2021-06-01", "running"),
        ("2", "2", "2021-06-01", "reached"),
        ("2", "1", "2022-01-01", "missed"),
        ("2", "2", "2022-01-01", "reached"),
        ("2", "3", "2022-01-01", "reached"),
        ("не менее 2", "1", "2022-01-01", "missed"),
        ("не менее 2", "2", "2022-01-01", "reached"),
        ("более 2", "2", "2022-01-01", "missed"),
        ("более 2", "2,5", "2022-01-01", "reached"),
        ("не более 2", "2", "2021-06-01", "running"),
        ("не более 2", "3", "2021-06-01", "running"),
        ("не более 2", "2", "2022-01-01", "reached"),
        ("не более 2", "3", "2022-01-01", "missed"),
        ("менее 2", "2", "2022-01-01", "missed"),
        ("менее 2", "1", "2022-01-01", "reached"),
        ("не более 0", "0", "2022-01-01", "reached"),
        ("не более 0", "1", "2022-01-01", "missed"),
        ("0", None, "2022-01-01", "not-asked"),
        ("0", "0", "2022-01-01", "not-asked"),
        ("0", "3", "2022-01-01", "not-asked"),
        ("75%", "3 из 4", "2022-01-01", "reached"),
        ("75%", "74,9 %", "2022-01-01", "missed"),
        ("75%", "2 из 3", "2022-01-01", "missed"),
        ("75%", "3 из 0", "2022-01-01", "unclear"),
        ("75%", "3", "2022-01-01", "unclear"),
        ("3", "3 из 4", "2022-01-01", "reached"),
        ("3", "75%", "2022-01-01", "unclear"),
        ("3", "75%", "2021-06-01", "unclear"),
        ("3", "не менее 3", "2022-01-01", "reached"),
        ("3", "не менее 2", "2022-01-01", "unclear"),
        ("3", "не более 2", "2022-01-01", "missed"),
        ("3", "не более 3", "2022-01-01", "unclear"),
        ("не более 3", "не более 3", "2022-01-01", "reached"),
        ("не более 3", "не менее 4", "2022-01-01", "missed"),
        ("1 (май)", None, "2021-05-31", "running"),
        ("1 (май)", None, "2021-06-01", "no-fact"),
        ("1 (раз в год)", "1", "2022-01-01", "reached"),
        ("1 (раз в квартал)", "4", "2022-01-01", "unclear"),
        ("1 234", "1234", "2022-01-01", "reached"),
        ("3", "1; 2", "2022-01-01", "unclear"),
    ],
)
def test_a_year(plan: str, fact: str | None, as_of: str, standing: str) -> None:
    """A year is ahead, under way, reached or not; what nobody tells is no failure, what is unlike is not compared."""
    assert of_year(plan, fact, as_of).standing == standing


@pytest.mark.parametrize(
    ("plan", "fact", "difference", "share"),
    [
        ("4", "3", "-1", 75),
        ("4", "4", "0", 100),
        ("3", "5", "2", 166),
        ("3", "2", "-1", 66),
        ("не менее 4", "6", "2", 150),
        ("не более 4", "6", "2", None),
        ("80%", "75%", "-5", None),
        ("80%", "3 из 4", "-5", None),
        ("1,5", "0,5", "-1", 33),
        ("0", "2", None, None),
        ("4", "не менее 5", None, None),
        ("4", "40%", None, None),
    ],
)
def test_by_how_much(plan: str, fact: str, difference: str | None, share: int | None) -> None:
    """The difference has a sign, the share is of the plan and never rounded up; percents differ in points."""
    line = of_year(plan, fact, "2022-01-01")
    assert line.difference == (Decimal(difference) if difference else None)
    assert line.share == share


@pytest.mark.parametrize(
    ("name", "target", "years", "way"),
    [
        (MADE, "4", ["0", "2", "2"], "flow"),
        (MADE, "2", ["2", "2", "2"], "yearly"),
        (MADE, "1 (раз в год)", ["1", "1"], "yearly"),
        (MADE, "1", ["0", "1", "1"], "flow"),
        (MADE, "не менее 1", ["1", "0", "0"], "flow"),
        (MADE, "не менее 1", ["1", "1", "1"], "yearly"),
        (MADE, None, ["1", "1"], "flow"),
        (MADE, "3", [], "flow"),
        ("Школьные дорожные карты", "2", ["2", "0", "0"], "flow"),
        (THERE, "2", ["2", "2", "2"], "stock"),
        (THERE, "5", ["3", "4", "5"], "stock"),
        (THERE, "12", ["3", "4", "5"], "flow"),
        (THERE, None, ["3", "4"], "stock"),
        ("Аналитические справки", "60%", ["20%", "60%"], "stock"),
    ],
)
def test_how_years_make_the_whole(name: str, target: str | None, years: list[str], way: str) -> None:
    """Figures decide before words, the words of the name where figures do not tell."""
    by_year = {str(2020 + index): text for index, text in enumerate(years)}
    assert measured(name, target, by_year, []).accumulation == way


def test_what_the_record_says() -> None:
    """How years make the whole can be told by the record, which then holds against words and figures."""
    plan = Indicator(
        name=MADE,
        target=read_quantity("4"),
        years={"2020": read_quantity("2"), "2021": read_quantity("2")},
        accumulation=Accumulation.STOCK,
    )
    (found,) = measures(plan, told(y2020="2", y2021="4"), PERIOD, AFTER)
    assert (found.accumulation, found.total.standing) == (Accumulation.STOCK, Standing.REACHED)


@pytest.mark.parametrize(
    ("name", "target", "years", "facts", "as_of", "standing", "value"),
    [
        (MADE, "4", ["0", "2", "2"], {}, "2020-06-01", "ahead", None),
        (MADE, "4", ["0", "2", "2"], {}, "2021-06-01", "running", None),
        (MADE, "4", ["0", "2", "2"], {}, "2023-01-01", "no-fact", None),
        (MADE, "2", ["2", "0", "0"], {}, "2021-06-01", "no-fact", None),
        (MADE, "2", ["2", "0", "0"], {"y2020": "1"}, "2021-06-01", "running", 1),
        (MADE, "2", ["2", "0", "0"], {"y2020": "1"}, "2023-01-01", "missed", 1),
        (MADE, "4", ["0", "2", "2"], {"y2021": "2"}, "2022-06-01", "running", 2),
        (MADE, "4", ["0", "2", "2"], {"y2021": "2"}, "2023-01-01", "incomplete", 2),
        (MADE, "4", ["0", "2", "2"], {"y2021": "4"}, "2022-06-01", "reached", 4),
        (MADE, "4", ["0", "2", "2"], {"y2021": "2", "y2022": "1"}, "2023-01-01", "missed", 3),
        (MADE, "4", ["0", "2", "2"], {"y2020": "1", "y2021": "1", "y2022": "2"}, "2023-01-01", "reached", 4),
        (MADE, "4", ["0", "2", "2"], {"y2021": "2", "y2022": "2"}, "2021-06-01", "running", 2),
        (MADE, "4", ["0", "2", "2"], {"whole": "5"}, "2023-01-01", "reached", 5),
        (MADE, "4", ["0", "2", "2"], {"y2021": "2", "whole": "3"}, "2023-01-01", "missed", 3),
        (MADE, "4", ["0", "2", "2"], {"y2021": "2", "y2022": "50%"}, "2023-01-01", "unclear", None),
        (MADE, "1", ["0", "1", "1"], {"y2021": "1"}, "2022-06-01", "reached", 1),
        (MADE, "не более 4", ["2", "2"], {"y2020": "1"}, "2023-01-01", "incomplete", 1),
        (MADE, "не более 4", ["2", "2"], {"y2020": "5"}, "2023-01-01", "missed", 5),
        (MADE, "не более 4", ["2", "2"], {"y2020": "1", "y2021": "3"}, "2023-01-01", "reached", 4),
        (THERE, "5", ["3", "4", "5"], {"y2021": "4"}, "2022-06-01", "running", 4),
        (THERE, "5", ["3", "4", "5"], {"y2021": "6"}, "2022-06-01", "running", 6),
        (THERE, "5", ["3", "4", "5"], {"y2021": "6"}, "2023-01-01", "incomplete", 6),
        (THERE, "5", ["3", "4", "5"], {"y2020": "1", "y2022": "5"}, "2023-01-01", "reached", 5),
        (THERE, "5", ["3", "4", "5"], {"y2020": "9", "y2022": "4"}, "2023-01-01", "missed", 4),
        (MADE, "2", ["2", "2", "2"], {"y2020": "2"}, "2021-06-01", "running", None),
        (MADE, "2", ["2", "2", "2"], {"y2020": "1"}, "2021-06-01", "missed", None),
        (MADE, "2", ["2", "2", "2"], {"y2020": "2"}, "2023-01-01", "incomplete", None),
        (MADE, "2", ["2", "2", "2"], {"y2020": "2", "y2021": "2", "y2022": "2"}, "2023-01-01", "reached", None),
        (MADE, "1 (раз в год)", [], {"y2020": "1", "y2021": "1", "y2022": "1"}, "2023-01-01", "reached", None),
        (MADE, "1 (раз в год)", [], {"y2020": "1", "y2021": "0", "y2022": "1"}, "2023-01-01", "missed", None),
        (MADE, "3", [], {}, "2022-12-31", "running", None),
        (MADE, "3", [], {}, "2023-01-01", "no-fact", None),
        (MADE, "3", [], {"whole": "3"}, "2021-01-01", "reached", 3),
        (MADE, None, ["2", "2"], {"y2020": "2", "y2021": "2"}, "2023-01-01", "reached", 4),
        (MADE, None, ["0", "0"], {}, "2023-01-01", "not-asked", None),
    ],
)
def test_the_whole_time(  # noqa: PLR0917  # a row of the table
    name: str,
    target: str | None,
    years: list[str],
    facts: Mapping[str, str],
    as_of: str,
    standing: str,
    value: int | None,
) -> None:
    """Sums grow year by year, a level is that of the last year, what is asked anew is asked of each year."""
    by_year = {str(2020 + index): text for index, text in enumerate(years)}
    total = measured(name, target, by_year, told(**facts), datetime.date.fromisoformat(as_of)).total
    assert total.standing == standing
    assert (total.value.bounds.number if total.value else None) == value


def test_later_report_holds() -> None:
    """Of two figures for one year the later one holds."""
    line = measured(MADE, None, {"2021": "2"}, [*told(y2021="2"), *told(y2021="1")]).years[0]
    assert line.standing is Standing.MISSED


def test_doubted_figure_is_declared() -> None:
    """A figure that an entry does not prove reaches nothing, and misses as any other."""
    doubted: list[ToldFigure] = [(row, actual, Reason.EMPTY) for row, actual, _ in told(y2021="2")]
    assert measured(MADE, None, {"2021": "2"}, doubted).years[0].standing is Standing.DECLARED
    assert measured(MADE, None, {"2021": "3"}, doubted).years[0].standing is Standing.MISSED


def test_figures_of_a_cell() -> None:
    """«1; 4» are two figures, each with its own fact and result; a single 0 holds for both."""
    plan = Indicator(
        name="Пакет, справки",
        target=read_quantity("1; 4"),
        years={"2020": read_quantity("0"), "2021": read_quantity("1; 2")},
        counts=("пакет", "справки"),
    )
    package, letters = measures(plan, told(y2021="1; 1"), PERIOD, datetime.date(2022, 6, 1))
    assert [line.standing for line in package.years] == [Standing.NOT_ASKED, Standing.REACHED]
    assert [line.standing for line in letters.years] == [Standing.NOT_ASKED, Standing.MISSED]
    assert (package.name, letters.name) == ("пакет", "справки")


UPWARDS: Final = ("", "не менее ", "более ")
LIMITS: Final = ("не более ", "менее ")
UNITS: Final = ("", "%", " (май)", " (раз в год)", " (раз в квартал)", " из 12", ",5")


def figures(words: Sequence[str], most: int = 12) -> st.SearchStrategy[str]:
    return st.builds(
        lambda word, number, unit: f"{word}{number}{unit}",
        st.sampled_from(words),
        st.integers(0, most),
        st.sampled_from(UNITS),
    )


def plans(cells: st.SearchStrategy[str]) -> st.SearchStrategy[Indicator]:
    return st.builds(
        lambda name, target, years, way: Indicator(
            name=name,
            target=read_quantity(target) if target else None,
            years={str(year): read_quantity(text) for year, text in years.items()},
            accumulation=way,
        ),
        st.sampled_from([MADE, THERE]),
        st.none() | cells,
        st.dictionaries(st.integers(2018, 2024), cells, max_size=4),
        st.none() | st.sampled_from(Accumulation),
    )


CELLS = st.lists(figures([*UPWARDS, *LIMITS]), min_size=1, max_size=3).map("; ".join)
PLANS = plans(CELLS)
DAYS = st.dates(datetime.date(2019, 1, 1), datetime.date(2024, 1, 1))
FACTS = st.dictionaries(st.none() | st.integers(2018, 2024), CELLS, max_size=4).map(
    lambda found: [
        (ROW, Actual(year=str(year) if year else None, value=read_quantity(text)), None) for year, text in found.items()
    ]
)


@given(PLANS, FACTS, DAYS)
def test_any_plan_and_any_fact(plan: Indicator, facts: list[ToldFigure], as_of: datetime.date) -> None:
    """Whatever stands in the cells, every figure of every year and of the whole has a standing."""
    for measure in measures(plan, facts, PERIOD, as_of):
        for line in (*measure.years, measure.total):
            assert isinstance(line.standing, Standing)
            assert (line.share is None) or line.difference is not None
        assert [line.year for line in measure.years] == sorted({line.year or 0 for line in measure.years})


_WORSE_TO_BETTER: Final = (Standing.MISSED, Standing.INCOMPLETE, Standing.RUNNING, Standing.DECLARED, Standing.REACHED)


@pytest.mark.parametrize(("words", "better"), [(UPWARDS, 1), (LIMITS, -1)])
@given(st.data(), st.integers(2019, 2023), st.tuples(st.integers(0, 12), st.integers(0, 12)))
def test_more_is_never_worse(
    words: Sequence[str], better: int, data: st.DataObject, year: int, two: tuple[int, int]
) -> None:
    """Where no plan is a limit, a larger figure never makes anything worse; where all are limits, never better."""
    plan, as_of = data.draw(plans(figures(words))), data.draw(DAYS)
    lower, higher = (measures(plan, told(**{f"y{year}": str(number)}), PERIOD, as_of) for number in sorted(two))
    for few, many in zip(lower, higher, strict=True):
        for one, other in zip((*few.years, few.total), (*many.years, many.total), strict=True):
            if one.standing in _WORSE_TO_BETTER and other.standing in _WORSE_TO_BETTER:
                order = [_WORSE_TO_BETTER.index(each.standing) * better for each in (one, other)]
                assert order == sorted(order)
            else:
                assert one.standing is other.standing


@given(PLANS, DAYS, st.integers(0, 2000))
def test_time_without_facts(plan: Indicator, day: datetime.date, later: int) -> None:
    """Where nobody reports, time leads from ahead over under way to «факта нет», and never to a failure."""
    way = [Standing.AHEAD, Standing.RUNNING, Standing.NO_FACT]
    before, after = (measures(plan, [], PERIOD, when) for when in (day, day + datetime.timedelta(days=later)))
    for one, other in zip(before, after, strict=True):
        for line, then in zip((*one.years, one.total), (*other.years, other.total), strict=True):
            if line.standing is Standing.NOT_ASKED:
                assert then.standing is Standing.NOT_ASKED
            else:
                assert way.index(then.standing) >= way.index(line.standing)


@given(st.lists(st.sampled_from(Standing), max_size=6))
def test_fold(standings: list[Standing]) -> None:
    """What stands for several is one of them, or under way where some is made and some is ahead."""
    found = folded(standings)
    if not set(standings) - {Standing.NOT_ASKED}:
        assert found is Standing.NOT_ASKED
    else:
        assert found in standings or (found is Standing.RUNNING and Standing.AHEAD in standings)
    assert folded(reversed(standings)) is found


def _tracks(corpus: Corpus, path: str, as_of: str) -> dict[str, Track]:
    execution = Execution(plan=plan_of(corpus), as_of=datetime.date.fromisoformat(as_of))
    return {f"{track.planned.activity.id}.{track.number}": track for track in execution.tracks.get(path, ())}


KISLOVODSK = "stavropol-krai/kislovodsk/roadmap-2020-2022"


def test_kislovodsk_twenty(official: Corpus) -> None:
    """Twenty indicators, one of which counts two things; nobody reports, so nothing is reached or missed."""
    found = _tracks(official, KISLOVODSK, "2021-03-10")
    assert len(found) == 20
    assert sum(len(track.measures) for track in found.values()) == 21
    assert {track.territory for track in found.values()} == {"stavropol-krai/kislovodsk"}
    assert not any(track.has_facts for track in found.values())
    ways = {name: track.measures[0].accumulation.value for name, track in found.items()}
    assert {name for name, way in ways.items() if way == "stock"} == {"1.1.0"}
    assert {name for name, way in ways.items() if way == "yearly"} == {"1.3.0", "4.5.0", "4.9.0"}


@pytest.mark.parametrize(
    ("as_of", "years"),
    [
        ("2020-06-01", {2020: "running", 2021: "ahead", 2022: "ahead"}),
        ("2021-03-10", {2020: "no-fact", 2021: "running", 2022: "ahead"}),
        ("2022-01-15", {2020: "no-fact", 2021: "no-fact", 2022: "running"}),
        ("2023-01-01", {2020: "no-fact", 2021: "no-fact", 2022: "no-fact"}),
    ],
)
def test_kislovodsk_years(official: Corpus, as_of: str, years: Mapping[int, str]) -> None:
    """A year with a figure is ahead, then under way, then without a fact; a nought asks for nothing."""
    for track in _tracks(official, KISLOVODSK, as_of).values():
        for line in track.measures[0].years:
            assert line.year is not None
            assert line.goal is not None
            expected = years[line.year] if line.goal.number else "not-asked"
            assert line.standing == expected, track.planned.activity.id


def case_files() -> dict[str, str]:
    return {path.relative_to(CASE).as_posix(): path.read_text("utf-8") for path in sorted(CASE.rglob("*.yaml"))}


@pytest.mark.parametrize(
    ("name", "by_year", "on_the_way", "in_the_end"),
    [
        ("1.1.0", ["reached", "reached", "running"], "running", "incomplete"),
        ("1.2.0", ["missed", "reached", "not-asked"], "running", "missed"),
        ("1.4.0", ["reached", "no-fact", "running"], "running", "incomplete"),
        ("1.5.0", ["not-asked", "reached", "running"], "reached", "reached"),
        ("2.1.0", ["reached", "missed", "running"], "running", "incomplete"),
        ("2.1.1", ["reached", "missed", "running"], "running", "incomplete"),
        ("2.2.0", ["reached", "unclear", "running"], "running", "unclear"),
        ("2.3.0", ["declared", "no-fact", "running"], "running", "incomplete"),
        ("2.4.0", [], "reached", "reached"),
    ],
)
def test_a_city_with_facts(
    corpus_with: CorpusWith, name: str, by_year: list[str], on_the_way: str, in_the_end: str
) -> None:
    """Two reports tell of three years: what is reached, missed, only declared, told by halves or not at all."""
    corpus = corpus_with(case_files())
    track = _tracks(corpus, CITY, "2024-06-01")[name]
    assert [line.standing.value for line in track.measures[0].years] == by_year
    assert track.standing.value == on_the_way
    assert _tracks(corpus, CITY, "2025-01-01")[name].standing.value == in_the_end


DALNY: Final = """
title: Город Дальний
genitive: города Дальнего
locative: в городе Дальнем
level: municipality
"""


def test_whose_figures(corpus_with: CorpusWith) -> None:
    """What a region asks of municipalities has a track for each that tells a figure, else one for all."""
    path = "zarechnaya-oblast/roadmap-2023-2024"
    towns = {"zarechnaya-oblast/dalny/territory.yaml": DALNY}
    silent = _tracks(corpus_with(towns), path, "2024-06-01")["6.0"]
    assert (silent.territory, silent.performers, silent.has_facts) == (None, 2, False)
    report = "zarechnaya-oblast/verkhnerechensk/report-2023-2024.yaml"
    text = (CASE.parent.parent / "project" / "roadmaps" / report).read_text("utf-8")
    entry = '  - {id: "3", title: Пакет, description: Собран., date: май 2024 года, activity: %s, actuals: [%s]}\n'
    fact = '{year: "2024", value: 1; 4}'
    telling = _tracks(corpus_with({**towns, report: text + entry % (f"{path}#6", fact)}), path, "2024-06-01")["6.0"]
    assert (telling.territory, telling.performers) == ("zarechnaya-oblast/verkhnerechensk", 2)
    assert telling.standing is Standing.REACHED
