"""What is on in a month and in a school year."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from dorkarta.calendars.calendar import Calendar
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.timing import Month

PlanWith = Callable[..., Plan]
CalendarWith = Callable[[Mapping[str, str]], Calendar]


@pytest.fixture
def calendar_with(plan_with: PlanWith) -> CalendarWith:
    """The calendar of a roadmap from September 2022 to August 2024: id → deadline; an `order-…` has that form."""

    def made(deadlines: Mapping[str, str]) -> Calendar:
        rows = {
            identity: f'title: А, deadline: "{words}"' + (", form: приказ" if identity.startswith("order") else "")
            for identity, words in deadlines.items()
        }
        return Calendar(planned=plan_with(rows).planned)

    return made


def ids(found: Iterable[Planned]) -> list[str]:
    return [one.activity.id for one in found]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("15 марта 2024 года", [(2024, 3)]),
        ("март 2024", [(2024, 3)]),
        ("декабрь 2023, март 2024", [(2023, 12), (2024, 3)]),
        ("декабрь 2023 – февраль 2024", [(2023, 12), (2024, 1), (2024, 2)]),
        ("до 15 марта 2024 года", [(2024, 3)]),
        ("3 квартал 2023 года", [(2023, 7), (2023, 8), (2023, 9)]),
        ("по плану работы МНЦ", []),
    ],
)
def test_months(calendar_with: CalendarWith, words: str, months: list[Month]) -> None:
    """An activity is on in the months that it touches, a limit in the month of its last day, and nowhere else."""
    calendar = calendar_with({"1": words})
    assert list(calendar.by_month) == months
    assert [ids(calendar.activities(month)) for month in months] == [["1"]] * len(months)
    assert calendar.activities((2021, 1)) == ()


@pytest.mark.parametrize("words", ["2023-2024 учебный год", "с января по июнь 2024 года", "в течение 2024 года"])
def test_long_work_is_in_no_month(calendar_with: CalendarWith, words: str) -> None:
    """What lasts longer than a quarter goes on in every month that it touches, but no month has it for an entry."""
    calendar = calendar_with({"1": words})
    months = calendar.planned[0].months
    assert months
    assert not calendar.by_month
    assert [ids(calendar.ongoing_in_month(month)) for month in months] == [["1"]] * len(months)
    assert calendar.ongoing_in_month((2022, 9)) == ()


def test_recurrences_are_on_every_time(calendar_with: CalendarWith) -> None:
    """What is done every month is on in every month of the period, and not before it."""
    calendar = calendar_with({"1": "ежемесячно"})
    assert len(calendar.by_month) == 24
    assert ids(calendar.activities((2022, 9))) == ids(calendar.activities((2024, 8))) == ["1"]
    assert calendar.activities((2022, 8)) == ()


def test_an_activity_is_on_once(calendar_with: CalendarWith) -> None:
    """However many days of a month are an activity's, it is one activity of the month."""
    calendar = calendar_with({"1": "5 марта 2024 года, 12 марта 2024 года", "2": "8 марта 2024 года"})
    assert len(calendar.by_month[2024, 3]) == 3
    assert ids(calendar.activities((2024, 3))) == ["1", "2"]


def test_order(calendar_with: CalendarWith) -> None:
    """A month is in order of its days, what is due stands on its last one; of equal days the document's order holds."""
    deadlines = {
        "1": "20 апреля 2024 года",
        "2": "5 декабря 2023 года, 25 апреля 2024 года",
        "3": "3 апреля 2024 года",
        "4": "апрель 2024",
        "5": "март – апрель 2024",
        "6": "20 апреля 2024 года",
        "order-7": "апрель 2024",
        "8": "до 19 апреля 2024 года",
    }
    calendar = calendar_with(deadlines)
    expected = ["5", "4", "3", "8", "1", "6", "2", "order-7"]
    assert ids(calendar.activities((2024, 4))) == expected
    assert ids(Calendar(planned=calendar.planned[::-1]).activities((2024, 4))) == expected


def test_the_last_active_school_year(calendar_with: CalendarWith) -> None:
    """It is shown by months, empty ones and earlier years left out."""
    calendar = calendar_with(
        {"1": "май 2023", "2": "октябрь 2023, март 2024", "3": "2023-2024 учебный год", "4": "2 марта 2024 года"}
    )
    shown = calendar.last_active(until=(2026, 1))
    assert [(month, ids(calendar.activities(month))) for month in shown] == [
        ((2023, 10), ["2"]),
        ((2024, 3), ["2", "4"]),
    ]


def test_nothing_after_today_was_active(calendar_with: CalendarWith) -> None:
    """What is still to come does not count, neither as a month nor for which year is the last."""
    calendar = calendar_with({"1": "октябрь 2022", "2": "май 2023", "3": "октябрь 2023"})
    assert calendar.last_active(until=(2023, 9)) == ((2022, 10), (2023, 5))
    assert calendar.last_active(until=(2023, 10)) == ((2023, 10),)
    assert calendar.last_active(until=(2022, 12)) == ((2022, 10),)
    assert calendar.last_active(until=(2022, 9)) == ()


def test_nothing_was_ever_active(calendar_with: CalendarWith) -> None:
    """Without a date there is no last year."""
    assert calendar_with({"1": "по мере необходимости"}).last_active(until=(2026, 1)) == ()
