"""How much is on, counted without making the entries."""

from collections import Counter

import pytest

from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.kinds import counts_of
from dorkarta.calendars.load import NONE
from dorkarta.calendars.months import months_of
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.plan import Plan, plan_of


@pytest.fixture(params=["official", "small"])
def calendar(request: pytest.FixtureRequest, official_plan: Plan, small: Corpus) -> Calendar:
    """The official records, and a small region."""
    return Calendar(planned=(official_plan if request.param == "official" else plan_of(small)).planned)


def test_a_load_counts_the_entries(calendar: Calendar) -> None:
    """Of every territory the load says what its entries say: by month, by school year, in several months."""
    assert calendar.loads_inside.keys() == {path for one in calendar.planned for path in lineage(one.record.territory)}
    for territory, load in calendar.loads_inside.items():
        events = [each for each in calendar.events if territory in lineage(each.planned.record.territory)]
        assert sorted(load.by_month) == list(load.by_month)
        assert load.by_month.keys() == {month for event in events for month in event.months}
        for month, counts in load.by_month.items():
            assert counts == counts_of(event for event in events if month in event.months)
        for first, counts in load.by_year.items():
            own = [event for event in events if set(months_of(first)).intersection(event.months)]
            assert own
            assert counts == counts_of(own)
            assert load.several(first) == sum(len(set(months_of(first)).intersection(each.months)) > 1 for each in own)


def test_what_is_inside_adds_up(calendar: Calendar) -> None:
    """What is on in the country is what the roadmaps of all territories hold, each once."""
    together = Counter[object]()
    for load in calendar.loads.values():
        together.update(load.entries)
    assert calendar.load.entries == together
    assert calendar.load is calendar.loads_inside[COUNTRY]


def test_nothing_planned() -> None:
    """A calendar without activities has nothing anywhere."""
    load = Calendar(planned=()).load
    assert load is NONE
    assert not load.by_month
    assert set(load.in_month((2021, 3)).values()) == set(load.in_year(2020).values()) == {0}
    assert load.several(2020) == 0
