"""Which turn of an activity a report means."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dorkarta.deadline import Period
from dorkarta.progress.claim import Claim
from dorkarta.progress.state import Reason, foremost
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

    def done(self, turn: Turn) -> int:
        """How often it was done, of the times that were asked."""
        return min(self.in_time + self.late, turn.times)


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """Something done at a time, whoever tells of it."""

    time: Period
    part: str | None

    @property
    def order(self) -> tuple[datetime.date, datetime.date, str]:
        """By its last day."""
        return self.time.end, self.time.start, self.part or ""


def told(turns: Sequence[Turn], claims: Iterable[Claim], as_of: datetime.date, *, since: datetime.date) -> list[Told]:
    """What reports say of each turn.

    Something done belongs to the turn whose days it meets; where there is none, to the last turn before it that is
    still open, which it comes late to, else to the next one, which it comes early to. What meets several turns
    proves none of them: «в течение года» does not tell how many of four quarters. Early is not before the roadmap.

    Arguments:
        turns: The turns in order of time.
        claims: What the reports say, in any order.
        as_of: The day.
        since: The first day of the roadmap.
    """
    found = [Told() for _ in turns]
    listed = list(claims)
    homeless: list[Deed] = []
    for deed in deeds(listed, as_of):
        met = _meant(turns, _met(turns, deed), deed.time)
        if len(met) == 1:
            found[met[0]].in_time += 1
        elif met:
            _declare(found, met, Reason.WHICH_TURN)
        else:
            homeless.append(deed)
    for deed in homeless:
        _house(turns, found, deed, since)
    for claim in listed:
        if (reason := claim.reason(as_of)) is not None:
            _declare(found, _perhaps(turns, claim, as_of), reason)
    return found


def deeds(claims: Iterable[Claim], as_of: datetime.date) -> list[Deed]:
    """What is proven, in order of time; what two reports tell in the same words of time was done once.

    Two entries of one report are two deeds, even of one month.
    """
    reports: dict[str, Counter[Deed]] = {}
    for claim in claims:
        counted = reports.setdefault(claim.row.record.path, Counter())
        counted.update(Deed(time=time, part=claim.part) for time in claim.proven(as_of))
    if not reports:
        return []
    joined: Counter[Deed] = Counter()
    for counted in reports.values():
        joined |= counted
    return sorted(joined.elements(), key=lambda deed: deed.order)


def is_before(turns: Sequence[Turn], time: Period, since: datetime.date) -> bool:
    """Whether it was over before the roadmap began, and no turn lies so early."""
    return time.end < since and not any(turn.meets(time) for turn in turns)


def _about(turns: Sequence[Turn], part: str | None) -> Iterator[int]:
    return (index for index, turn in enumerate(turns) if part is None or turn.part == part)


def _met(turns: Sequence[Turn], deed: Deed) -> list[int]:
    return [index for index in _about(turns, deed.part) if turns[index].meets(deed.time)]


def _meant(turns: Sequence[Turn], met: list[int], time: Period) -> list[int]:
    """Of several limits that a month meets it means the one that ends in it: «декабрь» that of 25 December."""
    ending = [index for index in met if turns[index].limit and time.start <= turns[index].end <= time.end]
    return ending if len(ending) == 1 and len(met) > 1 else met


def _house(turns: Sequence[Turn], found: list[Told], deed: Deed, since: datetime.date) -> None:
    """Give to a turn what was done between turns."""
    about = list(_about(turns, deed.part))
    missed = [index for index in about if turns[index].end < deed.time.start and not found[index].is_done(turns[index])]
    ahead = [index for index in about if turns[index].begins > deed.time.end]
    if missed:
        found[missed[-1]].late += 1
    elif ahead and deed.time.end < since:
        _declare(found, ahead[:1], Reason.BEFORE)
    elif ahead:
        found[ahead[0]].in_time += 1


def _perhaps(turns: Sequence[Turn], claim: Claim, as_of: datetime.date) -> list[int]:
    """The turns that a claim which proves nothing may mean: those of its days, else those that have begun."""
    about = list(_about(turns, claim.part))
    times = [time for time in claim.times if claim.doubt or time.end > as_of]
    met = [index for index in about if any(turns[index].meets(time) for time in times)]
    return met or [index for index in about if turns[index].begins <= as_of] or about[:1]


def _declare(found: list[Told], indices: Iterable[int], reason: Reason) -> None:
    for index in indices:
        found[index].declared = foremost((found[index].declared, reason))
