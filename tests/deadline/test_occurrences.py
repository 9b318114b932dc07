"""Recurrences laid into a period."""

from __future__ import annotations

from datetime import date

import pytest

from dorkarta.deadline import Period, expand, read

SCHOOL_YEAR = Period(start=date(2020, 9, 1), end=date(2021, 8, 31))
YEAR = Period(start=date(2021, 1, 1), end=date(2021, 12, 31))
SPRING = Period(start=date(2021, 1, 1), end=date(2021, 6, 1))
ROADMAP = Period(start=date(2020, 12, 1), end=date(2021, 12, 31))


def ends(text: str, period: Period) -> list[str]:
    """Lay an expression into a period and write the intervals as «start/end», with ~ for soft ones."""
    found = expand(read(text, period=period), period=period)
    return [f"{one.start or ''}/{one.end or ''}{'' if one.exact else '~'}" for one in found]


def test_monthly_gives_every_month_of_the_period() -> None:
    """«Ежемесячно» happens some time in each of thirteen months."""
    found = ends("ежемесячно", ROADMAP)
    assert len(found) == 13
    assert found[0] == "2020-12-01/2020-12-31~"
    assert found[2] == "2021-02-01/2021-02-28~"


def test_months_are_cut_at_the_ends_of_the_period() -> None:
    """A month that the period only touches is cut."""
    period = Period(start=date(2021, 2, 15), end=date(2021, 3, 10))
    assert ends("ежемесячно", period) == ["2021-02-15/2021-02-28~", "2021-03-01/2021-03-10~"]


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        (
            "ежеквартально",
            Period(start=YEAR.start, end=date(2021, 6, 1)),
            ["2021-01-01/2021-03-31~", "2021-04-01/2021-06-01~"],
        ),
        ("один раз в полугодие", YEAR, ["2021-01-01/2021-06-30~", "2021-07-01/2021-12-31~"]),
        ("один раз в полугодие", SCHOOL_YEAR, ["2020-09-01/2020-12-31~", "2021-01-01/2021-08-31~"]),
        ("2 раза в год", YEAR, ["2021-01-01/2021-12-31~"]),
        ("ежегодно", SCHOOL_YEAR, ["2020-09-01/2021-08-31~"]),
        ("ежегодно, август", SCHOOL_YEAR, ["2021-08-01/2021-08-31~"]),
        ("15 декабря 2020", ROADMAP, ["2020-12-15/2020-12-15"]),
        ("по плану", ROADMAP, []),
    ],
)
def test_longer_units_run_with_the_year(text: str, period: Period, expected: list[str]) -> None:
    """Quarters and halves run with the civil year, in a school year's period with the school year."""
    assert ends(text, period) == expected


def test_twice_in_two_months_is_every_second_month() -> None:
    """«Не реже одного в два месяца» gives seven stretches of two months in thirteen months."""
    found = ends("не реже одного в два месяца", ROADMAP)
    assert found[0] == "2020-12-01/2020-12-31~"
    assert found[1] == "2021-01-01/2021-02-28~"
    assert len(found) == 7


def test_days_of_the_month_are_limits_or_days() -> None:
    """«До 25 числа» gives limits, «31 числа» the last day of short months."""
    assert ends("до 25 числа каждого месяца", YEAR)[:2] == ["/2021-01-25", "/2021-02-25"]
    assert ends("последний день месяца", YEAR)[1] == "2021-02-28/2021-02-28"
    assert ends("с 20 по 25 число каждого месяца", YEAR)[0] == "2021-01-20/2021-01-25"


def test_days_of_the_week_are_exact() -> None:
    """«По средам» gives the Wednesdays, «вторая среда месяца» one a month."""
    wednesdays = ends("еженедельно по средам", Period(start=date(2021, 3, 1), end=date(2021, 3, 31)))
    assert wednesdays == [f"2021-03-{day:02}/2021-03-{day:02}" for day in (3, 10, 17, 24, 31)]
    assert ends("вторая среда каждого месяца", YEAR)[2] == "2021-03-10/2021-03-10"
    assert ends("последняя пятница месяца", YEAR)[0] == "2021-01-29/2021-01-29"


def test_a_recurrence_keeps_to_its_own_bounds() -> None:
    """«Ежемесячно с сентября по май» has nine months, not twelve."""
    assert len(ends("ежемесячно с сентября по май", SCHOOL_YEAR)) == 9


def test_parts_of_months() -> None:
    """«В последнюю неделю каждого месяца» is its last seven days."""
    assert ends("в последнюю неделю каждого месяца", YEAR)[1] == "2021-02-22/2021-02-28~"


def test_daily_and_weekly() -> None:
    """«Ежедневно» gives days, «еженедельно» soft weeks."""
    period = Period(start=date(2021, 3, 3), end=date(2021, 3, 9))
    assert len(ends("ежедневно", period)) == 7
    assert ends("еженедельно", period) == ["2021-03-03/2021-03-07~", "2021-03-08/2021-03-09~"]


def test_days_of_the_last_month_of_a_quarter_lie_in_it() -> None:
    """«Последнего месяца квартала» is March, June, September and December; «второго» is February and so on."""
    last = ends("до 15 числа последнего месяца квартала", YEAR)
    assert last == ["/2021-03-15", "/2021-06-15", "/2021-09-15", "/2021-12-15"]
    assert ends("20 числа второго месяца квартала", SPRING) == ["2021-02-20/2021-02-20", "2021-05-20/2021-05-20"]


def test_two_weeks_of_a_month_are_two_occurrences() -> None:
    """«1-я и 3-я недели месяца» happen twice a month."""
    period = Period(start=date(2021, 3, 1), end=date(2021, 3, 31))
    assert ends("1-я и 3-я недели месяца", period) == ["2021-03-01/2021-03-07~", "2021-03-15/2021-03-21~"]
