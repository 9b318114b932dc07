"""The reading as a value: its hull, JSON, doubts, reasons and speed."""

from __future__ import annotations

import time
from datetime import date

import pytest

from dorkarta.deadline import Kind, Period, Recurrence, as_json, read, wording

YEAR = Period(start=date(2021, 1, 1), end=date(2021, 12, 31))
ROADMAP = Period(start=date(2020, 12, 1), end=date(2021, 12, 31))


def test_json_has_the_promised_keys_and_values() -> None:
    """JSON of a reading has plain values under the promised keys."""
    assert dict(as_json(read("декабрь 2020, апрель, октябрь 2021"))) == {
        "text": "декабрь 2020, апрель, октябрь 2021",
        "kind": "month-list",
        "intervals": [
            {"start": "2020-12-01", "end": "2020-12-31", "exact": False},
            {"start": "2021-04-01", "end": "2021-04-30", "exact": False},
            {"start": "2021-10-01", "end": "2021-10-31", "exact": False},
        ],
        "start": "2020-12-01",
        "end": "2021-10-31",
        "recurrence": None,
        "condition": None,
        "plan": None,
        "doubts": [],
        "reason": None,
    }


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("до 15 декабря 2020", None, date(2020, 12, 15)),
        ("с 14.03.2023", date(2023, 3, 14), None),
        ("в течение года", ROADMAP.start, ROADMAP.end),
        ("2020-2021 учебный год", date(2020, 9, 1), date(2021, 8, 31)),
        ("1 полугодие 22_23", date(2022, 9, 1), date(2022, 12, 31)),
        ("2 полугодие 22_23", date(2023, 1, 1), date(2023, 8, 31)),
        ("ежемесячно", None, None),
        ("по плану работы МНЦ", None, None),
        ("после проведения процедуры", None, None),
        ("до 15 декабря 2020, март 2021", date(2021, 3, 1), date(2021, 3, 31)),
    ],
)
def test_the_hull_keeps_its_conventions(text: str, start: date | None, end: date | None) -> None:
    """A limit has only an end, a start only a start, what never ends the record's period."""
    reading = read(text, period=ROADMAP)
    assert (reading.start, reading.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("2 раза в год", Recurrence.HALF_YEARLY),
        ("4 раза в год", Recurrence.QUARTERLY),
        ("3 раза в год", Recurrence.YEARLY),
        ("раз в полгода", Recurrence.HALF_YEARLY),
        ("не реже одного раза в четверть", Recurrence.PER_SCHOOL_QUARTER),
        ("1 раз в два месяца", Recurrence.BIMONTHLY),
        ("по средам", Recurrence.WEEKLY),
    ],
)
def test_a_recurrence_has_a_rhythm(text: str, recurrence: Recurrence) -> None:
    """Every recurrence has the name of its rhythm; twice a year is half-yearly."""
    repeat = read(text).repeat
    assert repeat is not None
    assert repeat.recurrence is recurrence


def test_one_day_is_told_from_several() -> None:
    """A recurrence with one day of the month or week says which, one with several says none."""
    monthly, twice = read("до 25 числа каждого месяца").repeat, read("1 и 15 числа каждого месяца").repeat
    weekly = read("по средам").repeat
    assert monthly is not None
    assert twice is not None
    assert weekly is not None
    assert (monthly.day_of_month, twice.day_of_month, weekly.weekday) == (25, None, 2)


def test_several_expressions_are_parts() -> None:
    """A cell with several expressions gives each of them, and what they have in common."""
    reading = read("Декабрь 2020; по мере необходимости; ежемесячно")
    assert [part.kind for part in reading.parts] == [Kind.MONTH, Kind.ON_EVENT, Kind.RECURRING]
    assert reading.kind is Kind.MONTH
    assert reading.condition == "по мере необходимости"
    assert reading.repeat is not None
    assert wording(reading) == "декабрь 2020 года; по мере необходимости; ежемесячно"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ДЕКАБРЬ 2020, апрель, октябрь 2021 г.", "декабрь 2020 года, апрель, октябрь 2021 года"),
        ("9, 10 ноября", "9, 10 ноября 2021 года"),
        ("с 04.11. по 06.11.2023", "с 4 по 6 ноября 2023 года"),
        ("III-IV кв. 2021", "III–IV кварталы 2021 года"),
        ("1 полугодие 22_23", "I полугодие 2022/2023 учебного года"),
        ("до начала 2021-2022 уч. года", "до начала 2021/2022 учебного года"),
        ("по июнь", "до конца июня 2021 года"),
        ("не менее 2 раз в год", "не реже 2 раз в год"),
        ("1 раз в 2 недели", "один раз в 2 недели"),
        ("до 25 числа каждого месяца", "ежемесячно, до 25 числа"),
        ("3-я декада мая", "третья декада мая 2021 года"),
    ],
)
def test_the_wording_is_correct_russian(text: str, expected: str) -> None:
    """The canonical wording is what a careful editor would write."""
    assert wording(read(text, period=YEAR)) == expected


def test_a_misspelt_word_is_refused_with_a_hint() -> None:
    """A misspelt word is refused, and the message says what was perhaps meant."""
    assert read("маарт 2021").reason == "Срок «маарт 2021» не понят. Возможно, «март 2021»?"


def test_two_years_are_named_and_none_is_taken() -> None:
    """Where two years fit there is no date; the doubt names both and says what to do."""
    reading = read("15 декабря", period=ROADMAP)
    assert reading.intervals == ()
    (doubt,) = reading.doubts
    assert "«15 декабря 2020 года», «15 декабря 2021 года»" in doubt
    assert "dates:" in doubt
    assert reading.ambiguity == doubt


@pytest.mark.parametrize("text", ["15 декабря 2020", "март", "в конце четверти", "ежемесячно", "маарт"])
def test_what_is_certain_or_unknown_is_not_ambiguous(text: str) -> None:
    """One date, days that only the registry has, a recurrence, a refusal: none of these is one of several dates."""
    assert read(text, period=YEAR).ambiguity is None


def test_what_lies_outside_the_period_keeps_its_years() -> None:
    """A year that is said is never changed to fit the period."""
    assert read("март 2019", period=YEAR).start == date(2019, 3, 1)


def test_the_period_is_checked() -> None:
    """A period cannot end before it starts."""
    with pytest.raises(ValueError, match="before its start"):
        Period(start=date(2021, 1, 2), end=date(2021, 1, 1))


def test_readings_are_fast() -> None:
    """The same expressions are read many times a second; a wide margin, since machines differ."""
    texts = ("декабрь 2020", "не реже одного раза в четверть", "по плану работы МНЦ", "с 1 по 15 октября")
    start = time.perf_counter()
    for _ in range(5000):
        for text in texts:
            read(text, period=ROADMAP)
    assert time.perf_counter() - start < 2
