"""The pages of indicators: every figure with its table, its picture and the way to its evidence."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html

from dorkarta.deadline import Period
from dorkarta.model.indicator import Accumulation, Indicator
from dorkarta.model.quantity import read_quantity
from dorkarta.pages import indicators
from dorkarta.pages.edition import Edition
from dorkarta.pages.indicator_chart import ChartView, chart
from dorkarta.pages.indicator_views import FigureView, IndicatorsView
from dorkarta.pages.page import Page
from dorkarta.pages.rendering import Renderer
from dorkarta.progress.plan_and_fact import measures
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

ROOT = Path(__file__).resolve().parent.parent.parent
CASE = ROOT / "tests" / "cases" / "indicators" / "roadmaps"
KISLOVODSK = "progress/indicators/stavropol-krai/kislovodsk/roadmap-2020-2022/"
CITY = "progress/indicators/zarechnaya-oblast/verkhnerechensk/roadmap-2022-2024/"


@pytest.fixture
def city(corpus_with: CorpusWith) -> Corpus:
    """The small project with a city whose two reports tell figures."""
    files = {path.relative_to(CASE).as_posix(): path.read_text("utf-8") for path in CASE.rglob("*.yaml")}
    return corpus_with(files)


def page_of(edition: Edition, url: str) -> Page:
    (found,) = (page for page in (each.make() for each in indicators.promises(edition)) if page.url == url)
    return found


def view_of(edition: Edition, url: str) -> IndicatorsView:
    view = page_of(edition, url).view
    assert isinstance(view, IndicatorsView)
    return view


def figures_of(view: IndicatorsView) -> dict[str, FigureView]:
    return {each.id: each for part in view.sections for activity in part.activities for each in activity.figures}


def test_kislovodsk(official: Corpus, edition_of: EditionOf) -> None:
    """All twenty activities with their 21 figures, in order, each leading to its row; only plans, and it says so."""
    view = view_of(edition_of(official, "2021-03-10"), KISLOVODSK)
    activities = [activity for section in view.sections for activity in section.activities]
    assert len(activities) == 20
    assert len(figures_of(view)) == 21
    assert activities[0].href == "roadmaps/stavropol-krai/kislovodsk/roadmap-2020-2022/#m-1.1"
    assert view.text.startswith("20 показателей. Ни один опубликованный отчёт")
    assert not any(line.facts for figure in figures_of(view).values() for line in (*figure.lines, figure.total))


def test_kislovodsk_summary(official: Corpus, edition_of: EditionOf) -> None:
    """How many of the twenty have a figure for a year, counted by hand in the document: 6, 18 and 15."""
    view = view_of(edition_of(official, "2021-03-10"), KISLOVODSK)
    assert [(line.label, line.asked, line.told) for line in (*view.summary, view.whole)] == [
        ("2020", 6, 0),
        ("2021", 18, 0),
        ("2022", 15, 0),
        ("Всё время", 20, 0),
    ]


def test_words_of_the_document(official: Corpus, edition_of: EditionOf) -> None:
    """Plans stand as they are printed, with all that the cell says: «не менее 1», «1 (май)», «1 (раз в год)»."""
    found = figures_of(view_of(edition_of(official, "2021-03-10"), KISLOVODSK))
    assert [line.plan for line in (*found["i-4.7--1"].lines, found["i-4.7--1"].total)] == [
        "0",
        "1 (май)",
        "1 (май)",
        "не менее 1",
    ]
    assert found["i-4.5--1"].total.plan == "1 (раз в год)"
    assert [line.plan for line in found["i-4.1--2"].lines] == ["0", "2", "2"]
    assert found["i-3.5--1"].notes[0].kind == "conflict"


def test_contradictions_are_told(official: Corpus, edition_of: EditionOf) -> None:
    """Where the years do not make the total, it is said; nowhere else."""
    found = figures_of(view_of(edition_of(official, "2021-03-10"), KISLOVODSK))
    assert {name for name, figure in found.items() if "так в документе" in figure.way} == {"i-3.5--1", "i-4.1--1"}
    assert found["i-3.5--1"].way.startswith("Значения лет складываются и дают 2, а плановое значение – 1")


@pytest.mark.parametrize(
    ("figure", "year", "expected"),
    [
        ("i-1.1--1", 0, ("2", "2", "достигнут", "ровно по плану")),
        ("i-1.1--1", 1, ("2", "3", "достигнут", "на 1 больше плана")),
        ("i-1.1--1", 2, ("2", "", "ещё идёт", None)),
        ("i-1.2--1", 0, ("2", "1", "не достигнут", "50\u00a0% плана, на 1 меньше")),
        ("i-1.2--1", 2, ("0", "", None, None)),
        ("i-1.3--2", 1, ("2", "3", "достигнут", "на 1 больше плана")),
        ("i-1.4--1", 1, ("1", "", "факта нет", None)),
        ("i-2.1--1", 0, ("20%", "3 из 12", "достигнут", "на 5\u00a0п.\u00a0п. больше плана")),
        ("i-2.1--1", 1, ("40%", "35%", "не достигнут", "на 5\u00a0п.\u00a0п. меньше плана")),
        ("i-2.1--2", 0, ("не более 20%", "18,5 %", "достигнут", "на 1,5\u00a0п.\u00a0п. меньше предела")),
        ("i-2.1--2", 1, ("не более 15%", "16%", "не достигнут", "на 1\u00a0п.\u00a0п. больше предела")),
        ("i-2.2--1", 1, ("12", "не менее 10", "сравнить нельзя", None)),
        ("i-2.3--1", 0, ("1000", "1 234", "заявлен", "на 234 больше плана")),
    ],
)
def test_lines(
    city: Corpus, edition_of: EditionOf, figure: str, year: int, expected: tuple[str, str, str | None, str | None]
) -> None:
    """Plan and fact in the words of the documents, the result and by how much."""
    line = figures_of(view_of(edition_of(city, "2024-06-01"), CITY))[figure].lines[year]
    told = "".join(fact.words for fact in line.facts)
    assert (line.plan, told, line.status.label if line.status else None, line.difference) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("i-1.1--1", ("Всего", "6", "5", "ещё идёт", "пока 83\u00a0% плана")),
        ("i-1.2--1", ("Всего", "не менее 4", "3", "ещё идёт", "пока 75\u00a0% плана")),
        ("i-1.4--1", ("Все годы", "1 (раз в год)", "1 из 3 лет", "ещё идёт", None)),
        ("i-2.1--1", ("К концу", "не менее 60%", "35\u00a0%", "ещё идёт", "пока на 25\u00a0п.\u00a0п. меньше плана")),
        ("i-2.4--1", ("Всего", "3", None, "достигнут", "ровно по плану")),
    ],
)
def test_totals(city: Corpus, edition_of: EditionOf, figure: str, expected: tuple[str | None, ...]) -> None:
    """What the years make together; where a report tells it itself, its words lead to the entry."""
    total = figures_of(view_of(edition_of(city, "2024-06-01"), CITY))[figure].total
    assert total.status is not None
    assert (total.label, total.plan, total.value, total.status.label, total.difference) == expected
    assert bool(total.facts) is (total.value is None)


def test_evidence(city: Corpus, edition_of: EditionOf) -> None:
    """A fact leads to the entry of the report that tells it; of two reports the later one holds."""
    line = figures_of(view_of(edition_of(city, "2024-06-01"), CITY))["i-1.2--1"].lines[0]
    (fact,) = line.facts
    assert fact.href == "reports/zarechnaya-oblast/verkhnerechensk/report-2023/#e-2"


def test_summary_counts(city: Corpus, edition_of: EditionOf) -> None:
    """Counts have their denominators: what is reached and missed is among what has a fact, that among what is asked."""
    view = view_of(edition_of(city, "2024-06-01"), CITY)
    for line in (*view.summary, view.whole):
        assert line.reached + line.missed <= line.told <= line.asked
    assert [(line.asked, line.told, line.reached, line.missed) for line in view.summary] == [
        (7, 7, 5, 1),
        (9, 7, 4, 2),
        (8, 0, 0, 0),
    ]


def test_no_day_on_the_page(city: Corpus, official: Corpus, edition_of: EditionOf) -> None:
    """A night in which no year begins or ends and no month is over changes nothing."""
    for corpus, url, days in (
        (city, CITY, ("2024-06-01", "2024-12-31")),
        (official, KISLOVODSK, ("2021-06-01", "2021-12-31")),
    ):
        first, second = (page_of(edition_of(corpus, day), url) for day in days)
        assert first == second


def _chart(name: str, target: str | None, way: Accumulation | None = None, **years: str) -> ChartView | None:
    plan = Indicator(
        name=name,
        target=read_quantity(target) if target else None,
        years={year.removeprefix("y"): read_quantity(text) for year, text in years.items()},
        accumulation=way,
    )
    period = Period(start=datetime.date(2020, 1, 1), end=datetime.date(2022, 12, 31))
    return chart(measures(plan, (), period, datetime.date(2021, 3, 10))[0])


def test_charts_are_to_scale() -> None:
    """The highest figure fills the picture, all others stand to it as their numbers; the whole stands apart."""
    found = _chart("Справки", "4", y2020="0", y2021="1", y2022="3")
    assert found is not None
    heights = [column.plan.height if column.plan else None for column in found.columns]
    assert heights == [0, 18, 54, 72]
    assert [column.label for column in found.columns] == ["2020", "2021", "2022", "всего"]
    assert found.divided is not None


def test_levels_have_no_sum() -> None:
    """A level is drawn year by year as lines and points; one number alone, or none, is no picture."""
    found = _chart("Количество школ", "5", y2020="3", y2021="5")
    assert found is not None
    assert (found.kind, [column.label for column in found.columns]) == ("level", ["2020", "2021"])
    assert _chart("Количество школ", "5", y2020="5", y2021="5") is None
    assert _chart("Справки", "0", y2020="0") is None


def test_page(city: Corpus, edition_of: EditionOf) -> None:
    """Every picture has a title, a description and a table beside it that says the same; ids are unique."""
    page = page_of(edition_of(city, "2024-06-01"), CITY)
    content = html.fromstring(f"<div>{Renderer(ROOT / 'theme' / 'blocks').block(page, page.url)}</div>")
    ids = content.xpath("//@id")
    assert len(set(ids)) == len(ids)
    for figure in content.xpath("//div[@class='dk-figure']"):
        (svg,) = figure.xpath(".//svg")
        title, told = svg.get("aria-labelledby"), svg.get("aria-describedby")
        assert {title, told} <= set(svg.xpath("./*/@id"))
        (table,) = figure.xpath(".//table")
        assert table.xpath("./caption")
        shown = {text.strip() for text in svg.xpath(".//text[contains(@class, 'fact')]/text()")}
        facts = " ".join(table.xpath(".//td[2]//text()"))
        assert all(text.replace("\u00a0", " ") in facts.replace("\u00a0", " ") or "%" in text for text in shown)
    assert {entry.anchor for each in page.toc for entry in (each, *each.children)} <= set(ids)


def test_nobody_has_indicators(corpus_with: CorpusWith, edition_of: EditionOf) -> None:
    """The list says that there is nothing; no page is made."""
    path = "zarechnaya-oblast/roadmap-2023-2024.yaml"
    text = "title: Карта\nlevel: region\nperiod: 2023-09-01/2024-08-31\nsource: {title: Карта}\nsections: []\n"
    edition = edition_of(corpus_with({path: text}))
    assert list(indicators.promises(edition)) == []
    block = Renderer(ROOT / "theme" / "blocks").block(indicators.make_block(edition), "progress/indicators/")
    assert "Дорожных карт с показателями ещё нет." in block


def test_list(city: Corpus, edition_of: EditionOf) -> None:
    """The roadmaps with indicators, with counts."""
    view = indicators.make_block(edition_of(city, "2024-06-01")).view
    assert [(line.href, line.meta[:2]) for line in view.records] == [
        ("progress/indicators/zarechnaya-oblast/roadmap-2023-2024/", ("2 показателя", "фактов пока нет")),
        (CITY, ("10 показателей", "факт есть у 10 из 10")),
    ]
