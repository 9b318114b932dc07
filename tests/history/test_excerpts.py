"""Texts in the line of a change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.history.excerpts import change_of, only_looks, plain, quoted

LONG = (
    "Проведение совещания с руководителями школ с низкими результатами обучения и школ, работающих "
    "в сложных социальных условиях, по итогам первого полугодия"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  два\n  слова ", "два слова"),
        ("2021-03-10", "10.03.2021"),
        ("2021-01-01/2021-12-31", "01.01.2021 – 31.12.2021"),
        ("до 2021-03-10", "до 2021-03-10"),
        ("знак\u202eобратно", "знакобратно"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    """A text becomes one line of visible signs; a day and a period are written as people write them."""
    assert plain(text) == shown


def test_quotes_inside_quotes() -> None:
    """Inside «quotes» stand „others“."""
    assert quoted("Об итогах «500+»") == "«Об итогах „500+“»"


def test_short_texts_are_whole() -> None:
    """Of short texts both are shown."""
    assert change_of("ноябрь 2020", "декабрь 2020") == "«ноябрь 2020» → «декабрь 2020»"


def test_of_long_texts_what_changed() -> None:
    """Of long texts the changed words are shown with three words around them; places far apart stand apart."""
    one = LONG.replace("низкими", "хорошими")
    was, now = (
        "… руководителями школ с низкими результатами обучения и …",
        "… руководителями школ с хорошими результатами",
    )
    assert change_of(LONG, one) == f"«{was}» → «{now} обучения и …»"
    two = one.replace("первого полугодия", "года")
    assert change_of(LONG, two).count("→") == 2


def test_many_places_are_counted() -> None:
    """Where a text was changed all over, the first places are shown and the others counted."""
    words = [f"слово{number}" for number in range(100)]
    other = [f"новое{number}" if number % 20 == 0 else word for number, word in enumerate(words)]
    assert change_of(" ".join(words), " ".join(other)).endswith("; и ещё мест: 2")


@pytest.mark.parametrize(
    ("one", "other"), [("“Ёлка”", "«елка»."), ("2020-2021", "2020–2021"), ("два  слова", "Два слова.")]
)
def test_looks(one: str, other: str) -> None:
    """Quotes, dashes, spaces, case, ё and a stop at the end are looks."""
    assert only_looks(one, other)


@pytest.mark.parametrize(("one", "other"), [("1; 4", "14"), ("10.5", "105"), ("не менее 4", "не более 4"), ("а", "")])
def test_meaning(one: str, other: str) -> None:
    """Figures and words are meaning."""
    assert not only_looks(one, other)


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_texts(one: str, other: str) -> None:
    """Whatever changes into whatever, the line holds no break and no invisible sign."""
    assert change_of(one, other).isprintable()
