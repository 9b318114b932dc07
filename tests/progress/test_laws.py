"""What holds for states whatever the records say."""

import datetime
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dorkarta.deadline import Period
from dorkarta.progress.claim import Claim
from dorkarta.progress.state import DONE, PAST, Reason, State
from dorkarta.progress.turns import Loose, Turn, Turns, turns_of
from dorkarta.progress.verdict import Question, Verdict, judge
from dorkarta.progress.wording import tally
from dorkarta.records.plan import Plan
from dorkarta.records.timing import timing_of

FIRST = datetime.date(2024, 1, 1)
YEAR = Period(start=FIRST, end=datetime.date(2024, 12, 31))
FORWARD = (State.UPCOMING, State.UNDER_WAY, State.DUE_SOON, State.UNREPORTED, State.OVERDUE)
"""The way of something that nobody tells of."""

MakeClaim = Callable[..., Claim]
Build = Callable[[MakeClaim], Question]
Said = tuple[tuple[Period, ...], Reason | None, int, str | None]
"""Times, doubt, report, part."""


def _day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number)


days = st.integers(-60, 430).map(_day)


@st.composite
def times(draw: st.DrawFn) -> Period:
    start = draw(days)
    return Period(start=start, end=start + datetime.timedelta(days=draw(st.sampled_from([0, 0, 6, 30, 364]))))


@st.composite
def turns(draw: st.DrawFn) -> Turns:
    """Turns one after another, of two parts or of none; limits open where the one before them is over."""
    found: list[Turn] = []
    day, parts = draw(days), draw(st.sampled_from([(None,), ("a", "b")]))
    for _ in range(draw(st.integers(0, 4))):
        start = day + datetime.timedelta(days=draw(st.integers(1, 60)))
        end = start + datetime.timedelta(days=draw(st.sampled_from([0, 9, 30, 90])))
        limit = draw(st.booleans())
        found.append(
            Turn(
                start=end if limit else start,
                end=end,
                limit=limit,
                opens=found[-1].end + datetime.timedelta(days=1) if limit and found else datetime.date.min,
                lasting=draw(st.booleans()) and not limit,
                times=draw(st.integers(1, 3)),
                part=draw(st.sampled_from(parts)),
            )
        )
        day = end
    loose = [Loose(part=part, uncounted=draw(st.booleans())) for part in parts if not found or draw(st.booleans())]
    return Turns(turns=tuple(found), loose=tuple(loose) if parts[0] else tuple(loose)[: not found])


@st.composite
def claims(draw: st.DrawFn, *, doubts: Sequence[Reason | None] = (None, None, Reason.EMPTY)) -> Said:
    return (
        tuple(draw(st.lists(times(), max_size=3))),
        draw(st.sampled_from(doubts)),
        draw(st.integers(0, 1)),
        draw(st.sampled_from([None, None, "a", "b"])),
    )


@st.composite
def questions(draw: st.DrawFn, *, told: bool = True) -> Build:
    laid, listed = draw(turns()), draw(st.lists(claims(), max_size=5)) if told else []
    starts = draw(st.lists(days, max_size=2))
    reported = tuple(Period(start=start, end=start + datetime.timedelta(days=120)) for start in starts)

    def made(claim: MakeClaim) -> Question:
        return Question(
            turns=laid,
            period=YEAR,
            claims=tuple(claim(*each[0], doubt=each[1], row=each[2], part=each[3]) for each in listed),
            reported=reported,
        )

    return made


def _good(verdict: Verdict) -> int:
    """How good a state is where reports can only make it better."""
    order = ({State.OVERDUE}, {State.UNREPORTED}, set(State) - PAST - DONE, {State.DONE_LATE}, {State.DONE})
    return next(index for index, states in enumerate(order) if verdict.state in states)


