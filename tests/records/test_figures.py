"""What figures allow and what they count."""

from decimal import Decimal

import pytest

from dorkarta.model.quantity import read_quantity
from dorkarta.records.figures import adds_up, bounds_of, figure, goal_of, number, words_of


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Протоколы совещания", True),
        ("Составление аналитических справок", True),
        ("Методические рекомендации с учётом особенностей ШНОР", True),
        ("Школьные дорожные карты", True),
        ("Количество проведённых семинаров", True),
        ("Доля педагогов, прошедших курсы", False),
        ("Количество школ, где проведены семинары", False),
        ("Охват учеников консультациями", False),
        ("Сетевые партнёры", False),
    ],
)
def test_what_is_counted(name: str, *, made: bool) -> None:
    """The word that is counted comes first; of the rest of the name nothing follows."""
    assert adds_up(name) is made


@pytest.mark.parametrize(
    ("text", "low", "high", "content_with_more"),
    [
        ("4", "4", "4", True),
        ("не менее 4", "4", "Infinity", True),
        ("более 4", "4.000001", "Infinity", True),
        ("не более 4", "0", "4", False),
        ("менее 4", "0", "3.999999", False),
    ],
)
def test_bounds(*, text: str, low: str, high: str, content_with_more: bool) -> None:
    """A figure is the numbers that it allows; as a plan, a plain number is content with more."""
    (part,) = read_quantity(text).parts
    assert (bounds_of(part).low, bounds_of(part).high) == (Decimal(low), Decimal(high))
    assert goal_of(part).high.is_infinite() is content_with_more


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Не  менее 80%", "не менее 80\u00a0%"),
        ("3 из 4", "3 из 4"),
        ("1234,50", "1\u00a0234,5"),
        ("100", "100"),
        ("0", "0"),
    ],
)
def test_words_of_a_figure(text: str, words: str) -> None:
    """A figure is told alike, however it was typed."""
    assert figure(read_quantity(text).parts[0]) == words


def test_words_of_the_document() -> None:
    """The words of one figure of a cell stay as they were typed."""
    cell = read_quantity("1 (май);  не менее 4")
    assert [words_of(cell, 0), words_of(cell, 1)] == ["1 (май)", "не менее 4"]
    assert words_of(read_quantity("0"), 1) == "0"


def test_number() -> None:
    """Thousands stand apart, no zero is left over, none is lost."""
    assert [number(Decimal(text)) for text in ("1000000", "10", "0.10", "0")] == [
        "1\u00a0000\u00a0000",
        "10",
        "0,1",
        "0",
    ]
