"""What is on in a month."""

from collections.abc import Callable, Mapping

import pytest

from dorkarta.calendars.agenda import MonthAgenda, agenda, last_active_school_year, school_year_of
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Planned, plan_of
from dorkarta.records.timing import Month

CorpusWith = Callable[[Mapping[str, str]], Corpus]
PlannedWith = Callable[[Mapping[str, str]], tuple[Planned, ...]]

PATH = "zarechnaya-oblast/roadmap-2024"


@pytest.fixture
def planned_with(corpus_with: CorpusWith) -> PlannedWith:
    """The activities of a roadmap from September 2022 to August 2024: id → deadline."""

    def made(deadlines: Mapping[str, str]) -> tuple[Planned, ...]:
        rows = "".join(f'      - {{id: "{id_}", title: А, deadline: "{words}"}}\n' for id_, words in deadlines.items())
        text = (
            "title: Карта\nlevel: region\nperiod: 2022-09-01/2024-08-31\nsource: {title: Карта}\n"
            f"sections:\n  - id: s\n    title: Раздел\n    activities:\n{rows}"
        )
        return plan_of(corpus_with({f"{PATH}.yaml": text})).by_roadmap[PATH]

    return made


def _ids(found: MonthAgenda) -> list[str]:
    return [one.activity.id for one in found.planned]


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [
        ("15 марта 2024 года", [(2024, 3)], [(2024, 2), (2024, 4), (2023, 3)]),
        ("март 2024", [(2024, 3)], [(2024, 2), (2024, 4)]),
        ("декабрь 2023, март 2024", [(2023, 12), (2024, 3)], [(2024, 1), (2024, 2)]),
        ("декабрь 2023 – февраль 2024", [(2023, 12), (2024, 1), (2024, 2)], [(2023, 11), (2024, 3)]),
        ("до 15 марта 2024 года", [(2024, 3)], [(2024, 2)]),
        ("по плану работы МНЦ", [], [(2024, 3)]),
    ],
)
def test_month(planned_with: PlannedWith, words: str, inside: list[Month], outside: list[Month]) -> None:
    """An activity is on in the months that it touches, and a limit in the month of its last day."""
    planned = planned_with({"1": words})
    assert [month for month in inside if _ids(agenda(planned, month)) != ["1"]] == []
    assert [month for month in outside if _ids(agenda(planned, month)) != []] == []


@pytest.mark.parametrize("words", ["2023-2024 учебный год", "с января по июнь 2024 года", "в течение 2024 года"])
def test_long_intervals_are_no_news(planned_with: PlannedWith, words: str) -> None:
    """What lasts longer than a quarter of a year is on all the time and so not on the list of a month."""
    planned = planned_with({"1": words})
    assert planned[0].occurrences
    assert all(not agenda(planned, month).planned for month in planned[0].months)


def test_a_quarter_is_news(planned_with: PlannedWith) -> None:
    """Just a quarter of a year still is."""
    assert _ids(agenda(planned_with({"1": "3 квартал 2023 года"}), (2023, 8))) == ["1"]


def test_recurrences_are_news(planned_with: PlannedWith) -> None:
    """What is done every month is on in every month of the period, and not before it."""
    planned = planned_with({"1": "ежемесячно"})
    assert _ids(agenda(planned, (2022, 9))) == ["1"]
    assert _ids(agenda(planned, (2024, 8))) == ["1"]
    assert _ids(agenda(planned, (2022, 8))) == []


def test_order(planned_with: PlannedWith) -> None:
    """A month is in order of the dates that fall into it; of the same dates the document's order holds."""
    planned = planned_with(
        {
            "1": "20 апреля 2024 года",
            "2": "5 декабря 2023 года, 25 апреля 2024 года",
            "3": "3 апреля 2024 года",
            "4": "апрель 2024",
            "5": "март – апрель 2024",
            "6": "20 апреля 2024 года",
        }
    )
    assert _ids(agenda(planned, (2024, 4))) == ["5", "4", "3", "1", "6", "2"]
    assert _ids(agenda(reversed(planned), (2024, 4))) == ["5", "4", "3", "1", "6", "2"]


@pytest.mark.parametrize(
    ("month", "year"), [((2023, 9), 2023), ((2023, 12), 2023), ((2024, 1), 2023), ((2024, 8), 2023)]
)
def test_school_year(month: Month, year: int) -> None:
    """A school year goes from September to August."""
    assert school_year_of(month) == year


def test_last_active_school_year(planned_with: PlannedWith) -> None:
    """The last school year with something on is shown by months, empty ones and earlier years left out."""
    planned = planned_with(
        {"1": "май 2023", "2": "октябрь 2023, март 2024", "3": "2023-2024 учебный год", "4": "2 марта 2024 года"}
    )
    shown = last_active_school_year(planned, until=(2026, 1))
    assert [(each.month, _ids(each)) for each in shown] == [((2023, 10), ["2"]), ((2024, 3), ["2", "4"])]


def test_nothing_after_today(planned_with: PlannedWith) -> None:
    """What is still to come does not count, neither as a month nor for which year is the last."""
    planned = planned_with({"1": "октябрь 2022", "2": "май 2023", "3": "октябрь 2023"})
    assert [each.month for each in last_active_school_year(planned, until=(2023, 9))] == [(2022, 10), (2023, 5)]
    assert [each.month for each in last_active_school_year(planned, until=(2022, 12))] == [(2022, 10)]


def test_nothing_was_on(planned_with: PlannedWith) -> None:
    """Without a date there is no last year."""
    assert last_active_school_year(planned_with({"1": "по мере необходимости"}), until=(2026, 1)) == ()
