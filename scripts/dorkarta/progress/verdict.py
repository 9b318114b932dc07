"""From turns, reports and a day to a state."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta.deadline import Period
from dorkarta.progress.claim import Claim
from dorkarta.progress.matching import Told, told
from dorkarta.progress.state import DONE, Reason, State
from dorkarta.progress.turns import Turn, Turns, TurnUnit

SOON: Final = datetime.timedelta(days=14)
"""So long before its last day something is due soon."""

_GRAVITY: Final = (State.OVERDUE, State.UNREPORTED, State.DUE_SOON, State.UNDER_WAY)
"""Of turns in several states the first of these stands for all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnState:
    """A turn and how things stand with it."""

    turn: Turn
    state: State
    reason: Reason | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """How things stand with an activity in a territory on a day."""

    state: State
    reason: Reason | None = None
    turns: tuple[TurnState, ...] = ()
    unit: TurnUnit = TurnUnit.TIME
    done: int = 0
    """How many times it was done, as far as that can be counted."""
    asked: int | None = None
    """How many times it is to be done; None where nobody can say."""

    @property
    def counts(self) -> bool:
        """Whether there is anything to count: several turns, or turns that nobody knows."""
        return (self.asked or 0) > 1 or (self.asked is None and self.done > 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """All that the state of an activity in a territory depends on."""

    turns: Turns
    until: datetime.date
    """The last day of the roadmap."""
    claims: tuple[Claim, ...] = ()
    reported: tuple[Period, ...] = ()
    """The periods of the territory's reports on this very roadmap."""
    cancelled: bool = False


def judge(question: Question, as_of: datetime.date) -> Verdict:
    """The state on a day, by the rules that the site tells on its page of rules."""
    turns, unit = question.turns.turns, question.turns.unit
    if question.cancelled:
        return Verdict(state=State.CANCELLED, unit=unit)
    if not turns:
        return _undated(question, as_of)
    found = told(turns, question.claims, as_of)
    states = tuple(_turn(turn, each, question.reported, as_of) for turn, each in zip(turns, found, strict=True))
    state = folded([each.state for each in states])
    return Verdict(
        state=state,
        reason=next((each.reason for each in states if each.state is state), None),
        turns=states,
        unit=unit,
        done=sum(min(each.in_time + each.late, turn.times) for turn, each in zip(turns, found, strict=True)),
        asked=sum(turn.times for turn in turns),
    )


def _turn(turn: Turn, found: Told, reported: Iterable[Period], as_of: datetime.date) -> TurnState:
    if found.is_done(turn):
        if turn.lasting and as_of <= turn.end:
            return TurnState(turn=turn, state=State.UNDER_WAY)
        return TurnState(turn=turn, state=State.DONE_LATE if found.is_late(turn) else State.DONE)
    if found.declared:
        return TurnState(turn=turn, state=State.DECLARED, reason=found.declared)
    return TurnState(turn=turn, state=_by_time(turn, reported, as_of))


def _by_time(turn: Turn, reported: Iterable[Period], as_of: datetime.date) -> State:
    """The state of what nobody has told of."""
    if as_of > turn.end:
        return State.OVERDUE if any(period.covers(turn.end, turn.end) for period in reported) else State.UNREPORTED
    if turn.end - as_of <= SOON:
        return State.DUE_SOON
    return State.UNDER_WAY if turn.start <= as_of and not turn.limit else State.UPCOMING


def _undated(question: Question, as_of: datetime.date) -> Verdict:
    """What has no day is never late; what recurs nobody knows when is never done while nobody knows how often."""
    turns, claims = question.turns, question.claims
    done = sum(len(claim.proven(as_of)) for claim in claims)
    if done and turns.uncounted:
        state, reason = (State.UNDER_WAY, None) if as_of <= question.until else (State.DECLARED, Reason.HOW_OFTEN)
    elif done:
        state, reason = State.DONE, None
    elif claims:
        state, reason = State.DECLARED, next(filter(None, (claim.reason(as_of) for claim in claims)), None)
    else:
        state, reason = State.NO_DATE, Reason.UNCOUNTED if turns.uncounted else None
    return Verdict(state=state, reason=reason, unit=turns.unit, done=done, asked=None if turns.uncounted else 1)


def folded(states: Sequence[State]) -> State:
    """One state for several turns, or for several activities that carry out one.

    What is wrong goes before what is near, that before what is done; what is done in part goes on while something is
    ahead.

    Arguments:
        states: At least one.
    """
    listed: list[State] = [state for state in states if state is not State.CANCELLED]
    if not listed:
        return State.CANCELLED
    if all(state in DONE for state in listed):
        return State.DONE_LATE if State.DONE_LATE in listed else State.DONE
    grave = next((state for state in _GRAVITY if state in listed), None)
    if grave is not None:
        return grave
    if State.UPCOMING in listed:
        return State.UNDER_WAY if any(state in DONE for state in listed) else State.UPCOMING
    return State.DECLARED if State.DECLARED in listed else State.NO_DATE
