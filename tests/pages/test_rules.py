"""The pages of rules say what the catalogue says, mark what differs in an example, and are found by search."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta import addresses
from dorkarta.checks.catalogue import CATALOGUE
from dorkarta.checks.rule import Example
from dorkarta.diagnostic import Severity
from dorkarta.pages import rules
from dorkarta.pages.edition import Edition
from dorkarta.pages.findable import findables
from dorkarta.pages.page import Page
from dorkarta.pages.rendering import Renderer
from dorkarta.pages.rules import LineView, RulesView, RuleView, compared
from dorkarta.records.corpus import Corpus

EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parents[2] / "theme" / "blocks"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """The theme's templates."""
    return Renderer(BLOCKS)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages of all rules, by code."""
    return {each.url.split("/")[-2]: each.make() for each in rules.promises()}


def _view(page: Page) -> RuleView:
    assert isinstance(page.view, RuleView)
    return page.view


def test_every_rule_has_its_page(pages: dict[str, Page]) -> None:
    """Each code has one page at its address, in the frame of the list of rules."""
    assert {code: page.url for code, page in pages.items()} == {code: addresses.rule_page(code) for code in CATALOGUE}
    assert {page.frame for page in pages.values()} == {addresses.RULES}


def test_list_holds_every_rule_once(small: Corpus, edition_of: EditionOf) -> None:
    """The list leads to every page once, by topics none of which comes twice."""
    view = rules.make_block(edition_of(small)).view
    assert isinstance(view, RulesView)
    assert [line.code for group in view.groups for line in group.rules] == list(CATALOGUE)
    titles = [group.title for group in view.groups]
    assert len(set(titles)) == len(titles)


def test_only_warnings_have_exceptions(pages: dict[str, Page]) -> None:
    """A warning's page shows the line that makes an exception; an error has none, nor has a needless exception."""
    with_line = {code for code, page in pages.items() if _view(page).allow}
    warnings = {code for code, each in CATALOGUE.items() if each.severity is Severity.WARNING}
    assert with_line == warnings - {"W290", "W291"}
    assert _view(pages["W261"]).allow == "allow: {W261: почему здесь так и должно быть}"


def test_page_is_found_by_its_code(pages: dict[str, Page], small: Corpus, edition_of: EditionOf) -> None:
    """Search finds the page of a rule by its code and by its words."""
    found = {each.url: each for each in findables(edition_of(small), pages.values())}
    rule = found[addresses.rule_page("E201")]
    assert rule.kind == "Правило"
    assert rule.title.startswith("E201. ")
    assert "ответственн" in rule.text


def test_page_shows_both_sides(pages: dict[str, Page], renderer: Renderer) -> None:
    """The page shows the wrong and the right lines with the differing words marked, and says which is which."""
    html = renderer.block(pages["E005"], pages["E005"].url)
    assert html.index("Неправильно") < html.index("<mark>aproved</mark>: {by: УО}")
    assert html.index("Правильно") < html.index("<mark>approved</mark>: {by: УО}")


def test_example_is_escaped(pages: dict[str, Page], renderer: Renderer) -> None:
    """Lines of an example are text: a comment of HTML stays visible."""
    html = renderer.block(pages["E301"], pages["E301"].url)
    assert "&lt;!-- block: roadmap" in html
    assert "<!-- block: roadmap" not in html


def test_words_that_differ() -> None:
    """Of a changed line just the words that differ are marked, whole; a line without a partner is marked whole."""
    bad, good = compared(Example(bad="a: 1\nform: вебенар / семинар", good="a: 1\nform: вебинар / семинар\n  b: 2"))
    assert bad == (
        LineView(before="a: 1"),
        LineView(before="form: ", differs="вебенар", after=" / семинар", changed=True),
    )
    assert good[1:] == (
        LineView(before="form: ", differs="вебинар", after=" / семинар", changed=True),
        LineView(before="  ", differs="b: 2", changed=True),
    )


_LINES = st.lists(st.text(alphabet="аб1 :-", max_size=12), min_size=1, max_size=5).map("\n".join)


@given(bad=_LINES, good=_LINES)
def test_nothing_is_lost_by_comparing(bad: str, good: str) -> None:
    """The parts of a line put together are the line; lines are marked on both sides or, if the sides agree, on none."""
    example = Example(bad=bad, good=good)
    sides = compared(example)
    for lines, text in zip(sides, (example.bad, example.good), strict=True):
        assert "\n".join(f"{line.before}{line.differs}{line.after}" for line in lines) == text
    assert any(line.changed for lines in sides for line in lines) == (example.bad != example.good)
