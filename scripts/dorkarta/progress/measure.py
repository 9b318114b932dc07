"""A figure of an indicator, planned and reached, and how one stands to the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Final

from dorkarta.model.indicator import Accumulation
from dorkarta.model.quantity import QuantityPart
from dorkarta.progress.state import Reason
from dorkarta.records.figures import Bounds, is_limit
from dorkarta.records.references import EntryRow


class Standing(StrEnum):
    """How a fact stands to its plan; of several figures the first of these stands for all."""

    MISSED = "missed"
    INCOMPLETE = "incomplete"
    """The time is over, and only some of the years have a fact; what is known does not make the plan."""
    NO_FACT = "no-fact"
    """The time is over, and no report tells a figure: nobody knows."""
    UNCLEAR = "unclear"
    """Plan and fact cannot be compared: percent and pieces, «не менее 2» for a plan of 3."""
    DECLARED = "declared"
    """The figure makes the plan, but the entry that tells it proves nothing."""
    RUNNING = "running"
    AHEAD = "ahead"
    REACHED = "reached"
    NOT_ASKED = "not-asked"
    """The plan is nought, or there is none."""


TITLES: Final[Mapping[Standing, str]] = {
    Standing.MISSED: "не достигнут",
    Standing.INCOMPLETE: "факт не за все годы",
    Standing.NO_FACT: "факта нет",
    Standing.UNCLEAR: "сравнить нельзя",
    Standing.DECLARED: "заявлен",
    Standing.RUNNING: "ещё идёт",
    Standing.AHEAD: "впереди",
    Standing.REACHED: "достигнут",
    Standing.NOT_ASKED: "не требовалось",
}
"""What they are called, of an indicator."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A figure that an entry of a report tells."""

    row: EntryRow
    part: QuantityPart | None
    """None where it tells more or fewer figures than the plan has, so that nobody knows which is which."""
    words: str
    """The figure as the report prints it."""
    doubt: Reason | None = None
    """Why the entry proves nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """What was reached, as far as the facts tell."""

    bounds: Bounds
    percent: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Plan and fact of a year, or of the whole time."""

    year: int | None
    """None for the whole time."""
    goal: QuantityPart | None
    value: Value | None
    facts: tuple[Fact, ...]
    """Those that make the value."""
    standing: Standing

    @property
    def difference(self) -> Decimal | None:
        """By how much the fact is over the plan; below it the number is negative."""
        number = self.value.bounds.number if self.value else None
        if self.goal is None or number is None or self.standing in (Standing.UNCLEAR, Standing.NOT_ASKED):
            return None
        return number - self.goal.number

    @property
    def share(self) -> int | None:
        """The fact in percent of the plan, whole percents that are full; of percents and limits there is none."""
        if self.goal is None or self.difference is None or self.goal.percent or is_limit(self.goal):
            return None
        whole = (self.difference + self.goal.number) * 100 / self.goal.number
        return int(whole.to_integral_value(rounding=ROUND_DOWN))


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One figure of an indicator: the first or the second one of «1; 4»."""

    name: str
    accumulation: Accumulation
    years: tuple[Line, ...]
    total: Line


def folded(standings: Iterable[Standing]) -> Standing:
    """One word for several figures: the gravest, where any is asked for; what is made in part is under way."""
    found = set(standings) - {Standing.NOT_ASKED}
    gravest = next((each for each in Standing if each in found), Standing.NOT_ASKED)
    return Standing.RUNNING if gravest is Standing.AHEAD and len(found) > 1 else gravest
