"""Cells of figures, planned and reached."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from dorkarta.model.quantity import QuantityPart, read_quantity

FIGURES = st.text(st.sampled_from("0123456789,.;%() неболадовышиз\u00a0\t+-²٣"), max_size=40)


AT_LEAST_4 = QuantityPart(operator=">=", number=Decimal(4))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2", [QuantityPart(number=Decimal(2))]),
        ("0", [QuantityPart(number=Decimal(0))]),
        ("не менее 1", [QuantityPart(operator=">=", number=Decimal(1))]),
        ("Не менее  4", [QuantityPart(operator=">=", number=Decimal(4))]),
        ("не менее чем 4", [QuantityPart(operator=">=", number=Decimal(4))]),
        ("от 3", [QuantityPart(operator=">=", number=Decimal(3))]),
        ("не ниже 60%", [QuantityPart(operator=">=", number=Decimal(60), percent=True)]),
        ("не более 5", [QuantityPart(operator="<=", number=Decimal(5))]),
        ("до 5 %", [QuantityPart(operator="<=", number=Decimal(5), percent=True)]),
        ("более 10", [QuantityPart(operator=">", number=Decimal(10))]),
        ("свыше 10", [QuantityPart(operator=">", number=Decimal(10))]),
        ("менее 10", [QuantityPart(operator="<", number=Decimal(10))]),
        ("12,5%", [QuantityPart(number=Decimal("12.5"), percent=True)]),
        ("0.75", [QuantityPart(number=Decimal("0.75"))]),
        ("1; 4", [QuantityPart(number=Decimal(1)), QuantityPart(number=Decimal(4))]),
        ("1;не менее 4 ;2", [QuantityPart(number=Decimal(1)), AT_LEAST_4, QuantityPart(number=Decimal(2))]),
        ("1 (май)", [QuantityPart(number=Decimal(1), month=5)]),
        ("1(Декабрь)", [QuantityPart(number=Decimal(1), month=12)]),
        ("1 ( январь )", [QuantityPart(number=Decimal(1), month=1)]),
        ("1 (раз в год)", [QuantityPart(number=Decimal(1), frequency="yearly")]),
        ("2 (раз в  квартал)", [QuantityPart(number=Decimal(2), frequency="quarterly")]),
        ("не менее 3 (раз в месяц)", [QuantityPart(operator=">=", number=Decimal(3), frequency="monthly")]),
        ("3 из 4", [QuantityPart(number=Decimal(3), whole=Decimal(4))]),
        ("не менее 3 из 1 200", [QuantityPart(operator=">=", number=Decimal(3), whole=Decimal(1200))]),
        ("100 %", [QuantityPart(number=Decimal(100), percent=True)]),
        ("87,5\u00a0%", [QuantityPart(number=Decimal("87.5"), percent=True)]),
        ("1 234", [QuantityPart(number=Decimal(1234))]),
        ("12\u00a0345\u202f678,9", [QuantityPart(number=Decimal("12345678.9"))]),
        ("не\u00a0менее\u00a01", [QuantityPart(operator=">=", number=Decimal(1))]),
    ],
)  # fmt: skip
def test_parts(text: str, parts: list[QuantityPart]) -> None:
    """A cell gives its numbers in order, each with its limit, its per cent, its month or its frequency."""
    quantity = read_quantity(text)
    assert list(quantity.parts) == parts
    assert quantity.text == text


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("", "«»"),
        ("две", "«две»"),
        ("много школ", "«много школ»"),
        ("1;", "«»"),
        ("1; две", "«две»"),
        ("примерно 5", "«примерно 5»"),
        ("5-7", "«5-7»"),
        ("-5", "«-5»"),
        ("5 школ", "«5 школ»"),
        ("нет данных", "«нет данных» не понято: это не число; если его нет"),
        ("1; Н/Д", "«Н/Д» не понято: это не число"),
        ("–", "«–»"),
        ("3 из", "«3 из»"),
        ("3 из 4%", "«3 из 4%»"),
        ("12 34", "«12 34»"),
        ("1234 567", "«1234 567»"),
        ("1 (мая)", "«мая»"),
        ("1 (раз в век)", "«раз в век»"),
        ("1 (май) (июнь)", "«1 (май) (июнь)»"),
        ("1,", "«1,»"),
        ("1.2.3", "«1.2.3»"),
        ("50%%", "«50%%»"),
        ("9" * 13, f"«{'9' * 13}»"),
        ("٣", "«٣»"),
    ],
)
def test_refused(text: str, blamed: str) -> None:
    """What is no figure of a known kind is refused, and the message names the part that is not understood."""
    with pytest.raises(PydanticCustomError) as refused:
        read_quantity(text)
    assert blamed in refused.value.message()


@given(FIGURES | st.text())
def test_any_text(text: str) -> None:
    """Any text is read, as many parts as it has semicolons and one, or refused with the documented error."""
    try:
        quantity = read_quantity(text)
    except PydanticCustomError as error:
        assert "не понят" in error.message()  # noqa: PT017  # a refusal is one of two right answers
    else:
        assert len(quantity.parts) == text.count(";") + 1


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=5), st.sampled_from(["", "не менее ", "не более "]))
def test_numbers_come_back(numbers: list[int], words: str) -> None:
    """Numbers that were written are the numbers that are read."""
    text = "; ".join(f"{words}{number}" for number in numbers)
    assert [int(part.number) for part in read_quantity(text).parts] == numbers


@pytest.mark.parametrize(
    "text", ["а" * 100_000, " " * 100_000 + "б", "а" + " " * 100_000 + "б", "1;" * 50_000, "(" * 100_000]
)
def test_very_long_text(text: str) -> None:
    """A cell as long as a book is refused as any other nonsense."""
    with pytest.raises(PydanticCustomError):
        read_quantity(text)
