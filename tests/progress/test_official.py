"""The official records, counted again from the words of their deadlines and nothing else.

The clerk below reads a deadline as a person with a calendar does: a dozen lines over the names of months, no line of
the reader of deadlines or of the rules of states. What the city's report names is left out and looked at by itself.
"""

import calendar
import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from dorkarta.deadline import Period
from dorkarta.model.level import LevelId
from dorkarta.progress.counts import count
from dorkarta.progress.execution import Execution
from dorkarta.progress.state import State
from dorkarta.records.plan import Plan, Planned

KRASNODAR: Final = "krasnodar-krai/roadmap-2020-2021"
CITY: Final = "krasnodar-krai/krasnodar"
MARCH, JANUARY = datetime.date(2021, 3, 10), datetime.date(2022, 1, 15)

Executions = Mapping[datetime.date, Execution]

MONTHS: Final = (
    *("январ", "феврал", "март", "апрел", "ма", "июн"),
    *("июл", "август", "сентябр", "октябр", "ноябр", "декабр"),
)
MONTH: Final = re.compile(r"(?P<first>[а-я]+)(?: ?[-–] ?(?P<last>[а-я]+))?(?: (?P<year>\d{4}))?")

HAND: Final = {
    # Past by March are 35 of the region's 67: 13 «декабрь 2020», 10 «январь 2021», 7 «февраль 2021», «январь-февраль»,
    # «декабрь 2020, апрель, октябрь», 3 that begin with «февраль, …». Under way: 3 «март 2021», 2 «в течение года»,
    # «февраль-март, сентябрь», «один раз в полугодие». Without dates: «не реже одного раза в четверть», since nobody
    # confirmed the quarters of that year. By January all that has a date is over.
    (LevelId.REGION, MARCH): {"past": 35, "under way": 7, "ahead": 24, "no date": 1},
    (LevelId.REGION, JANUARY): {"past": 66, "no date": 1},
    # Of 32 for municipalities the report names 3, all «не реже одного в четверть». Past: 6 «январь 2021», 3 «декабрь
    # 2020», «февраль 2021», 2 «не реже одного в два месяца». Under way: 3 «в течение года», 3 of a half-year and
    # «январь-апрель». Ahead: 2 «август». Without dates: 5 more of a quarter, 3 somebody's plan.
    (LevelId.MUNICIPALITY, MARCH): {"past": 12, "under way": 7, "ahead": 2, "no date": 8},
    (LevelId.MUNICIPALITY, JANUARY): {"past": 21, "no date": 8},
    # Of 13 for schools 6 name December or January, 3 a quarter, 3 somebody's plan and one what it comes after.
    (LevelId.SCHOOL, MARCH): {"past": 6, "no date": 7},
    (LevelId.SCHOOL, JANUARY): {"past": 6, "no date": 7},
}
SAYS: Final = {
    State.UNREPORTED: "past",
    State.DUE_SOON: "soon",
    State.UNDER_WAY: "under way",
    State.UPCOMING: "ahead",
    State.NO_DATE: "no date",
}


def _month(word: str) -> int:
    return next(number for number, stem in enumerate(MONTHS, 1) if word.startswith(stem) and len(word) <= len(stem) + 2)


def _first(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, 1)


