"""Which turn of an activity a report means."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dorkarta.progress.claim import Claim, Time
from dorkarta.progress.state import Reason
from dorkarta.progress.turns import Turn


@dataclass(slots=True)
class Told:
    """What reports say of one turn."""

    in_time: int = 0
    late: int = 0
    declared: Reason | None = None
    """Why a report that may mean it does not prove it."""

    def is_done(self, turn: Turn) -> bool:
        """As often as it was asked."""
        return self.in_time + self.late >= turn.times

    def is_late(self, turn: Turn) -> bool:
        """Done, but not without what came after its last day."""
        return self.is_done(turn) and self.in_time < turn.times


def told(turns: Sequence[Turn], claims: Iterable[Claim], as_of: datetime.date) -> list[Told]:
    """What reports say of each turn.

    Something done belongs to the turn whose days it meets; where there is none, to the last turn before it that is
    still open, which it comes late to, else to the next one, which it comes early to. What meets several turns
    proves none of them: «в течение года» does not tell how many of four quarters.
    """
    found = [Told() for _ in turns]
    listed = list(claims)
    done = [(time, claim) for claim in listed for time in claim.proven(as_of)]
    done.sort(key=lambda pair: (pair[0].end, pair[0].start))
    homeless: list[tuple[Time, Claim]] = []
    for time, claim in done:
        met = [index for index in _about(turns, claim) if _meets(turns[index], time)]
        if len(met) == 1:
            found[met[0]].in_time += 1
        elif met:
            _declare(found, met, Reason.WHICH_TURN)
        else:
            homeless.append((time, claim))
    for time, claim in homeless:
        _house(turns, found, time, claim)
    for claim in listed:
        if (reason := claim.reason(as_of)) is not None:
            _declare(found, _perhaps(turns, claim, as_of), reason)
    return found


def _about(turns: Sequence[Turn], claim: Claim) -> Iterator[int]:
    return (index for index, turn in enumerate(turns) if claim.part is None or turn.part == claim.part)


def _meets(turn: Turn, time: Time) -> bool:
    return turn.begins <= time.end and time.start <= turn.end


def _house(turns: Sequence[Turn], found: list[Told], time: Time, claim: Claim) -> None:
    """Give to a turn what was done between turns."""
    about = list(_about(turns, claim))
    missed = [index for index in about if turns[index].end < time.start and not found[index].is_done(turns[index])]
    ahead = [index for index in about if turns[index].begins > time.end]
    if missed:
        found[missed[-1]].late += 1
    elif ahead:
        found[ahead[0]].in_time += 1


def _perhaps(turns: Sequence[Turn], claim: Claim, as_of: datetime.date) -> list[int]:
    """The turns that a claim which proves nothing may mean."""
    about = list(_about(turns, claim))
    times = [time for time in claim.times if claim.doubt or time.end > as_of]
    met = [index for index in about if any(_meets(turns[index], time) for time in times)]
    return met or about


def _declare(found: list[Told], indices: Iterable[int], reason: Reason) -> None:
    for index in indices:
        found[index].declared = found[index].declared or reason
