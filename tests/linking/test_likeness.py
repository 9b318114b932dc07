"""How alike texts are: the laws that hold for all of them."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.linking.likeness import Weights, common, coverage, likeness, weights
from dorkarta.linking.proposing import score
from dorkarta.linking.signs import SHARES, About, Sign
from dorkarta.linking.words import Word, language
from dorkarta.records.plan import Plan

LANGUAGE = language({})
VOCABULARY = (
    "организация семинаров вебинаров мастер-классов круглых столов для школ наставников тьюторов план мониторинг"
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(VOCABULARY.split())).map(" ".join)).map(LANGUAGE.words)
WEIGHTS = st.sampled_from(
    [Weights(known={}), weights([LANGUAGE.words("план работы"), LANGUAGE.words("план семинаров")]), weights([])]
)
SIGNS = st.builds(Sign, about=st.sampled_from(About), agrees=st.booleans(), told=st.just(""))


@given(TEXTS, TEXTS, WEIGHTS)
def test_symmetric(one: tuple[Word, ...], other: tuple[Word, ...], known: Weights) -> None:
    """Nothing changes when the two are exchanged, and all shares lie between 0 and 1."""
    found = likeness(one, other, known)
    assert found == pytest.approx(likeness(other, one, known))
    assert 0 <= found <= 1 + 1e-9
    assert 0 <= coverage(one, other, known) <= 1 + 1e-9
    assert set(common(one, other, known)) <= set(one)


@given(TEXTS, WEIGHTS, st.randoms(use_true_random=False))
def test_equal(words: tuple[Word, ...], known: Weights, random: Random) -> None:
    """The same words in any order are wholly alike, and stand in any longer text."""
    shuffled = list(words)
    random.shuffle(shuffled)
    assert likeness(words, shuffled, known) == pytest.approx(1.0 if words else 0.0)
    assert coverage(words, [*LANGUAGE.words("перед этим"), *shuffled], known) == pytest.approx(1.0 if words else 0.0)


@given(st.floats(0, 1), st.lists(SIGNS, unique_by=lambda sign: sign.about).map(tuple))
def test_score(alike: float, signs: tuple[Sign, ...]) -> None:
    """A score is a whole figure of 0 to 100; equal titles have 95 at least, whatever else differs."""
    found = score(alike, signs)
    assert found in range(101)
    assert score(1.0, signs) >= 95
    assert found <= score(min(alike + 0.05, 1.0), signs)


def test_shares() -> None:
    """All signs together are one whole."""
    assert sum(SHARES.values()) == pytest.approx(1.0)
    assert set(SHARES) == set(About)


def test_rare_words_tell_more(official_plan: Plan) -> None:
    """What stands in many titles makes them less alike than what stands in few."""
    titles = [LANGUAGE.words(one.activity.title or "") for one in official_plan.planned]
    known = weights(titles)
    tutors, work = LANGUAGE.words("Сообщество тьюторов"), LANGUAGE.words("Организация работы тьюторов")
    other = LANGUAGE.words("Организация работы школы")
    assert likeness(work, tutors, known) > likeness(work, other, known) / 2
    assert known.of(LANGUAGE.words("тьюторов")[0]) > known.of(LANGUAGE.words("организация")[0])


@pytest.mark.parametrize(("written", "misread"), [("наставников", "наставннков"), ("семинаров", "семинароз")])
def test_misprint(written: str, misread: str) -> None:
    """A letter that was read wrongly costs a little, not the word."""
    assert 0.8 <= likeness(LANGUAGE.words(written), LANGUAGE.words(misread), Weights(known={})) < 1


def test_short_words_are_not_misprints() -> None:
    """Short words are too easily taken for others."""
    assert likeness(LANGUAGE.words("план"), LANGUAGE.words("клан"), Weights(known={})) == 0
