"""When an entry is, in words and in days."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from dorkarta.calendars.feeds import feed_files
from dorkarta.calendars.wording import from_to, since, within
from dorkarta.records.plan import Plan

PlanWith = Callable[..., Plan]
ReadBack = Callable[[bytes], Any]
Entries = Callable[[str, str | None], list[Any]]


@pytest.fixture
def entries(plan_with: PlanWith, read_back: ReadBack) -> Entries:
    """The entries of one activity with the title «Т», by its deadline and its form."""

    def made(deadline: str, form: str | None) -> list[Any]:
        words = f', form: "{form}"' if form else ""
        plan = plan_with({"1": f'title: Т, deadline: "{deadline}"{words}'})
        data = dict(feed_files(plan, site_url="", modified={}))["calendar/feeds/all.ics"]
        return list(read_back(data).events)

    return made


def days(event: Any) -> tuple[str, str]:
    return event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()


@pytest.mark.parametrize(
    ("deadline", "form", "expected"),
    [
        ("15 марта 2024 года", "вебинар", ("Т", "2024-03-15", "2024-03-16", "CONFIRMED")),
        ("31 декабря 2023 года", "приказ", ("Т", "2023-12-31", "2024-01-01", "CONFIRMED")),
        ("с 12 по 14 марта 2024 года", "вебинар", ("Т", "2024-03-12", "2024-03-15", "CONFIRMED")),
        ("28 октября – 6 ноября 2023 года", "семинар", ("Т", "2023-10-28", "2023-11-07", "CONFIRMED")),
        ("март 2024", "вебинар", ("в марте, день уточняется: Т", "2024-03-01", "2024-03-02", "TENTATIVE")),
        ("март 2024", None, ("в марте, день уточняется: Т", "2024-03-01", "2024-03-02", "TENTATIVE")),
        ("март 2024", "приказ", ("до 31 марта: Т", "2024-03-31", "2024-04-01", "TENTATIVE")),
        ("февраль 2024", "приказ", ("до 29 февраля: Т", "2024-02-29", "2024-03-01", "TENTATIVE")),
        ("февраль 2023", "приказ", ("до 28 февраля: Т", "2023-02-28", "2023-03-01", "TENTATIVE")),
        ("май 2024", "мониторинг", ("в мае, день уточняется: Т", "2024-05-01", "2024-05-02", "TENTATIVE")),
        ("август 2023", "вебинар", ("в августе, день уточняется: Т", "2023-08-01", "2023-08-02", "TENTATIVE")),
        ("до 15 марта 2024 года", "вебинар", ("до 15 марта: Т", "2024-03-15", "2024-03-16", "CONFIRMED")),
        ("до 1 марта 2024 года", None, ("до 1 марта: Т", "2024-03-01", "2024-03-02", "CONFIRMED")),
        ("1 квартал 2024", "вебинар", ("в I квартале, день уточняется: Т", "2024-01-01", "2024-01-02", "TENTATIVE")),
        ("2 квартал 2024", "вебинар", ("во II квартале, день уточняется: Т", "2024-04-01", "2024-04-02", "TENTATIVE")),
        ("IV квартал 2023", "приказ", ("до 31 декабря: Т", "2023-12-31", "2024-01-01", "TENTATIVE")),
        (
            "октябрь – ноябрь 2023",
            "семинар",
            ("в октябре – ноябре, день уточняется: Т", "2023-10-01", "2023-10-02", "TENTATIVE"),
        ),
        (
            "ноябрь 2023 – январь 2024",
            "семинар",
            ("в ноябре – январе, день уточняется: Т", "2023-11-01", "2023-11-02", "TENTATIVE"),
        ),
        (
            "вторая неделя октября 2023 года",
            "семинар",
            ("с 8 по 14 октября, день уточняется: Т", "2023-10-08", "2023-10-09", "TENTATIVE"),
        ),
        ("вторая неделя октября 2023 года", "приказ", ("до 14 октября: Т", "2023-10-14", "2023-10-15", "TENTATIVE")),
        ("с 1 июля 2024 года", "вебинар", ("с 1 июля: Т", "2024-07-01", "2024-07-02", "CONFIRMED")),
        ("со 2 июля 2024 года", "вебинар", ("со 2 июля: Т", "2024-07-02", "2024-07-03", "CONFIRMED")),
        ("с 1 по 27 марта 2024 года", "вебинар", ("Т", "2024-03-01", "2024-03-28", "CONFIRMED")),
        (
            "с 2 марта по 31 мая 2024 года",
            "мониторинг",
            ("со 2 марта по 31 мая: Т", "2024-03-02", "2024-03-03", "CONFIRMED"),
        ),
    ],
)
def test_entry(entries: Entries, deadline: str, form: str | None, expected: tuple[str, str, str, str]) -> None:
    """Exact days stand for themselves; anything else says on its one day when it is; the end is exclusive."""
    (event,) = entries(deadline, form)
    assert (str(event["SUMMARY"]), *days(event), str(event["STATUS"])) == expected


@pytest.mark.parametrize(
    ("deadline", "form", "found"),
    [
        ("ежемесячно", "вебинар", [("2022-09-01", "FREQ=MONTHLY;UNTIL=20240801", "раз в месяц, день уточняется: Т")]),
        ("ежемесячно", "приказ", [("2022-09-30", "FREQ=MONTHLY;UNTIL=20240831;BYMONTHDAY=-1", "до конца месяца: Т")]),
        ("до 25 числа каждого месяца", None, [("2022-09-25", "FREQ=MONTHLY;UNTIL=20240825", "до 25 числа: Т")]),
        (
            "до 31 числа каждого месяца",
            None,
            [("2022-09-30", "FREQ=MONTHLY;UNTIL=20240831;BYMONTHDAY=-1", "до конца месяца: Т")],
        ),
        (
            "ежеквартально",
            "вебинар",
            [
                ("2022-09-01", None, "в сентябре, день уточняется: Т"),
                ("2022-10-01", "FREQ=MONTHLY;UNTIL=20240701;INTERVAL=3", "раз в квартал, день уточняется: Т"),
            ],
        ),
        (
            "ежеквартально",
            "приказ",
            [
                ("2022-09-30", "FREQ=MONTHLY;UNTIL=20240630;INTERVAL=3;BYMONTHDAY=-1", "до конца квартала: Т"),
                ("2024-08-31", None, "до 31 августа: Т"),
            ],
        ),
        (
            "не реже одного раза в два месяца",
            "мониторинг",
            [
                ("2022-09-01", "FREQ=MONTHLY;UNTIL=20240701;INTERVAL=2", "раз в два месяца, день уточняется: Т"),
            ],
        ),
        (
            "2 раза в месяц",
            "вебинар",
            [("2022-09-01", "FREQ=MONTHLY;UNTIL=20240801", "2 раза в месяц, дни уточняются: Т")],
        ),
        ("по средам", "вебинар", [("2022-09-07", "FREQ=WEEKLY;UNTIL=20240828", "Т")]),
        (
            "по вторникам и четвергам",
            "вебинар",
            [("2022-09-01", "FREQ=WEEKLY;UNTIL=20240829", "Т"), ("2022-09-06", "FREQ=WEEKLY;UNTIL=20240827", "Т")],
        ),
        (
            "10 и 25 числа каждого месяца",
            "вебинар",
            [("2022-09-10", "FREQ=MONTHLY;UNTIL=20240810", "Т"), ("2022-09-25", "FREQ=MONTHLY;UNTIL=20240825", "Т")],
        ),
        ("последняя пятница месяца", "вебинар", [("2022-09-30", "FREQ=MONTHLY;UNTIL=20240830;BYDAY=-1FR", "Т")]),
        (
            "последний день каждого месяца",
            "вебинар",
            [("2022-09-30", "FREQ=MONTHLY;UNTIL=20240831;BYMONTHDAY=-1", "Т")],
        ),
        (
            "еженедельно",
            "вебинар",
            [
                ("2022-09-01", None, "с 1 по 4 сентября, день уточняется: Т"),
                ("2022-09-05", "FREQ=WEEKLY;UNTIL=20240826", "раз в неделю, день уточняется: Т"),
            ],
        ),
        (
            "еженедельно",
            "приказ",
            [
                ("2022-09-04", "FREQ=WEEKLY;UNTIL=20240825", "до воскресенья: Т"),
                ("2024-08-31", None, "до 31 августа: Т"),
            ],
        ),
        (
            "ежегодно, август",
            "вебинар",
            [
                ("2023-08-01", None, "в августе, день уточняется: Т"),
                ("2024-08-01", None, "в августе, день уточняется: Т"),
            ],
        ),
    ],
)
def test_series(entries: Entries, deadline: str, form: str | None, found: list[tuple[str, str | None, str]]) -> None:
    """A regular recurrence is one entry whose words fit every turn; a turn that the period cuts stands alone."""
    made = [
        (days(event)[0], event["RRULE"].to_ical().decode() if "RRULE" in event else None, str(event["SUMMARY"]))
        for event in entries(deadline, form)
    ]
    assert made == found


def test_lists_are_no_recurrence(entries: Entries) -> None:
    """Named months are single entries, however regular: each says its own month."""
    found = [str(event["SUMMARY"]) for event in entries("январь, февраль, март 2024", "вебинар")]
    assert found == [f"в {month}, день уточняется: Т" for month in ("январе", "феврале", "марте")]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-01-01", "2024-01-31", "в январе"),
        ("2024-02-01", "2024-02-29", "в феврале"),
        ("2023-02-01", "2023-02-28", "в феврале"),
        ("2024-02-01", "2024-02-28", "с 1 по 28 февраля"),
        ("2024-07-01", "2024-09-30", "в III квартале"),
        ("2024-10-01", "2024-12-31", "в IV квартале"),
        ("2024-02-01", "2024-04-30", "в феврале – апреле"),
        ("2024-12-01", "2025-02-28", "в декабре – феврале"),
        ("2024-10-02", "2024-10-09", "со 2 по 9 октября"),
        ("2024-10-22", "2024-10-29", "с 22 по 29 октября"),
        ("2024-12-28", "2025-01-10", "с 28 декабря по 10 января"),
        ("2024-12-15", "2024-12-31", "с 15 по 31 декабря"),
    ],
)
def test_within(start: str, end: str, words: str) -> None:
    """Some day among several is said as a person would say it."""
    assert within(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)) == words


def test_prepositions() -> None:
    """«Со второго», «с двенадцатого»."""
    assert since(datetime.date(2024, 7, 2)) == "со 2 июля"
    assert since(datetime.date(2024, 7, 12)) == "с 12 июля"
    assert from_to(datetime.date(2024, 7, 2), datetime.date(2024, 8, 2)) == "со 2 июля по 2 августа"
