"""The risk helper groups what helps by factor and tells what is ahead, or honestly that nothing is."""

from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import html

from dorkarta.pages import risks
from dorkarta.pages.edition import Edition
from dorkarta.pages.rendering import Renderer
from dorkarta.pages.risks import RisksView
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parent.parent.parent / "theme" / "blocks"


def view_of(edition: Edition) -> RisksView:
    view = risks.make_block(edition).view
    assert isinstance(view, RisksView)
    return view


def test_every_factor_has_what_helps(official: Corpus, edition_of: EditionOf) -> None:
    """Each factor of the registry stands there once with its source, and with practices or activities."""
    view = view_of(edition_of(official))
    factors = [factor for group in view.groups for factor in group.factors]
    assert [factor.id for factor in factors] == list(official.risk_factors)
    for factor in factors:
        assert factor.source
        assert factor.activities


def test_activities_of_sections_and_of_practices(levels: Corpus, edition_of: EditionOf) -> None:
    """A factor has the whole activities of its sections and those of its practices, each once; no parts."""
    edition = edition_of(levels)
    (factor,) = (each for group in view_of(edition).groups for each in group.factors if each.id == "untrained-heads")
    found = [line.href for line in factor.activities]
    expected = {one.key for one in edition.library.activities_against(levels.risk_factors[factor.id]) if not one.parent}
    expected |= {key for practice in edition.library.by_risk[factor.id] for key in practice.content.activities}
    assert {f"{href.removeprefix('roadmaps/').replace('/#m-', '#')}" for href in found} == expected
    assert len(set(found)) == len(found)
    assert [line.href for line in factor.practices] == ["practices/team-training/"]


def test_what_is_ahead(official: Corpus, edition_of: EditionOf) -> None:
    """From the day of the edition on, in order of days, no more than five a factor, an activity once."""
    edition = edition_of(official, "2021-03-10")
    view = view_of(edition)
    assert view.next
    hrefs = [each.entry.href for each in view.next]
    assert len(set(hrefs)) == len(hrefs)
    for factor in official.risk_factors:
        assert sum(factor in each.risks.split() for each in view.next) <= risks.NEXT
    ends = {event.planned.key for event in edition.calendar.events if event.end >= edition.as_of}
    assert {href.removeprefix("roadmaps/").replace("/#m-", "#") for href in hrefs} <= ends


def test_nothing_is_ahead(official: Corpus, edition_of: EditionOf) -> None:
    """After the last event the page says so."""
    view = view_of(edition_of(official, "2030-01-15"))
    assert view.next == ()
    assert view.next_text.startswith("На январь 2030 года и дальше в опубликованных дорожных картах")


def test_the_page_of_a_month_stays_within_it(official: Corpus, edition_of: EditionOf) -> None:
    """A night makes no new page where nothing came or went: only the month of the edition is named."""
    assert view_of(edition_of(official, "2030-01-15")) == view_of(edition_of(official, "2030-01-16"))


def test_without_scripts_everything_is_there(official: Corpus, edition_of: EditionOf) -> None:
    """Sections are not hidden, only the form is; the labels of the boxes name their factors."""
    block = risks.make_block(edition_of(official))
    content = html.fromstring(f"<div>{Renderer(BLOCKS).block(block, 'risks/')}</div>")
    assert not content.xpath("//section[@hidden]")
    assert content.xpath("//form/@hidden") is not None
    boxes = content.xpath("//input[@name='risk']")
    assert [box.get("value") for box in boxes] == list(official.risk_factors)
    for box in boxes:
        assert official.risk_factors[box.get("value")].title in box.getparent().text_content()


def test_no_factors(small: Corpus, edition_of: EditionOf) -> None:
    """A site without factors of risk says so and shows no form."""
    content = Renderer(BLOCKS).block(risks.make_block(edition_of(small)), "risks/")
    assert "Факторы риска ещё не описаны." in content
    assert "<form" not in content
