"""Dates in Russian words."""

import datetime

import pytest

from dorkarta.dates import period, school_year


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-11-30", "2020-11-30", "30 ноября 2020 г."),
        ("2021-05-01", "2021-05-05", "1–5 мая 2021 г."),
        ("2021-05-01", "2021-05-31", "май 2021"),
        ("2021-02-01", "2021-03-31", "февраль – март 2021"),
        ("2020-12-01", "2021-12-31", "декабрь 2020 – декабрь 2021"),
        ("2021-01-01", "2021-12-31", "2021 г."),
        ("2020-01-01", "2022-12-31", "2020–2022 гг."),
        ("2020-10-28", "2020-11-06", "28 октября 2020 г. – 6 ноября 2020 г."),
        ("2024-02-01", "2024-02-29", "февраль 2024"),
    ],
)
def test_a_period_takes_its_shortest_true_wording(start: str, end: str, words: str) -> None:
    """Days, months and years are named as a person would name them."""
    assert period(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)).replace("\u00a0", " ") == words


@pytest.mark.parametrize(("first", "words"), [(2020, "2020/21 учебный год"), (1999, "1999/00 учебный год")])
def test_school_years_are_named_by_both_their_years(first: int, words: str) -> None:
    """A school year bears the years of its September and its May."""
    assert school_year(first) == words
