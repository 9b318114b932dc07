"""From turns, reports and a day to a state."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dorkarta.deadline import Period
from dorkarta.progress.claim import Claim
from dorkarta.progress.matching import Told, deeds, told
from dorkarta.progress.state import DONE, PAST, Reason, State, foremost
from dorkarta.progress.turns import Loose, Turn, Turns, TurnUnit

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
    done: int = 0
    """How many of its times."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LooseState:
    """How things stand with what has no day."""

    loose: Loose
    state: State
    reason: Reason | None = None
    done: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """How things stand with an activity in a territory on a day."""

    state: State
    reason: Reason | None = None
    turns: tuple[TurnState, ...] = ()
    loose: tuple[LooseState, ...] = ()
    unit: TurnUnit = TurnUnit.TIME
    done: int = 0
    """How many times it was done, as far as that can be counted."""
    asked: int | None = None
    """How many times it is to be done; None where nobody can say."""

    @property
    def is_counted(self) -> bool:
        """Whether there is anything to count: several turns, or turns that nobody knows."""
        return (self.asked or 0) > 1 or (self.asked is None and self.done > 0)

    def of_part(self, part: str, unit: TurnUnit) -> "Verdict":
        """How things stand with a part of the activity.

        Arguments:
            part: Its id.
            unit: What its own turns are counted in.
        """
        if self.state is State.CANCELLED:
            return self
        return _folded(
            tuple(each for each in self.turns if each.turn.part == part),
            tuple(each for each in self.loose if each.loose.part == part),
            unit,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """All that the state of an activity in a territory depends on."""

    turns: Turns
    period: Period
    """The days of the roadmap."""
    claims: tuple[Claim, ...] = ()
    reported: tuple[Period, ...] = ()
    """The periods of the territory's reports on this very roadmap."""
    cancelled: bool = False


def judge(question: Question, as_of: datetime.date) -> Verdict:
    """The state on a day, by the rules that the site tells on its page of rules."""
    turns = question.turns
    if question.cancelled:
        return Verdict(state=State.CANCELLED, unit=turns.unit)
    found = told(turns.turns, question.claims, as_of, since=question.period.start)
    return _folded(
        tuple(_turn(turn, each, question.reported, as_of) for turn, each in zip(turns.turns, found, strict=True)),
        tuple(_loose(each, question, as_of) for each in turns.loose),
        turns.unit,
    )


def _folded(turns: tuple[TurnState, ...], loose: tuple[LooseState, ...], unit: TurnUnit) -> Verdict:
    every: tuple[TurnState | LooseState, ...] = (*turns, *loose)
    state = folded([each.state for each in every])
    reason = next((each.reason for each in every if each.state is state), None)
    counted = not any(each.loose.uncounted for each in loose)
    return Verdict(
        state=state,
        reason=Reason.PARTS if state is State.DECLARED and reason is None else reason,
        turns=turns,
        loose=loose,
        unit=unit,
        done=sum(each.done for each in every),
        asked=sum(each.turn.times for each in turns) + len(loose) if counted else None,
    )


def _turn(turn: Turn, found: Told, reported: Iterable[Period], as_of: datetime.date) -> TurnState:
    done = found.done(turn)
    if found.is_done(turn):
        if turn.lasting and as_of <= turn.end:
            return TurnState(turn=turn, state=State.UNDER_WAY, done=done)
        return TurnState(turn=turn, state=State.DONE_LATE if found.is_late(turn) else State.DONE, done=done)
    if found.declared:
        return TurnState(turn=turn, state=State.DECLARED, reason=found.declared, done=done)
    return TurnState(turn=turn, state=_by_time(turn, reported, as_of), done=done)


def _by_time(turn: Turn, reported: Iterable[Period], as_of: datetime.date) -> State:
    """The state of what nobody has told of."""
    if as_of > turn.end:
        return State.OVERDUE if any(period.covers(turn.end, turn.end) for period in reported) else State.UNREPORTED
    if turn.end - as_of <= SOON:
        return State.DUE_SOON
    return State.UNDER_WAY if turn.start <= as_of and not turn.limit else State.UPCOMING


def _loose(loose: Loose, question: Question, as_of: datetime.date) -> LooseState:
    """What has no day is never late; what recurs nobody knows when is never done while nobody knows how often."""
    claims = [claim for claim in question.claims if claim.part == loose.part]
    proven = deeds(claims, as_of)
    done = sum(deed.time.end >= question.period.start for deed in proven)
    if done and loose.uncounted:
        if as_of <= question.period.end:
            return LooseState(loose=loose, state=State.UNDER_WAY, done=done)
        return LooseState(loose=loose, state=State.DECLARED, reason=Reason.HOW_OFTEN, done=done)
    if done:
        return LooseState(loose=loose, state=State.DONE, done=1)
    if claims:
        reason = foremost(claim.reason(as_of) for claim in claims) or Reason.BEFORE
        return LooseState(loose=loose, state=State.DECLARED, reason=reason)
    return LooseState(loose=loose, state=State.NO_DATE, reason=Reason.UNCOUNTED if loose.uncounted else None)


def folded(states: Sequence[State]) -> State:
    """One state for several turns or parts.

    What is wrong goes before what is near, that before what is done; what is done in part goes on while something is
    ahead, and is only declared where the rest has no day.
    """
    listed: list[State] = [state for state in states if state is not State.CANCELLED]
    if not listed:
        return State.CANCELLED
    if all(state in DONE for state in listed):
        return State.DONE_LATE if State.DONE_LATE in listed else State.DONE
    grave = next((state for state in _GRAVITY if state in listed), None)
    if grave is not None:
        return grave
    done = any(state in DONE for state in listed)
    if State.UPCOMING in listed and done:
        return State.UNDER_WAY
    if State.DECLARED in listed:
        return State.DECLARED
    if State.UPCOMING in listed:
        return State.UPCOMING
    return State.DECLARED if done else State.NO_DATE


def through(own: Verdict, lower: Sequence[Verdict]) -> Verdict:
    """The state of what lower roadmaps carry out, while not all of theirs is done.

    Arguments:
        own: What deadline and reports say.
        lower: How things stand with the activities of lower roadmaps that carry it out.
    """
    states = [each.state for each in lower if each.state is not State.CANCELLED]
    done = sum(state in DONE for state in states)
    begun = done > 0 or any(each.done for each in lower)
    if done == len(states) or own.state in DONE or not (begun or State.DECLARED in states):
        return own
    counted = replace(own, unit=TurnUnit.ACTIVITY, done=done, asked=len(states))
    if own.state is State.UPCOMING:
        return replace(counted, state=State.UNDER_WAY) if begun else own
    if own.state in PAST or own.state is State.NO_DATE:
        turns = tuple(_declared(each) if each.state in PAST else each for each in own.turns)
        return replace(counted, state=State.DECLARED, reason=Reason.BELOW, turns=turns)
    return counted


def _declared(turn: TurnState) -> TurnState:
    return replace(turn, state=State.DECLARED, reason=Reason.BELOW)
