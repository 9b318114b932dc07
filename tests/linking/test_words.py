"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.linking.words import language

LANGUAGE = language(
    {
        "ШНОР": "школы с низкими образовательными результатами",
        "МНЦ": "муниципальный наставнический центр",
        "РФ": "Россия",
        "": "пустое сокращение",
    }
)


def stems(text: str) -> set[str]:
    return {word.stem for word in LANGUAGE.words(text)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Организация семинаров", "организации семинара"),
        ("Учёт отчётов", "учета отчетов"),
        ("мастер-классы для учителей-предметников", "Мастер классов, учителям предметникам"),
        ("стажировок", "стажировка"),
        ("Поддержка школ с низкими образовательными результатами", "поддержка ШНОР"),
        ("План муниципального наставнического центра", "План МНЦ"),
        ("о ходе работы и об её итогах", "ход работы, итоги"),
    ],
)
def test_equal(one: str, other: str) -> None:
    """Endings, case, ё, marks, words that tell nothing and abbreviations make no difference."""
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("урок", "урка"), ("семинар", "вебинар"), ("2020", "2021")])
def test_different(one: str, other: str) -> None:
    """Other words stay other words."""
    assert stems(one) != stems(other)


def test_printed() -> None:
    """A word keeps how it is printed first; an abbreviation that stands as its meaning keeps the meaning."""
    words = LANGUAGE.words("Семинары школ с низкими образовательными результатами, семинаров")
    assert [word.printed for word in words] == ["Семинары", "школ низкими образовательными результатами"]


@given(st.text())
def test_any_text(text: str) -> None:
    """Whatever a text holds, its words are found, each once, and none is empty."""
    words = LANGUAGE.words(text)
    assert len({word.stem for word in words}) == len(words)
    assert all(word.stem and word.printed for word in words)
