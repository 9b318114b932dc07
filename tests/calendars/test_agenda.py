"""The agenda of a month: every event stands in one place, which says as much of its time as the documents do."""

from collections import Counter
from collections.abc import Callable

import pytest

from dorkarta.calendars.agenda import Item, Part, PartId, agenda
from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.kinds import counts_of, in_words
from dorkarta.calendars.months import month_of
from dorkarta.model.form import FormKind
from dorkarta.records.plan import Plan

PlanWith = Callable[..., Plan]
AgendaWith = Callable[..., tuple[Part, ...]]

MARCH = (2024, 3)


@pytest.fixture
def agenda_with(plan_with: PlanWith) -> AgendaWith:
    """The agenda of March 2024 of a roadmap from September 2022 to August 2024: pairs of deadline and form."""

    def made(*rows: tuple[str, str]) -> tuple[Part, ...]:
        plan = plan_with(
            {str(n): f'title: А, deadline: "{words}", form: "{form}"' for n, (words, form) in enumerate(rows, 1)}
        )
        return agenda(Calendar(planned=plan.planned).by_month.get(MARCH, ()), MARCH)

    return made


def only(parts: tuple[Part, ...]) -> Item:
    (item,) = (item for part in parts for item in part.items)
    return item


@pytest.mark.parametrize(
    ("row", "part", "when", "said"),
    [
        (("12 марта 2024", "вебинар"), "days", "вт, 12 марта", "вт, 12 марта"),
        (("до 15 марта 2024", "приказ"), "days", "до 15 марта", "до 15 марта"),
        (("с 4 по 6 марта 2024", "семинар"), "days", "4–6 марта", "4–6 марта"),
        (("28 февраля – 4 марта 2024", "семинар"), "days", "28 февраля – 4 марта", "28 февраля – 4 марта"),
        (("март 2024", "вебинар"), "month", None, "в марте"),
        (("третья декада марта 2024", "вебинар"), "month", "21–31 марта", "21–31 марта"),
        (("вторая декада марта 2024", "приказ"), "month", "до 20 марта", "до 20 марта"),
        (("март 2024", "приказ"), "due", None, "до 31 марта"),
        (("третья декада марта 2024", "приказ"), "due", "до 31 марта", "до 31 марта"),
        (("февраль-март 2024", "приказ"), "due", "февраль – март 2024", "февраль – март 2024"),
        (("март-апрель 2024", "приказ"), "longer", "март – апрель 2024", "март – апрель 2024"),
        (("I квартал 2024", "вебинар"), "longer", "январь – март 2024", "январь – март 2024"),
    ],
)
def test_where_an_event_stands(
    agenda_with: AgendaWith, row: tuple[str, str], part: str, when: str | None, said: str
) -> None:
    """By week where a day is known; else within the month, at its end when due, or with its span when longer."""
    found = agenda_with(row)
    assert [each.id for each in found] == [part]
    assert (only(found).when, only(found).said) == (when, said)


def test_every_event_stands_once(official_plan: Plan) -> None:
    """In the official records every month's parts hold just its events; none is empty, all are in their order."""
    calendar = Calendar(planned=official_plan.planned)
    assert calendar.by_month
    for month, events in calendar.by_month.items():
        parts = agenda(events, month)
        items = [item for part in parts for item in part.items]
        places = Counter((item.event.planned.key, item.event.number) for item in items)
        assert places == Counter((event.planned.key, event.number) for event in events)
        assert [part.id for part in parts] == [identity for identity in PartId if identity in {p.id for p in parts}]
        assert all(group.items for part in parts for group in part.groups)


def test_only_certain_days_are_days(official_plan: Plan) -> None:
    """The days of an item lie in its month, and only what is exact has any."""
    calendar = Calendar(planned=official_plan.planned)
    for month, events in calendar.by_month.items():
        for part in agenda(events, month):
            for item in part.items:
                assert (part.id is PartId.DAYS) == item.event.exact == bool(item.days)
                assert {month_of(day) for day in item.days} <= {month}


def test_weeks(agenda_with: AgendaWith) -> None:
    """Weeks begin on Monday; a range stands in the week of its first day in the month, in order of days."""
    parts = agenda_with(
        ("22 марта 2024", "вебинар"),
        ("18 марта 2024", "вебинар"),
        ("28 февраля – 4 марта 2024", "семинар"),
        ("до 21 марта 2024", "приказ"),
        ("31 марта 2024", "вебинар"),
    )
    (days,) = parts
    assert [(group.title, [item.event.planned.activity.id for item in group.items]) for group in days.groups] == [
        ("Неделя 26 февраля – 3 марта", ["3"]),
        ("Неделя 18–24 марта", ["2", "4", "1"]),
        ("Неделя 25–31 марта", ["5"]),
    ]


def test_kinds_stand_together(agenda_with: AgendaWith) -> None:
    """What has no day stands by kind, events first; in words the kinds go in the same order."""
    parts = agenda_with(
        ("март 2024", "мониторинг"), ("март 2024", "неизвестная"), ("март 2024", "вебинар"), ("март 2024", "семинар")
    )
    (month,) = parts
    assert [(group.title, group.kind, len(list(group.items))) for group in month.groups] == [
        ("События", FormKind.EVENT, 2),
        ("Мониторинги", FormKind.MONITORING, 1),
        ("Форма не указана", None, 1),
    ]
    counts = counts_of(item.event for item in month.items)
    assert in_words(counts) == "2 события, 1 мониторинг, 1 без формы"
    assert counts[FormKind.DOCUMENT] == 0


def test_the_end_of_the_month_has_a_day(agenda_with: AgendaWith) -> None:
    """The part for what is due says until when."""
    (due,) = agenda_with(("март 2024", "приказ"))
    assert (due.title, due.text) == ("К концу месяца: до 31 марта", "Должно быть готово до 31 марта.")


def test_nothing_is_no_agenda(agenda_with: AgendaWith) -> None:
    """A month without events has no parts."""
    assert agenda_with(("апрель 2024", "вебинар")) == ()
