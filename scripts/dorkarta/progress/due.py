"""What is near, and what is over without a word."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta.progress.state import PAST, State
from dorkarta.progress.unit import Unit
from dorkarta.progress.verdict import TurnState

HORIZON: Final = datetime.timedelta(days=30)
"""So far ahead «что на подходе» looks."""

_OPEN: Final = frozenset({State.UPCOMING, State.DUE_SOON, State.UNDER_WAY, State.DECLARED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """A turn of an activity that somebody should think of."""

    unit: Unit
    turn: TurnState

    @property
    def order(self) -> tuple[datetime.date, datetime.date, str, int, str]:
        """By the last day, then as the records stand."""
        planned = self.unit.planned
        return self.turn.turn.end, self.turn.turn.start, planned.record.path, planned.line, self.unit.territory


@dataclass(frozen=True, kw_only=True, slots=True)
class Dues:
    """What somebody should think of among some activities."""

    near: tuple[Due, ...] = ()
    past: tuple[Due, ...] = ()


def dues_of(units: Sequence[Unit], as_of: datetime.date) -> Dues:
    """What is near and what is past among activities."""
    return Dues(near=near(units, as_of), past=past(units))


def near(units: Iterable[Unit], as_of: datetime.date) -> tuple[Due, ...]:
    """What begins or must be ready within the horizon and is not done yet, by its last day."""
    return tuple(sorted(_near(units, as_of), key=lambda due: due.order))


def _near(units: Iterable[Unit], as_of: datetime.date) -> Iterator[Due]:
    last = as_of + HORIZON
    for unit in units:
        for turn in unit.verdict.turns:
            days = turn.turn
            begins = not days.limit and as_of <= days.start <= last
            if turn.state in _OPEN and (begins or as_of <= days.end <= last):
                yield Due(unit=unit, turn=turn)


def past(units: Iterable[Unit]) -> tuple[Due, ...]:
    """What is over and what nobody has told of, the latest first; of one activity the last missed turn."""
    found = (Due(unit=unit, turn=missed[-1]) for unit in units if (missed := _missed(unit.verdict.turns)))
    return tuple(sorted(found, key=lambda due: (-due.turn.turn.end.toordinal(), *due.order[1:])))


def _missed(turns: Iterable[TurnState]) -> list[TurnState]:
    """The overdue turns, since no report tells of what came after them; else those without a report."""
    if over := [turn for turn in turns if turn.state in PAST]:
        return [turn for turn in over if turn.state is State.OVERDUE] or over
    return over
