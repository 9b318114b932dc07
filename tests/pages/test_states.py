"""States in the rows and in the head of a roadmap."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html

from dorkarta.pages import documents, roadmap
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Page
from dorkarta.pages.rendering import Renderer
from dorkarta.pages.states import StatesView
from dorkarta.pages.table_views import ActivityView, SectionView, SubView
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parent.parent.parent / "theme" / "blocks"
REGIONAL = "zarechnaya-oblast/roadmap-2023-2024"
TERRITORY = "{{title: {0}, genitive: {0}, locative: {0}, level: {1}}}"
SECOND_CITY = {"zarechnaya-oblast/nizhnerechensk/territory.yaml": TERRITORY.format("Нижнереченск", "municipality")}


def page_of(edition: Edition, path: str = REGIONAL) -> Page:
    return roadmap.make(edition, edition.corpus.roadmaps[path])


def rows(page: Page) -> dict[str, ActivityView]:
    def inside(sections: tuple[SectionView, ...]) -> Iterator[ActivityView]:
        for section in sections:
            yield from section.activities
            yield from inside(section.sections)

    return {row.id: row for row in inside(page.view.table.sections)}


def states_of(row: ActivityView | SubView) -> StatesView:
    assert row.states is not None
    return row.states


def row_of(page: Page, identity: str) -> html.HtmlElement:
    (row,) = html.fromstring(Renderer(BLOCKS).block(page, page.url)).xpath(f"//tr[@id='{identity}']")
    return row


def said(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_a_row_says_its_state_and_by_what_it_is_known(small: Corpus, edition_of: EditionOf) -> None:
    """The entry that names an activity stands under its title, with the documents that the entry cites."""
    page = page_of(edition_of(small))
    (place,) = states_of(rows(page)["m-4"]).places
    assert (place.place, place.status.label) == ("Город Верхнереченск", "выполнено")
    report = "reports/zarechnaya-oblast/verkhnerechensk/report-2023-2024/#e-1"
    assert [(link.title, link.href) for link in place.entries] == [("запись 1", report)]
    assert [link.href for link in place.documents] == [
        "documents/zarechnaya-oblast/#d-verkhnerechensk--order-12",
        "documents/zarechnaya-oblast/#d-order-117",
    ]
    row = row_of(page, "m-4")
    assert row.get("data-state") == "done"
    assert "Город Верхнереченск: выполнено" in said(row)


def test_the_roadmaps_own_territory_is_not_named(small: Corpus, edition_of: EditionOf) -> None:
    """What the region does itself needs no place; a part with a time of its own has a state of its own."""
    page = page_of(edition_of(small))
    assert [place.place for place in states_of(rows(page)["m-1"]).places] == [None]
    parts = {sub.id: states_of(sub) for sub in rows(page)["m-3"].subs}
    assert parts["m-3.1"].places[0].status.state == "upcoming"


def test_several_municipalities_are_summed_and_listed(corpus_with: CorpusWith, edition_of: EditionOf) -> None:
    """The sum tells how many are in which state and of how many; the fold names each of them."""
    page = page_of(edition_of(corpus_with(SECOND_CITY)))
    view = states_of(rows(page)["m-4"])
    assert view.of == "из 2 муниципалитетов"
    assert {place.place: place.status.label for place in view.places} == {
        "Город Верхнереченск": "выполнено",
        "Нижнереченск": "без даты",
    }
    row = row_of(page, "m-4")
    assert set(row.get("data-state").split()) == {"done", "no-date"}
    (fold,) = row.xpath(".//details[contains(@class, 'dk-states')]")
    assert said(fold.find("summary")) == "выполнено – 1; без даты – 1 (из 2 муниципалитетов)"
    assert len(fold.xpath(".//li")) == 2
    counts = page.view.execution.counts
    assert counts.total == sum(each.count for each in counts.counts) == 9
    assert "всего 9" in page.view.execution.remark


def test_what_lower_activities_tell_says_so(levels_with: CorpusWith, edition_of: EditionOf) -> None:
    """An upper activity that nobody reports on leads to those below, once a report tells of one of them."""
    lower = "zarechnaya-oblast/verkhnerechensk/roadmap-2023-2024"
    report = (
        f"title: Отчёт\nlevel: municipality\nperiod: 2023-09-01/2024-08-31\nroadmap: {lower}\n"
        "source: {title: Отчёт}\nentries:\n"
        '  - {id: "1", title: Приказ, description: Приказ издан., date: 20 декабря 2023 года, activity: "2"}\n'
    )
    silent, told = (
        page_of(edition_of(levels_with(files)))
        for files in ({}, {"zarechnaya-oblast/verkhnerechensk/report-2024.yaml": report})
    )
    assert states_of(rows(silent)["m-6"]).places[0].through == ()
    (place,) = states_of(rows(told)["m-6"]).places
    assert [link.href for link in place.through] == [f"roadmaps/{lower}/#m-2"]
    assert "по мероприятиям ниже: 2" in said(row_of(told, "m-6"))


def test_a_cancelled_row_is_told_once(corpus_with: CorpusWith, edition_of: EditionOf, small_project: Path) -> None:
    """The decision says «отменено»; the filter finds the row by its state all the same."""
    text = (small_project / "roadmaps" / f"{REGIONAL}.yaml").read_text("utf-8")
    cancelled = text.replace(
        "        title: Утверждение", "        cancelled: {date: 2023-09-10}\n        title: Утверждение"
    )
    page = page_of(edition_of(corpus_with({f"{REGIONAL}.yaml": cancelled})))
    row = row_of(page, "m-1")
    assert row.get("data-state") == "cancelled"
    assert said(row).lower().count("отменено") == 1


def test_what_nobody_carries_out_has_no_state(corpus_with: CorpusWith, edition_of: EditionOf) -> None:
    """A region whose municipalities the site does not know says nothing of what it asks of them."""
    alone = """
