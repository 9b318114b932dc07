"""What must hold for any text whatever."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dorkarta.deadline import Kind, Period, Reading, SchoolCalendar, SchoolYear, Season, as_json, expand, read, wording
from dorkarta.deadline.reader import LONGEST
from dorkarta.deadline.text import clean
from dorkarta.deadline.vocabulary import WORDS

FIRST, LAST = date(1899, 12, 31), date(2101, 12, 31)

SIGNS = (" ", " ", " ", ", ", "-", " – ", "; ", "(", ")", "/", "_", ".", ":", " г. ", "№", "\n", "« ", "»")
NUMBERS = ("1", "2", "5", "15", "31", "99", "2020", "2021", "22", "I", "IV", "15.03", "01.09.2021", "10:00", "12.2020")
PHRASES = (
    "май",
    "сентябрь",
    "декабрь 2020",
    "до 15 марта",
    "с 1 по 5 июня",
    "в конце четверти",
    "I квартал",
    "II полугодие",
    "осенние каникулы",
    "ежегодно",
    "ежемесячно",
    "по средам",
    "до 25 числа",
    "2 раза в год",
    "не реже 1 раза в",
    "в течение года",
    "учебный год",
    "2020-2021 учебного года",
    "по плану МНЦ",
    "после проведения ВПР",
    "по мере необходимости",
    "последняя неделя",
    "первый понедельник",
    "зима",
)

pieces = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(PHRASES),
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(NUMBERS),
    st.sampled_from(SIGNS),
)
cells = st.lists(pieces, max_size=8).map(" ".join)
days = st.dates(date(2015, 1, 1), date(2028, 12, 31))
periods = st.none() | st.builds(
    lambda start, length: Period(start=start, end=start + timedelta(days=length)), days, st.integers(0, 1200)
)


def _year(start: int) -> SchoolYear:
    def period(*ends: int) -> Period:
        first_month, first_day, last_month, last_day = ends
        years = (start if first_month > 8 else start + 1, start if last_month > 8 else start + 1)
        return Period(start=date(years[0], first_month, first_day), end=date(years[1], last_month, last_day))

    return SchoolYear(
        start=start,
        quarters=(period(9, 1, 10, 25), period(11, 3, 12, 30), period(1, 12, 3, 27), period(4, 6, 5, 26)),
        holidays=(
            (Season.AUTUMN, period(10, 26, 11, 2)),
            (Season.WINTER, period(12, 31, 1, 11)),
            (Season.SPRING, period(3, 28, 4, 5)),
            (Season.SUMMER, period(5, 27, 8, 31)),
        ),
    )


calendars = st.none() | st.just(SchoolCalendar(years=tuple(map(_year, range(2018, 2026)))))


def _sane(reading: Reading) -> None:
    for interval in reading.intervals:
        assert interval.start or interval.end
        start, end = interval.start or interval.end, interval.end or interval.start
        assert start
        assert end
        assert FIRST <= start <= end <= LAST
    if reading.kind is Kind.UNPARSEABLE:
        assert reading.reason
        assert not reading.intervals
    else:
        assert reading.reason is None


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300), periods, calendars)
@example("\ud800", None, None)
@example("٣ марта ２０２１", None, None)
@example("İ" * 40 + " до 5 мая", None, None)
def test_any_text_is_read_without_a_crash(text: str, period: Period | None, calendar: SchoolCalendar | None) -> None:
    """Any text at all is read, worded and made JSON of, without an exception."""
    reading = read(text, period=period, calendar=calendar)
    _sane(reading)
    wording(reading)
    as_json(reading)


@settings(max_examples=30, deadline=None)
@given(cells, st.integers(1, 400))
def test_long_texts_are_read_in_good_time(cell: str, times: int) -> None:
    """A text of any length is read; a too long one is refused with a reason."""
    reading = read(f"{cell}, " * times)
    _sane(reading)
    if len(f"{cell}, " * times) > LONGEST:
        assert reading.kind is Kind.UNPARSEABLE


@settings(max_examples=1000, deadline=None)
@given(cells, periods, calendars)
def test_the_wording_of_any_reading_means_the_same(
    cell: str, period: Period | None, calendar: SchoolCalendar | None
) -> None:
    """Whatever was read, its wording is read as the same."""
    reading = read(cell, period=period, calendar=calendar)
    _sane(reading)
    again = read(wording(reading), period=period, calendar=calendar)
    assert again.same_meaning(reading), (wording(reading), reading, again)


@settings(deadline=None)
@given(cells)
def test_cleaning_is_done_once(cell: str) -> None:
    """Cleaning a cleaned text changes nothing."""
    assert clean(clean(cell)) == clean(cell)


@settings(max_examples=300, deadline=None)
@given(cells, periods.filter(lambda period: period is not None), calendars)
def test_occurrences_of_a_recurrence_touch_the_period(
    cell: str, period: Period, calendar: SchoolCalendar | None
) -> None:
    """A recurrence without dates of its own happens inside the period and nowhere else."""
    reading = read(cell, period=period, calendar=calendar)
    found = expand(reading, period=period, calendar=calendar)
    if reading.repeat and not reading.intervals:
        for interval in found:
            first, last = interval.start or interval.end, interval.end or interval.start
            assert first
            assert last
            assert period.meets(first, last)
