"""Small laws of Russian text."""

import difflib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dorkarta.text import file_size, fold, nearest, noun, numeral, perhaps, shortened

FORMS = ("карта", "карты", "карт")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Учёба", "учеба"),
        ("УО", "уо"),
        ("«Точка роста»", "“точка роста”"),
        ("„Точка“ роста", "«точка« роста"),
        ("ЦО – 17", "цо - 17"),
        ("ЦО — 17", "цо ‑ 17"),
        ("  Центр\u00a0 оценки\n", "центр оценки"),
    ],
)
def test_same_names(one: str, other: str) -> None:
    """Case, ё, kinds of quotes, dashes and spaces do not make another name."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("УО", "УОО"), ("ЦО 17", "ЦО17"), ("кот", "код"), ("чей", "чеи")])
def test_other_names(one: str, other: str) -> None:
    """Another letter, or a space where none was, makes another name."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice(text: str) -> None:
    """What is folded stays as it is when folded again, and spaces around it do not matter."""
    assert fold(fold(text)) == fold(text)
    assert fold(f" \n{text}\t ") == fold(text)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("вебенар", "вебинар"), ("СЕМИНАР", "семинар"), ("семинары", "семинар"), ("хоровод", None), ("", None)],
)
def test_nearest(word: str, meant: str | None) -> None:
    """A misprint leads to the known word, something else to none."""
    assert nearest(word, ["вебинар", "семинар", "приказ"]) == meant


def test_perhaps() -> None:
    """The hint quotes the word as the list spells it."""
    assert perhaps("минобр", ["Минобр"]) == "Возможно, «Минобр»?"
    assert perhaps("хоровод", ["Минобр"]) is None
    assert perhaps("хоровод", []) is None


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 карт"),
        (1, "1 карта"),
        (2, "2 карты"),
        (4, "4 карты"),
        (5, "5 карт"),
        (10, "10 карт"),
        (11, "11 карт"),
        (12, "12 карт"),
        (14, "14 карт"),
        (20, "20 карт"),
        (21, "21 карта"),
        (22, "22 карты"),
        (100, "100 карт"),
        (101, "101 карта"),
        (111, "111 карт"),
        (112, "112 карт"),
        (122, "122 карты"),
        (1001, "1001 карта"),
        (9999, "9999 карт"),
        (10_000, "10\u00a0000 карт"),
        (1_234_561, "1\u00a0234\u00a0561 карта"),
    ],
)
def test_numerals(count: int, said: str) -> None:
    """A noun agrees with its number as Russian grammar asks."""
    assert numeral(count, *FORMS) == said


@given(st.integers(min_value=0))
def test_hundreds_change_nothing(count: int) -> None:
    """The form depends on the last two digits only."""
    assert noun(count, *FORMS) == noun(count % 100, *FORMS) == noun(count + 300, *FORMS)


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "1 КБ"), (900, "1 КБ"), (122_880, "120 КБ"), (1_047_000, "1022 КБ"), (1_500_000, "1,4 МБ")],
)
def test_file_size(count: int, said: str) -> None:
    """Sizes are told in kilobytes, from a megabyte on in megabytes with a comma."""
    assert file_size(count) == said.replace(" ", "\u00a0")


@given(st.text(), st.integers(min_value=1, max_value=80))
def test_shortened(text: str, most: int) -> None:
    """A short text stays; a long one keeps its beginning and says with one sign that there was more."""
    short = shortened(text, most)
    assert len(short) <= most + 1
    assert short == text if len(text) <= most else text.startswith(short.removesuffix("…"))


@given(word=st.text("абв 1#-", max_size=10), known=st.lists(st.text("абв 1#-", max_size=10), max_size=8))
@example(word="1 а а- ", known=["", " #вб1", "аба-"])
@example(word="1 б", known=["###а ---#", ""])
def test_nearest_as_difflib(word: str, known: list[str]) -> None:
    """Not to ask about every name gives the same answer as to ask."""
    by_fold = {fold(name): name for name in known}
    found = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    assert nearest(word, known) == (by_fold[found[0]] if found else None)