title: Карта
level: region
period: 2023-01-01/2023-12-31
source: {title: Проба}
sections:
  - {id: a, title: Раздел, level: municipality, activities: [{id: "1", title: Дело, deadline: март 2023}]}
"""
    files = {
        "pustaya-oblast/territory.yaml": TERRITORY.format("Пустая область", "region"),
        "pustaya-oblast/roadmap-2023.yaml": alone,
    }
    edition = edition_of(corpus_with(files))
    page = page_of(edition, "pustaya-oblast/roadmap-2023")
    assert page.view.execution is None
    assert rows(page)["m-1"].states is None
    assert row_of(page, "m-1").get("data-state") is None


def test_the_filter_offers_the_states_that_rows_have(small: Corpus, edition_of: EditionOf) -> None:
    """Every choice finds a row or a part of one, and no state of a row is missing among the choices."""
    page = page_of(edition_of(small))
    table = html.fromstring(Renderer(BLOCKS).block(page, page.url))
    offered = table.xpath("//select[@name='state']/option/@value")
    held = {state for states in table.xpath("//tr/@data-state") for state in states.split()}
    assert offered[0] == ""
    assert set(offered[1:]) == held


def test_counts_of_the_head_are_those_of_the_rows(official: Corpus, edition_of: EditionOf) -> None:
    """The head counts whole activities, each as its row tells it."""
    edition = edition_of(official, "2021-03-10")
    for path in official.roadmaps:
        page = page_of(edition, path)
        told = [place.status.state for row in rows(page).values() for place in states_of(row).places]
        counted = {each.state: each.count for each in page.view.execution.counts.counts}
        assert counted == {state: told.count(state) for state in told}


@pytest.mark.parametrize(("day", "other"), [("2023-10-03", "2023-10-10"), ("2024-01-10", "2024-01-12")])
def test_a_night_without_changes_changes_no_page(small: Corpus, edition_of: EditionOf, day: str, other: str) -> None:
    """Two days on which everything stands the same give one page: it holds no date."""
    assert page_of(edition_of(small, day)) == page_of(edition_of(small, other))


def test_a_night_that_changes_one_state_changes_one_row(small: Corpus, edition_of: EditionOf) -> None:
    """On the second day a part of one activity becomes due soon."""
    before, after = (rows(page_of(edition_of(small, day))) for day in ("2023-10-01", "2023-10-02"))
    assert [identity for identity, row in before.items() if row != after[identity]] == ["m-3"]


def test_a_document_leads_to_the_activities_that_it_is_cited_for(small: Corpus, edition_of: EditionOf) -> None:
    """The register tells which activity a report proves by a document."""
    (promise,) = documents.promises(edition_of(small))
    page = promise.make()
    cited = {document.id: document.proves for group in page.view.groups for document in group.documents}
    for identity in ("d-order-117", "d-verkhnerechensk--order-12"):
        assert [link.href for link in cited[identity]] == [f"roadmaps/{REGIONAL}/#m-4"]
