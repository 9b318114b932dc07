"""The order of printed numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.checks.numbering import faults, parsed, printed

Lists = tuple[list[str | None], ...]


def _told(*lists: list[str | None]) -> list[str]:
    """What is said of lists that belong together, each with the path of its own."""
    items = [((index, row), text) for index, numbers in enumerate(lists) for row, text in enumerate(numbers)]
    return [fault for _, fault in faults(items)]


@pytest.mark.parametrize(
    "lists",
    [
        (["1", "2", "3"],),
        (["1.", "2.", "3."],),
        (["4.8", "4.9", "4.10.", "4.11"],),
        (["1", "2", "2а", "2б", "3"],),
        (["а)", "б)", "в)"],),
        (["1", "1.1", "1.2", "2", "2.1"],),
        (["4.2", "4.2.1", "4.2.2", "4.3"],),
        (["1", "2"], ["1", "2", "3"]),
        (["1", "2"], ["3", "4"], ["5"]),
        (["1.1", "1.2"], ["2.1"], ["3.1", "3.2"]),
        (["0", "1", "2"],),
        (["36", "37"],),
        (["1", None, "3"],),
        (["1", "раздел", "7"],),
        (["I", "II", "IV"],),
        ([],),
    ],
)
def test_in_order(lists: Lists) -> None:
    """Lists go on or begin anew; letters stand behind figures; what is no number is passed over."""
    assert _told(*lists) == []


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        ((["1", "2", "4"],), ["После номера «2» стоит «4»: пропущен номер «3»."]),
        (
            (["3.1", "3.3", "3.5"],),
            ["«3.1» стоит «3.3»: пропущен номер «3.2».", "«3.3» стоит «3.5»: пропущен номер «3.4»."],
        ),
        ((["1", "2"], ["4", "5"]), ["После номера «2» стоит «4»: пропущен номер «3»."]),
        ((["1.1", "1.2"], ["2.2"]), ["После номера «1.2» стоит «2.2»: пропущен номер «2.1»."]),
        ((["4.9", "4.12"],), ["После номера «4.9» стоит «4.12»: пропущены номера «4.10» – «4.11»."]),
        ((["а", "б", "г"],), ["После номера «б» стоит «г»: пропущен номер «в»."]),
        ((["1", "2", "2", "3"],), ["Номер «2» здесь уже был; после «2» ожидался «3»."]),
        ((["1", "2", "3", "2", "4"],), ["Номер «2» здесь уже был; после «3» ожидался «4»."]),
        ((["5", "6", "4"],), ["После номера «6» стоит «4», а ожидался «7»."]),
        ((["1", "2", "13", "4", "5"],), ["После номера «2» стоит «13»: пропущены номера «3» – «12»."]),
        ((["1", "3", "2", "4"],), ["После номера «1» стоит «3»: пропущен номер «2»."]),
        ((["1", "2", "1", "2", "3"],), ["Номер «1» здесь уже был; после «2» ожидался «3»."]),
    ],
)
def test_out_of_order(lists: Lists, told: list[str]) -> None:
    """A break is told once, with what was expected; a single misprint makes no second break."""
    found = _told(*lists)
    assert len(found) == len(told)
    assert all(fault.endswith(words) for fault, words in zip(found, told, strict=True))


@given(prefix=st.lists(st.integers(1, 30), max_size=3), first=st.integers(0, 90), count=st.integers(3, 30))
def test_any_list(prefix: list[int], first: int, count: int) -> None:
    """Whatever is counted on has no fault; with one row lost inside there is one, which names its number."""
    numbers = [".".join(map(str, (*prefix, number))) for number in range(first, first + count)]
    assert _told([*numbers]) == []
    (fault,) = _told([*numbers[:1], *numbers[2:]])
    assert fault.endswith(f"пропущен номер «{numbers[1]}».")


@given(st.lists(st.text(max_size=8) | st.none(), max_size=8))
def test_any_text(numbers: list[str | None]) -> None:
    """Whatever stands for a number, there is an answer, and no more faults than rows behind the first."""
    assert len(_told(numbers)) <= max(0, len(numbers) - 1)


@given(st.lists(st.tuples(st.integers(0, 999), st.sampled_from(["", "а", "я"])), min_size=1, max_size=4))
def test_printed(parts: list[tuple[int, str]]) -> None:
    """A number that was taken apart is put together again."""
    text = ".".join(f"{figure}{letter}" for figure, letter in parts if figure or not letter)
    number = parsed(text)
    assert (number is None) == (not text or len(text) > 20)
    if number:
        assert printed(number) == text
