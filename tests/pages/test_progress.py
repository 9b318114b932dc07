"""Dashboards: every number comes from the states, adds up to its whole, and the lists hold what the counts count."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from lxml import html

from dorkarta import addresses
from dorkarta.pages import progress, progress_rules
from dorkarta.pages.due_lists import FEW, FIRST, DueLine, DueList, by_territory, due_lists
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Page
from dorkarta.pages.progress import DashboardView, SiteProgressView
from dorkarta.pages.progress_table import Group, RowView, TableView, states_of, table
from dorkarta.pages.rendering import Renderer
from dorkarta.progress.counts import count
from dorkarta.progress.due import dues_of
from dorkarta.progress.state import TITLES, Reason, State
from dorkarta.progress.unit import Unit
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parent.parent.parent / "theme" / "blocks"
KRAI, CITY = "krasnodar-krai", "krasnodar-krai/krasnodar"
DAYS = ("2021-03-10", "2022-01-15")


@pytest.fixture(scope="module", params=DAYS)
def edition(request: pytest.FixtureRequest, official: Corpus, edition_of: EditionOf) -> Edition:
    """The official records on both days."""
    return edition_of(official, request.param)


def pages_of(edition: Edition) -> dict[str, Page]:
    return {page.url: page for page in (each.make() for each in progress.promises(edition))}


def dashboard(edition: Edition, territory: str) -> DashboardView:
    view = pages_of(edition)[addresses.progress(territory)].view
    assert isinstance(view, DashboardView)
    return view


def rows_of(view: DashboardView, part: str) -> list[RowView]:
    (found,) = (each for each in (*view.overview, *view.parts) if each.id == part)
    return [*found.table.rows, *(found.rest.rows if found.rest else ())]


def lines_of(listed: DueList) -> list[DueLine]:
    return [line for month in (*listed.first, *listed.rest) for line in month.lines]


def counted(units: Iterable[Unit]) -> Counter[str]:
    return Counter(unit.state.value for unit in units)


def cells(row: RowView) -> Counter[str]:
    return Counter({cell.state: cell.count for cell in row.cells if cell.count})


def tables(view: DashboardView) -> list[TableView]:
    return [found for part in (*view.overview, *view.parts) for found in (part.table, part.rest) if found]


def test_every_row_adds_up(edition: Edition) -> None:
    """The states of each row of each dashboard add up to the total that the row shows."""
    for page in pages_of(edition).values():
        for found in tables(page.view):
            for row in found.rows:
                assert sum(cell.count for cell in row.cells) == row.counts.total > 0


def test_parts_make_the_whole(edition: Edition) -> None:
    """Roadmaps, levels, sections at the top, and a region with its municipalities each make all its activities."""
    execution = edition.execution
    for path in edition.corpus.territories:
        view = dashboard(edition, path)
        inside = edition.corpus.inner_territories.get(path, ())
        units = [unit for each in (path, *inside) for unit in execution.by_territory.get(each, ())]
        assert view.execution
        assert view.execution.counts.total == len(units)
        for part in view.overview:
            rows = [row for row in rows_of(view, part.id) if not row.depth]
            expected = counted(units)
            if part.id == "by-municipality":
                expected -= counted(execution.by_territory.get(path, ()))
            assert sum(map(cells, rows), Counter()) == expected, (path, part.id)


def test_the_page_of_a_region_says_what_the_states_are(edition: Edition) -> None:
    """Every number of the tables of Krasnodar krai is counted again, from the units and by other code."""
    page = pages_of(edition)[addresses.progress(KRAI)]
    content = html.fromstring(f"<div>{Renderer(BLOCKS).block(page, page.url)}</div>")
    units = [unit for unit in edition.execution.units if unit.territory in {KRAI, CITY}]
    groups: dict[str, dict[str, list[Unit]]] = {
        "По дорожным картам": {"Краевая дорожная карта: Краснодарский край, 2020–2021": units},
        "По уровням": {
            "Краевой уровень": [unit for unit in units if unit.planned.level == "region"],
            "Муниципальный уровень": [unit for unit in units if unit.planned.level == "municipality"],
            "Уровень образовательной организации": [unit for unit in units if unit.planned.level == "school"],
        },
        "По муниципалитетам": {"Краснодар": [unit for unit in units if unit.territory == CITY]},
    }
    for caption, expected in groups.items():
        (shown,) = content.xpath(f"//table[caption='{caption}']")
        labels = [" ".join(head.text_content().split()) for head in shown.xpath("./thead//th")][2:]
        rows = shown.xpath("./tbody/tr")
        assert len(rows) == len(expected)
        for row, (title, found) in zip(rows, expected.items(), strict=True):
            assert row.xpath("string(./th/a)") == title
            total, *numbers = row.xpath("./td")
            assert int(total.text_content()) == len(found)
            told = {
                label: int(cell.text_content().split(": ")[-1].split()[0])
                for label, cell in zip(labels, numbers, strict=True)
            }
            assert sum(told.values()) == len(found)
            for state in {unit.state for unit in found}:
                assert told[TITLES[state]] == sum(unit.state is state for unit in found)
    (words,) = content.xpath("//p[@class='dk-head__lead']")
    assert words.text_content() == "112 мероприятий: 67 на уровне региона, 45 в муниципалитетах."


def test_bodies_and_forms(edition: Edition) -> None:
    """Who answers is counted by name and by role; what has several of them counts for each, what has none is told."""
    view = dashboard(edition, CITY)
    bodies = {row.href: row.counts.total for row in rows_of(view, "by-body") if row.href}
    by_body = edition.execution.by_body
    department = "krasnodar-krai/krasnodar#education-department"
    for path, units in by_body.items():
        here = sum(unit.territory == CITY for unit in units)
        territory, _, identity = path.partition("#")
        assert bodies.get(addresses.body(territory, identity), 0) == here
    if department in by_body:
        assert bodies[addresses.body(CITY, "education-department")] == bodies[addresses.body("", "mouo")]
    forms = rows_of(view, "by-form")
    assert sum(row.counts.total for row in forms) >= view.execution.counts.total  # type: ignore[union-attr]


def test_the_whole_site(edition: Edition) -> None:
    """The table of the site has every territory, and its regions add up to all that there is."""
    view = progress.make_block(edition).view
    assert isinstance(view, SiteProgressView)
    assert view.table
    assert view.table.total
    assert {row.href for row in view.table.rows if row.href} == {
        addresses.progress(path) for path in edition.corpus.territories
    }
    assert cells(view.table.total) == counted(edition.execution.units)
    assert sum((cells(row) for row in view.table.rows if not row.depth), Counter()) == cells(view.table.total)
    assert view.date == edition.as_of.isoformat()


def test_many_territories(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where municipalities are many, the table of the site names regions only, and all still adds up."""
    monkeypatch.setattr(progress, "MANY", len(edition.corpus.territories) - 1)
    view = progress.make_block(edition).view
    assert isinstance(view, SiteProgressView)
    assert view.table
    assert view.table.total
    assert view.regions_only
    assert {row.href for row in view.table.rows} == {addresses.progress(path) for path in edition.corpus.regions()}
    assert sum(map(cells, view.table.rows), Counter()) == cells(view.table.total)