def _last(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _times(words: str, period: Period) -> Iterator[tuple[datetime.date, datetime.date]]:
    """The first and the last day of every time that the words name; none where they name no date."""
    words = words.lower()
    if day := re.fullmatch(r"до (\d+) декабря (\d{4})", words):
        yield datetime.date.max, datetime.date(int(day[2]), 12, int(day[1]))
    elif words.startswith("в течение"):
        yield period.start, period.end
    elif any(word in words for word in ("план", "график", "после", "четверт")):
        return
    elif every := re.search(r"полугодие|два месяца|ежеквартально|ежемесячно", words):
        length = {"полугодие": 6, "два месяца": 2, "ежеквартально": 3, "ежемесячно": 1}[every[0]]
        for month in range(1, 13, length):
            yield _first(2021, month), _last(2021, month + length - 1)
        if period.start.year == 2020 and length == 2:
            yield period.start, _last(2020, 12)
    else:
        year = str(period.end.year)
        for each in reversed([MONTH.fullmatch(part) for part in re.split(", ?", words)]):
            assert each, words
            year = each["year"] or year
            yield _first(int(year), _month(each["first"])), _last(int(year), _month(each["last"] or each["first"]))


def _clerk(one: Planned, today: datetime.date) -> str:
    words, period = one.activity.deadline, one.record.content.period
    times = list(_times(words, period)) if words else []
    if not times:
        return "no date"
    if any(last < today for _, last in times):
        return "past"
    if any((last - today).days <= 14 for _, last in times):
        return "soon"
    return "under way" if any(first <= today for first, _ in times) else "ahead"


@pytest.fixture(scope="module")
def executions(official_plan: Plan) -> Executions:
    """By day."""
    return {today: Execution(plan=official_plan, as_of=today) for today in (MARCH, JANUARY)}


@pytest.mark.parametrize("today", [MARCH, JANUARY])
@pytest.mark.parametrize("roadmap", [KRASNODAR, "voronezh-oblast/ertil/roadmap-2021"])
def test_a_clerk_says_the_same(executions: Executions, roadmap: str, today: datetime.date) -> None:
    """Of every activity that no report names, a clerk with a calendar says what the site says."""
    execution = executions[today]
    units = [unit for unit in execution.by_roadmap[roadmap] if unit.planned.key not in execution.entries]
    assert len(units) > 30
    for unit in units:
        assert SAYS[unit.state] == _clerk(unit.planned, today), unit.planned.key


@pytest.mark.parametrize(("level", "today"), HAND)
def test_counted_by_hand(executions: Executions, level: LevelId, today: datetime.date) -> None:
    """The counts of a level are those of the paper; what the report names is left out."""
    execution = executions[today]
    units = [unit for unit in execution.by_roadmap[KRASNODAR] if unit.planned.key not in execution.entries]
    assert Counter(SAYS[unit.state] for unit in units if unit.planned.level is level) == HAND[level, today]


@pytest.mark.parametrize("today", [MARCH, JANUARY])
def test_only_what_is_reported_is_told(executions: Executions, today: datetime.date) -> None:
    """Done or declared is only what the city's report names; nothing is overdue: no report is on these roadmaps."""
    told = {State.DECLARED, State.DONE, State.DONE_LATE}
    execution = executions[today]
    assert {unit.planned.key for unit in execution.units if unit.state in told} <= execution.entries.keys()
    assert not [unit for unit in execution.units if unit.state is State.OVERDUE]


@pytest.mark.parametrize("today", [MARCH, JANUARY])
def test_counts_add_up(official_plan: Plan, executions: Executions, today: datetime.date) -> None:
    """Of every roadmap all activities have one state in one territory each: Krasnodar city is the only one inside."""
    execution = executions[today]
    for roadmap, units in execution.by_roadmap.items():
        whole = [one for one in official_plan.by_roadmap[roadmap] if one.parent is None]
        assert count(units).total == len(units) == len(whole)
    assert count(execution.by_territory[CITY]).total == 45


def test_kislovodsk_by_years(executions: Executions) -> None:
    """Kislovodsk names years by figures: what has one for 2020 is past by March 2021, what has one for 2021 goes on."""
    units = executions[MARCH].by_roadmap["stavropol-krai/kislovodsk/roadmap-2020-2022"]
    dated = {unit.planned.activity.id for unit in units if unit.planned.activity.deadline}
    assert len(dated) == 2
    for unit in units:
        years = [
            int(year)
            for indicator in unit.planned.activity.indicators
            for year, value in indicator.years.items()
            if any(part.number for part in value.parts)
        ]
        if unit.planned.activity.id not in dated:
            expected = State.UNREPORTED if 2020 in years else State.UNDER_WAY if 2021 in years else State.UPCOMING
            assert unit.state is expected, unit.planned.key
