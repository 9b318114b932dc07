"""The library lists every practice, the better proven first, with the facets that leave a choice."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, urlsplit

from dorkarta.pages import library
from dorkarta.pages.edition import Edition
from dorkarta.pages.library import LibraryView
from dorkarta.pages.proposal import proposal
from dorkarta.pages.selection import ChoiceView
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]


def view_of(edition: Edition) -> LibraryView:
    view = library.make_block(edition).view
    assert isinstance(view, LibraryView)
    return view


def choices(view: LibraryView) -> dict[str, ChoiceView]:
    return {each.name: each for each in view.selection.choices}


def test_every_practice_is_listed_once(official: Corpus, edition_of: EditionOf) -> None:
    """As many lines as files; proven ones come before those that are only planned."""
    view = view_of(edition_of(official))
    assert sorted(line.href for line in view.practices) == [f"practices/{name}/" for name in sorted(official.practices)]
    order = [line.proof.kind for line in view.practices]
    assert order == sorted(order, key=["confirmed", "reported", "planned"].index)
    assert view.selection.total == len(view.practices) == sum(figure.value for figure in view.proofs)


def test_facets_offer_only_what_some_practice_has(official: Corpus, edition_of: EditionOf) -> None:
    """Every option of every facet leaves at least one practice, and every value of a practice is an option."""
    view = view_of(edition_of(official))
    found = choices(view)
    assert list(found) == ["risk", "level", "role", "form", "territory", "proof"]
    for name, choice in found.items():
        offered = {option.value for option in choice.options}
        assert offered == {value for line in view.practices for value in line.marks[name].split()}


def test_a_facet_without_a_choice_is_left_out(levels: Corpus, edition_of: EditionOf) -> None:
    """One practice leaves nothing to choose by risk, level, territory and proof."""
    assert list(choices(view_of(edition_of(levels)))) == ["role", "form"]


def test_a_practice_of_a_city_is_one_of_its_region(official: Corpus, edition_of: EditionOf) -> None:
    """The facet of the region leaves the practices of its municipalities too."""
    (line,) = (each for each in view_of(edition_of(official)).practices if each.href == "practices/network-pairs/")
    assert set(line.marks["territory"].split()) == {"tula-oblast", "tula-oblast/tula"}


def test_no_practices(small: Corpus, edition_of: EditionOf) -> None:
    """A site without practices has an empty list and no facets."""
    view = view_of(edition_of(small))
    assert (view.practices, view.proofs, view.selection.choices) == ((), (), ())


def test_proposing_a_practice(levels: Corpus, edition_of: EditionOf) -> None:
    """The button opens the form of the repository with the draft in it, and is not there without a form."""
    assert proposal(edition_of(levels)) is None
    assert "Предложить практику" not in [action.label for action in view_of(edition_of(levels)).actions]
    edition = edition_of(levels, new_url="https://git.example/new/main/?filename={file}&value={text}")
    asked = parse_qs(urlsplit(proposal(edition) or "").query)
    assert asked["filename"] == ["content/practices/novaya-praktika.md"]
    draft = asked["value"][-1]
    assert draft.startswith("---\n")
    assert "\nproof: #" in draft
    assert len(proposal(edition) or "") < 8000  # servers refuse longer addresses
