"""Which totals the figures of years make: sums of what is made, levels of what is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.checks.indicator_total import faults
from dorkarta.model.indicator import Accumulation, Indicator
from dorkarta.model.quantity import read_quantity

MADE = "Аналитические справки"
THERE = "Количество школ с программами"


def _told(name: str, target: str, *years: str, counts: tuple[str, ...] = ()) -> list[str]:
    by_year = {str(2020 + index): read_quantity(text) for index, text in enumerate(years)}
    return list(faults(Indicator(name=name, target=read_quantity(target), years=by_year, counts=counts)))


@pytest.mark.parametrize(
    ("name", "target", "years"),
    [
        (MADE, "4", ["0", "2", "2"]),
        (MADE, "2", ["2", "2", "2"]),
        (MADE, "не менее 4", ["3", "2"]),
        (MADE, "не более 4", ["1", "2"]),
        (MADE, "более 4", ["2", "3"]),
        (MADE, "4", ["не менее 1", "не менее 2"]),
        (MADE, "1 (раз в год)", ["1", "1"]),
        (MADE, "1 (раз в квартал)", ["4", "4"]),
        (MADE, "5", ["1 (раз в квартал)", "1"]),
        (MADE, "1; 4", ["0", "0; 2", "1; 2"]),
        (MADE, "1; 4", ["1", "0; 4"]),
        (THERE, "5", ["3", "4", "5"]),
        (THERE, "5", ["5", "4"]),
        (THERE, "9", ["4", "5"]),
        ("Доля школ", "80%", ["40%", "60%", "80%"]),
        ("Доля школ", "не более 10%", ["20%", "15%", "10%"]),
    ],
)
def test_agrees(name: str, target: str, years: list[str]) -> None:
    """What is made adds up, what is there is reached, either may be asked for each year; bounds leave room."""
    assert _told(name, target, *years) == []


@pytest.mark.parametrize(
    ("name", "target", "years", "told"),
    [
        (MADE, "1", ["0", "1", "1"], "плановое значение – 1, а по годам в сумме 2 (0 + 1 + 1)"),
        (MADE, "не менее 4", ["1", "2"], "плановое значение – не менее 4, а по годам в сумме 3 (1 + 2)"),
        (MADE, "более 4", ["2", "2"], "плановое значение – более 4, а по годам в сумме 4 (2 + 2)"),
        (MADE, "менее 4", ["не менее 3", "не менее 5"], "менее 4, а по годам в сумме 8 (не менее 3 + не менее 5)"),
        (MADE, "1 (раз в год)", ["1", "2"], "плановое значение – 1, а по годам 1, 2"),
        (MADE, "1,5", ["1", "1"], "плановое значение – 1,5, а по годам в сумме 2 (1 + 1)"),
        (THERE, "8", ["3", "4"], "по годам в сумме 7, в последний год 4, наибольшее 4"),
        ("Доля школ", "100%", ["40%", "60%"], "плановое значение – 100\u00a0%, а в последний год 60\u00a0%"),
    ],
)
def test_contradicts(name: str, target: str, years: list[str], told: str) -> None:
    """The words name the figures that were tried."""
    (fault,) = _told(name, target, *years)
    assert fault.startswith(f"«{name}»: ")
    assert told in fault


@pytest.mark.parametrize(
    ("way", "target", "years", "agrees"),
    [
        (Accumulation.FLOW, "4", ["2", "2"], True),
        (Accumulation.FLOW, "2", ["2", "2"], False),
        (Accumulation.STOCK, "4", ["2", "2"], False),
        (Accumulation.STOCK, "4", ["2", "4"], True),
        (Accumulation.YEARLY, "2", ["2", "2"], True),
        (Accumulation.YEARLY, "4", ["2", "4"], False),
    ],
)
def test_what_the_record_says(*, way: Accumulation, target: str, years: list[str], agrees: bool) -> None:
    """Where the record says how the years make the total, only that is tried."""
    by_year = {str(2020 + index): read_quantity(text) for index, text in enumerate(years)}
    plan = Indicator(name=THERE, target=read_quantity(target), years=by_year, accumulation=way)
    assert (list(faults(plan)) == []) is agrees


def test_parts() -> None:
    """Of a cell with several figures only the wrong one is told, by what it counts; a single 0 holds for all."""
    (fault,) = _told("Пакет, справки", "1; 4", "0", "1; 2", "1; 2", counts=("пакет инструментов", "справки"))
    assert fault.startswith("«пакет инструментов»: плановое значение – 1")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.sampled_from([MADE, THERE]))
def test_any_sum(years: list[int], name: str) -> None:
    """The sum of the years is a right total of anything; one more is none, unless it bounds from above."""
    figures = [str(year) for year in years]
    assert _told(name, str(sum(years)), *figures) == []
    assert len(_told(name, str(sum(years) + 1), *figures)) == 1
    assert _told(name, f"не более {sum(years) + 1}", *figures) == []