def test_lists_hold_what_the_counts_count(edition: Edition) -> None:
    """Each activity that is over stands once in the list of its state; what is near is open and within the horizon."""
    for path in edition.corpus.territories:
        units = edition.execution.by_territory.get(path, ())
        lists = {each.id: each for each in dashboard(edition, path).lists}
        for state in (State.UNREPORTED, State.OVERDUE):
            expected = sorted(
                addresses.activity(unit.planned.record.path, unit.planned.activity.id)
                for unit in units
                if unit.state is state
            )
            listed = lines_of(lists[state.value]) if state.value in lists else []
            assert sorted(line.href for line in listed) == expected
        if "near" in lists:
            assert {line.status.state for line in lines_of(lists["near"])} <= {
                "upcoming",
                "due-soon",
                "under-way",
                "declared",
            }


def test_the_lists_of_both_days(official: Corpus, edition_of: EditionOf) -> None:
    """In March 2021 the krai has the courses of March and April ahead; in January 2022 nothing is ahead of anybody."""
    spring = dashboard(edition_of(official, DAYS[0]), KRAI)
    near = next(each for each in spring.lists if each.id == "near")
    assert [month.title for month in near.first] == ["Март 2021", "Апрель 2021"]
    titles = {line.number for line in lines_of(near)}
    assert {"12", "22", "23", "36", "46", "49", "50", "51"} <= titles
    past = next(each for each in spring.lists if each.id == "unreported")
    assert past.first[0].title == "Февраль 2021"
    later = edition_of(official, DAYS[1])
    for path in official.territories:
        assert "near" not in {each.id for each in dashboard(later, path).lists}


def test_a_night_without_news_changes_no_page(official: Corpus, edition_of: EditionOf) -> None:
    """Pages of territories do not know the day; only the page of the whole site tells it."""
    first, second = (edition_of(official, day) for day in ("2022-01-15", "2022-01-16"))
    assert pages_of(first) == pages_of(second)
    assert progress.make_block(first).view != progress.make_block(second).view


def test_long_lists_fold(small: Corpus, edition_of: EditionOf) -> None:
    """A long list shows its first lines and folds the rest; a few lines more are not worth a fold."""
    edition = edition_of(small, "2024-10-01")
    dues, nowhere = dues_of(edition.execution.units, edition.as_of), by_territory(edition)
    (listed,) = (each for each in due_lists(dues, nowhere) if each.id == "unreported")
    shown = sum(len(month.lines) for month in listed.first)
    assert shown == (listed.total if listed.total <= FIRST + FEW else FIRST)
    assert shown + listed.rest_count == listed.total == len(lines_of(listed))