@given(questions(told=False), days, days)
def test_time_moves_forward(claim: MakeClaim, build: Build, one: datetime.date, other: datetime.date) -> None:
    """What nobody tells of only goes on: it is ahead, under way, due soon, over; without days it stays so."""
    question = build(claim)
    first, second = judge(question, min(one, other)).state, judge(question, max(one, other)).state
    assert first is second or FORWARD.index(first) < FORWARD.index(second)


@given(questions(), days)
def test_overdue_needs_a_report(claim: MakeClaim, build: Build, as_of: datetime.date) -> None:
    """Nothing is overdue without a report on this roadmap that reaches over the end of one of its turns."""
    question = build(claim)
    if judge(question, as_of).state is State.OVERDUE:
        ends = [turn.end for turn in question.turns.turns]
        assert any(period.covers(end, end) for period in question.reported for end in ends if end < as_of)
    assert judge(replace(question, reported=()), as_of).state is not State.OVERDUE


@given(questions(), days)
def test_done_is_proven(claim: MakeClaim, build: Build, as_of: datetime.date) -> None:
    """What is done has an entry without doubt whose time is over and does not lie before roadmap and turns."""
    question = build(claim)
    verdict = judge(question, as_of)
    proven = [time for each in question.claims if not each.doubt for time in each.times if time.end <= as_of]
    assert proven or (verdict.done == 0 and verdict.state not in DONE)
    assert (verdict.state in PAST) == any(each.state in PAST for each in verdict.turns)
    assert verdict.asked is None or verdict.done <= verdict.asked
    assert (verdict.state is State.DECLARED) <= (verdict.reason is not None)


@given(questions(), claims(doubts=[None]), days)
def test_a_proven_entry_never_harms(claim: MakeClaim, build: Build, more: Said, as_of: datetime.date) -> None:
    """One more proven entry makes no state worse and takes nothing away from what was counted."""
    question = build(claim)
    added = claim(*(time for time in more[0] if time.end <= as_of), row=more[2], part=more[3])
    if not added.times:
        return
    before, after = judge(question, as_of), judge(replace(question, claims=(*question.claims, added)), as_of)
    assert _good(after) >= _good(before)
    assert after.done >= before.done


@given(questions(), days, st.randoms(use_true_random=False))
def test_order_does_not_matter(claim: MakeClaim, build: Build, as_of: datetime.date, chance: random.Random) -> None:
    """In whatever order reports and entries come, they say the same."""
    question = build(claim)
    shuffled: list[Claim] = list(question.claims)
    chance.shuffle(shuffled)
    assert judge(replace(question, claims=tuple(shuffled)), as_of) == judge(question, as_of)


@given(questions(), days)
def test_parts_make_the_whole(claim: MakeClaim, build: Build, as_of: datetime.date) -> None:
    """What the parts say adds up to what the whole says."""
    question = build(claim)
    whole = judge(question, as_of)
    ids = {turn.part for turn in question.turns.turns} | {loose.part for loose in question.turns.loose}
    if None not in ids:
        parts = [whole.of_part(part, whole.unit) for part in ids if part]
        assert sum(each.done for each in parts) == whole.done
        assert (whole.state in DONE) == all(each.state in DONE for each in parts)


@given(st.data())
def test_any_reading(official_plan: Plan, data: st.DataObject) -> None:
    """Whatever stands in the cell of a deadline, there is a state with its words on every day."""
    plan = official_plan
    words = data.draw(st.sampled_from([one.activity.deadline for one in plan.planned]) | st.text(max_size=30))
    period = data.draw(st.sampled_from([one.content.period for one in plan.corpus.roadmaps.values()]))
    calendar = plan.corpus.school_calendar("krasnodar-krai")
    one = replace(plan.planned[0], timing=timing_of(words, (), period=period, calendar=calendar))
    question = Question(turns=turns_of(one), period=period, reported=(period,))
    verdict = judge(question, data.draw(st.dates(datetime.date(2019, 1, 1), datetime.date(2024, 1, 1))))
    assert (tally(verdict) is None) == (not verdict.is_counted)
