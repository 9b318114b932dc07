"""What an expression means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from dorkarta.deadline.piece import Phrase

if TYPE_CHECKING:
    from datetime import date

    from dorkarta.deadline.kind import Kind
    from dorkarta.deadline.period import Interval
    from dorkarta.deadline.repeat import Repeat


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What an expression means.

    Arguments:
        text: The expression as it stands in the document.
        kind: What sort of deadline it is; of several expressions that of the first.
        intervals: When; a limit has no start, «с …» has no end. Empty where no date can be told.
        repeat: How often.
        condition: The event it depends on: «после проведения оценочной процедуры».
        plan: The plan it refers to: «по плану работы МНЦ».
        doubts: What an editor should look at, in Russian.
        ambiguity: That doubt among them which says that several dates are possible and none was chosen.
        reason: Why it could not be read, in Russian.
        parts: The readings of the single expressions where a cell holds several.
        phrase: The expression with its years, for the wording.
    """

    text: str
    kind: Kind
    intervals: tuple[Interval, ...] = ()
    repeat: Repeat | None = None
    condition: str | None = None
    plan: str | None = None
    doubts: tuple[str, ...] = ()
    ambiguity: str | None = None
    reason: str | None = None
    parts: tuple[Reading, ...] = ()
    phrase: Phrase = field(default_factory=Phrase, compare=False, repr=False)

    @property
    def start(self) -> date | None:
        """The first day of all intervals; None where there is only a limit."""
        return min((interval.start for interval in self.intervals if interval.start), default=None)

    @property
    def end(self) -> date | None:
        """The last day of all intervals; None where there is only a start."""
        return max((interval.end for interval in self.intervals if interval.end), default=None)

    def same_meaning(self, other: Reading) -> bool:
        """Tell whether another reading says the same, in whatever words."""
        return (
            self.kind is other.kind
            and self.intervals == other.intervals
            and self.repeat == other.repeat
            and self.condition == other.condition
            and self.plan == other.plan
            and (self.ambiguity is None) == (other.ambiguity is None)
            and (self.reason is None) == (other.reason is None)
            and len(self.parts) == len(other.parts)
            and all(mine.same_meaning(their) for mine, their in zip(self.parts, other.parts, strict=True))
        )


class IntervalJson(TypedDict):
    """An interval in JSON; dates are ISO 8601."""

    start: str | None
    end: str | None
    exact: bool


class ReadingJson(TypedDict):
    """A reading in JSON."""

    text: str
    kind: str
    intervals: list[IntervalJson]
    start: str | None
    end: str | None
    recurrence: str | None
    condition: str | None
    plan: str | None
    doubts: list[str]
    reason: str | None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def as_json(reading: Reading) -> ReadingJson:
    """Give a reading as plain data for JSON.

    Arguments:
        reading: The reading.
    """
    return {
        "text": reading.text,
        "kind": reading.kind.value,
        "intervals": [
            {"start": _iso(interval.start), "end": _iso(interval.end), "exact": interval.exact}
            for interval in reading.intervals
        ],
        "start": _iso(reading.start),
        "end": _iso(reading.end),
        "recurrence": reading.repeat.recurrence.value if reading.repeat else None,
        "condition": reading.condition,
        "plan": reading.plan,
        "doubts": list(reading.doubts),
        "reason": reading.reason,
    }
