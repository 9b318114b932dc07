"""Every kind of deadline on every kind of day with every kind of report, against rules written anew."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import pytest

from dorkarta.deadline import Period
from dorkarta.progress.claim import Claim
from dorkarta.progress.state import Reason, State
from dorkarta.progress.turns import Loose, Turn, Turns
from dorkarta.progress.verdict import Question, judge

MakeClaim = Callable[..., Claim]

YEAR = Period(start=datetime.date(2024, 1, 1), end=datetime.date(2024, 12, 31))
DAY = datetime.timedelta(days=1)


def _day(month: int, day: int, year: int = 2024) -> datetime.date:
    return datetime.date(year, month, day)


TURNS = {
    "day": Turn(start=_day(6, 15), end=_day(6, 15)),
    "month": Turn(start=_day(6, 1), end=_day(6, 30)),
    "limit": Turn(start=_day(6, 15), end=_day(6, 15), limit=True),
    "year": Turn(start=YEAR.start, end=YEAR.end),
    "lasting": Turn(start=YEAR.start, end=YEAR.end, lasting=True),
    "over new year": Turn(start=_day(12, 1), end=_day(1, 31, 2025)),
    "before the roadmap": Turn(start=_day(12, 1, 2023), end=_day(12, 31, 2023)),
}
TIMES = {
    "a year before": Period(start=_day(6, 10, 2023), end=_day(6, 10, 2023)),
    "last december": Period(start=_day(12, 1, 2023), end=_day(12, 31, 2023)),
    "early": Period(start=_day(5, 20), end=_day(5, 20)),
    "month": Period(start=_day(6, 1), end=_day(6, 30)),
    "exact": Period(start=_day(6, 15), end=_day(6, 15)),
    "later": Period(start=_day(8, 1), end=_day(8, 31)),
    "whole year": Period(start=_day(1, 1), end=_day(12, 31)),
}
DOUBTS = (None, Reason.EMPTY, Reason.DOUBTED, Reason.SOME_SCHOOLS)
REPORTED = {
    "no report": (),
    "to the end": (Period(start=_day(1, 1, 2023), end=_day(12, 31, 2025)),),
    "too short": (Period(start=_day(2, 1), end=_day(3, 31)),),
}


@dataclass(frozen=True, kw_only=True)
class Story:
    """One combination."""

    turn: Turn | None
    as_of: datetime.date
    time: Period | None
    """None with a claim: the entry does not say when."""
    claimed: bool
    doubt: Reason | None
    covered: str
    cancelled: bool


def _stories(turn: Turn | None) -> Iterator[Story]:
    near = (turn.start, turn.end) if turn else (_day(6, 15), _day(6, 15))
    days = {near[0] - DAY, near[0], near[1] - 15 * DAY, near[1] - 14 * DAY, near[1], near[1] + DAY}
    days |= {_day(1, 1, 2023), _day(5, 20), _day(6, 29), _day(6, 30), _day(8, 31), _day(12, 31), _day(6, 1, 2025)}
    told: list[tuple[bool, Period | None, Reason | None]] = [(False, None, None)]
    told += [(True, time, doubt) for time, doubt in product((None, *TIMES.values()), DOUBTS)]
    for day, (claimed, time, doubt), covered, cancelled in product(sorted(days), told, REPORTED, (False, True)):
        yield Story(turn=turn, as_of=day, time=time, claimed=claimed, doubt=doubt, covered=covered, cancelled=cancelled)


def _expected(story: Story) -> State:
    """The rules as a clerk would apply them, one after the other."""
    turn, today, time = story.turn, story.as_of, story.time
    if story.cancelled:
        return State.CANCELLED
    if story.claimed:
        if story.doubt or time is None or today < time.end:
            return State.DECLARED
        if turn is None:
            return State.DECLARED if time.end < YEAR.start else State.DONE
        if time.start > turn.end:
            return State.DONE_LATE
        is_early = time.end < turn.start and not turn.limit
        if is_early and time.end < YEAR.start:
            return State.DECLARED
        return State.UNDER_WAY if turn.lasting and today <= turn.end else State.DONE
    if turn is None:
        return State.NO_DATE
    if today > turn.end:
        reaches = any(each.start <= turn.end <= each.end for each in REPORTED[story.covered])
        return State.OVERDUE if reaches else State.UNREPORTED
    if (turn.end - today).days <= 14:
        return State.DUE_SOON
    return State.UPCOMING if turn.limit or today < turn.start else State.UNDER_WAY


def _found(story: Story, claim: MakeClaim) -> State:
    turns = Turns(turns=(story.turn,)) if story.turn else Turns(turns=(), loose=(Loose(),))
    claims: tuple[Claim, ...] = ()
    if story.claimed:
        claims = (claim(*[story.time] if story.time else [], doubt=story.doubt),)
    question = Question(
        turns=turns, period=YEAR, claims=claims, reported=REPORTED[story.covered], cancelled=story.cancelled
    )
    return judge(question, story.as_of).state


@pytest.mark.parametrize("kind", [*TURNS, "no date"])
def test_table(kind: str, claim: MakeClaim) -> None:
    """Deadline, day, time of the report, its doubt, its reach and a decision to cancel: every combination."""
    stories = list(_stories(TURNS.get(kind)))
    assert len(stories) > 1500
    wrong = [
        (story, _expected(story), found) for story in stories if (found := _found(story, claim)) != _expected(story)
    ]
    assert wrong == []
