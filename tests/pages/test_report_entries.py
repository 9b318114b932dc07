"""The entries of a report: their state, the activity that they name, the figures that they bring."""

from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import html

from dorkarta.pages import report
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Page
from dorkarta.pages.rendering import Renderer
from dorkarta.pages.report_views import EntryView
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parent.parent.parent / "theme" / "blocks"
CITY = "zarechnaya-oblast/verkhnerechensk/report-2023-2024"
REGION = "zarechnaya-oblast/report-2023-2024"
OF_REGION = """
title: Отчёт области
level: region
period: 2023-09-01/2024-08-31
roadmap: zarechnaya-oblast/roadmap-2023-2024
source: {title: Отчёт области}
entries:
  - id: "1"
    title: Справка
    description: Написана справка.
    date: сентябрь 2023 года
    activity: "2"
    actuals: [{year: "2023", value: "2"}, {value: "5"}]
  - id: "2"
    title: Совещание вместо обучения
    description: Проведено совещание.
    date: 16 октября 2023 года
    activity: "3.1"
    unproven: описано совещание, а в карте – вебинар
"""


def page_of(edition: Edition, path: str) -> Page:
    return report.make(edition, edition.corpus.reports[path])


def entries(page: Page) -> dict[str, EntryView]:
    return {entry.id: entry for entry in page.view.entries}


def said(page: Page, identity: str) -> str:
    (found,) = html.fromstring(Renderer(BLOCKS).block(page, page.url)).xpath(f"//*[@id='{identity}']")
    return " ".join(" ".join(found.itertext()).split())


def test_an_entry_says_what_it_proves(small: Corpus, edition_of: EditionOf) -> None:
    """What is described and past is done; what is neither is declared, and the reason stands beside it."""
    page = page_of(edition_of(small), CITY)
    assert entries(page)["e-1"].status.label == "выполнено"
    assert entries(page)["e-1"].status.reason is None
    declared = entries(page)["e-2"].status
    assert (declared.label, declared.reason) == ("заявлено", "в отчёте нет ни описания, ни подтверждения")


def test_an_entry_names_its_activity_or_says_that_it_has_none(small: Corpus, edition_of: EditionOf) -> None:
    """The activity stands with its number, its roadmap and how it stands in the territory of the report."""
    page = page_of(edition_of(small), CITY)
    linked = entries(page)["e-1"].reported
    assert linked
    assert linked.activity.title == "4. Консультации для школ"
    assert linked.activity.href == "roadmaps/zarechnaya-oblast/roadmap-2023-2024/#m-4"
    assert linked.roadmap.href == "roadmaps/zarechnaya-oblast/roadmap-2023-2024/"
    assert linked.status
    assert linked.status.label == "выполнено"
    assert entries(page)["e-2"].reported is None
    assert "С дорожной картой не связано" in said(page, "e-2")
    assert "С дорожной картой не связано" not in said(page, "e-1")


def test_the_head_counts_the_entries(small: Corpus, edition_of: EditionOf) -> None:
    """How many entries prove what they say, and how many belong to the roadmap."""
    execution = page_of(edition_of(small), CITY).view.execution
    assert execution.title == "2 записи"
    assert {each.label: each.count for each in execution.counts.counts} == {"выполнено": 1, "заявлено": 1}
    assert execution.remark == "Связано с мероприятиями карты: 1 из 2."


def test_a_doubt_is_told_in_the_words_of_its_editor(corpus_with: CorpusWith, edition_of: EditionOf) -> None:
    """What `unproven` says is the reason."""
    page = page_of(edition_of(corpus_with({f"{REGION}.yaml": OF_REGION}), "2024-06-01"), REGION)
    status = entries(page)["e-2"].status
    assert (status.state, status.reason) == ("declared", "описано совещание, а в карте – вебинар")
    linked = entries(page)["e-2"].reported
    assert linked
    assert linked.status
    assert linked.status.state == "declared"


def test_figures_stand_beside_what_was_planned(corpus_with: CorpusWith, edition_of: EditionOf) -> None:
    """A figure of a year stands beside the plan of that year, one of no year beside the plan of the whole time."""
    page = page_of(edition_of(corpus_with({f"{REGION}.yaml": OF_REGION})), REGION)
    first, second = entries(page)["e-1"].actuals
    assert (first.name, first.year, first.target, first.value) == ("Количество аналитических справок", "2023", "1", "2")
    assert (second.year, second.target, second.value) == (None, "не менее 4", "5")
    words = said(page, "e-1")
    assert "Количество аналитических справок весь срок не менее 4 5" in words
    assert "Показатели: план и факт" in words


def test_a_night_without_changes_changes_no_report(small: Corpus, edition_of: EditionOf) -> None:
    """The page of a report holds no date of the edition."""
    one, other = (page_of(edition_of(small, day), CITY) for day in ("2023-10-01", "2024-04-30"))
    assert one == other
    assert one != page_of(edition_of(small, "2023-09-19"), CITY)