TOWN = "title: Нижнереченск\ngenitive: Нижнереченска\nlocative: в Нижнереченске\nlevel: municipality\n"


@pytest.fixture
def two_towns(corpus_with: CorpusWith) -> Corpus:
    """Two municipalities are asked the same; one of them has reported on the region's roadmap."""
    return corpus_with({"zarechnaya-oblast/nizhnerechensk/territory.yaml": TOWN})


def test_one_line_for_many_territories(two_towns: Corpus, edition_of: EditionOf) -> None:
    """What a role has to do in several municipalities stands in one line that names them."""
    edition = edition_of(two_towns, "2024-05-20")
    dues = edition.outlook.by_body["#mouo"]
    (near,) = (each for each in due_lists(dues, by_territory(edition)) if each.id == "near")
    lines = {line.number: line.where for line in lines_of(near)}
    assert lines["5"] == "Нижнереченск, Город Верхнереченск"


def test_overdue_only_by_its_own_report(two_towns: Corpus, edition_of: EditionOf) -> None:
    """What a report of the territory is silent about is overdue there; where no report is, nobody is blamed."""
    edition = edition_of(two_towns, "2024-10-01")
    towns = {
        name: {each.id: [line.number for line in lines_of(each)] for each in dashboard(edition, path).lists}
        for name, path in (
            ("reported", "zarechnaya-oblast/verkhnerechensk"),
            ("silent", "zarechnaya-oblast/nizhnerechensk"),
        )
    }
    assert towns == {"reported": {"overdue": ["6", "5"]}, "silent": {"unreported": ["6", "5"]}}


def test_municipalities_of_a_region(two_towns: Corpus, edition_of: EditionOf) -> None:
    """A region tells of how many municipalities its sums are, and in how many of them each activity is counted."""
    view = dashboard(edition_of(two_towns, "2024-10-01"), "zarechnaya-oblast")
    assert view.execution
    assert (view.execution.title, view.execution.counts.total) == ("6 мероприятий", 9)
    assert view.execution.remark == "Что исполняют несколько муниципалитетов, посчитано в каждом из них: всего 9."
    (part,) = (each for each in view.overview if each.id == "by-municipality")
    assert part.text
    assert part.text.endswith("На сайте есть 2 муниципалитета региона, отчёты опубликованы у 1.")


def test_no_activities(small: Corpus, edition_of: EditionOf) -> None:
    """A share of an empty whole is «–»; a territory without activities says so."""
    nothing = count(())
    empty = table("Пусто", "Что", [Group(title="А", counts=nothing)], states_of(nothing))
    (row,) = empty.rows
    assert [(cell.count, cell.percent) for cell in row.cells] == [(0, "–")]
    edition = edition_of(small)
    unplanned = Edition(
        plan=type(edition.plan)(corpus=small), as_of=datetime.date(2023, 10, 1), settings=edition.settings
    )
    renderer = Renderer(BLOCKS)
    for page in (each.make() for each in progress.promises(unplanned)):
        assert "Мероприятий здесь пока нет." in renderer.block(page, page.url)
    assert "Дорожные карты ещё не опубликованы." in renderer.block(progress.make_block(unplanned), addresses.PROGRESS)


def test_undated_is_a_number_with_a_way(edition: Edition) -> None:
    """What has no date is not in the lists; how much there is stands beside them, with the roadmaps it stands in."""
    view = dashboard(edition, CITY)
    assert view.undated
    count = sum(unit.state is State.NO_DATE for unit in edition.execution.by_territory[CITY])
    assert view.undated.count.split()[0] == str(count)
    assert [link.href for link in view.undated.roadmaps] == ["roadmaps/krasnodar-krai/roadmap-2020-2021/?when=none"]


def test_the_page_of_rules(small: Corpus, edition_of: EditionOf) -> None:
    """Every state, every reason and every principle stands there once under its anchor; each state with its sign."""
    block = progress_rules.make(edition_of(small))
    content = html.fromstring(f"<div>{Renderer(BLOCKS).block(block, addresses.PROGRESS_RULES)}</div>")
    anchors = content.xpath("//@id")
    assert len(set(anchors)) == len(anchors)
    for state in State:
        (sign,) = content.xpath(f"//div[@id='{state}']//span[contains(@class, 'dk-status--{state}')]")
        assert sign.text_content() == TITLES[state]
    assert {f"reason-{reason}" for reason in Reason} <= set(anchors)
    entries = [entry.anchor for top in block.toc for entry in (top, *top.children)]
    assert set(entries) <= set(anchors)
