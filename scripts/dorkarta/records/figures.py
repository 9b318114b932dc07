"""What planned and reached figures mean: the numbers that they allow, and how years make the whole time."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dorkarta.model.actual import Actual
from dorkarta.model.indicator import Accumulation, Indicator
from dorkarta.model.quantity import Quantity, QuantityPart
from dorkarta.text import fold

_COUNTED: Final = re.compile(
    r"\b(?:(?P<there>дол[яи]|процент|уров|охват|балл|школ(?!ьн)|организаци|учреждени|педагог|учител|обучающ|ученик"
    r"|участник)"
    r"|справ(?:к|ок)|рекомендаци|протокол|приказ|пис[еь]м|отч[её]т|программ|проект|оргпроект|план(?:а|ы|ов)?\b|пакет"
    r"|переч|запрос|лист|карт|сборник|публикаци|семинар|вебинар|совещани|заседани|конференци|конкурс|мастер|курс"
    r"|стажиров|тренинг|консультаци|выезд|визит|мероприяти|провер|аудит|мониторинг)",
    re.IGNORECASE,
)
"""What an indicator counts: something that is there all the time, else what is made or held anew each time."""
_HEAD: Final = 3
"""How many words of a name may stand before it ends: «Составление аналитических справок»."""
_LEAST: Final = Decimal("0.000001")
"""The least difference between two figures, which have no more than six decimals."""
_INFINITE: Final = Decimal("Infinity")
_SAID: Final = {"=": "", ">=": "не менее ", "<=": "не более ", ">": "более ", "<": "менее "}


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """What a figure allows: «не менее 4» is everything from 4 up."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Bounds") -> bool:
        """Whether both may be true at once."""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: "Bounds") -> bool:
        """Whether whatever this one allows, the other allows too."""
        return other.low <= self.low and self.high <= other.high

    @property
    def number(self) -> Decimal | None:
        """The one number that it allows, if it is one."""
        return self.low if self.low == self.high else None


def bounds_of(part: QuantityPart) -> Bounds:
    """The numbers that a figure allows."""
    number = part.number
    match part.operator:
        case "=":
            return Bounds(low=number, high=number)
        case ">=" | ">":
            return Bounds(low=number if part.operator == ">=" else number + _LEAST, high=_INFINITE)
    return Bounds(low=Decimal(0), high=number if part.operator == "<=" else number - _LEAST)


def goal_of(part: QuantityPart) -> Bounds:
    """What a plan is content with: more than a plain «2» is as good, more than «не более 2» is not."""
    bounds = bounds_of(part)
    return Bounds(low=bounds.low, high=_INFINITE) if part.operator == "=" else bounds


def is_limit(part: QuantityPart) -> bool:
    """Whether less is better: «не более 5»."""
    return part.operator in ("<=", "<")


def summed(each: Iterable[Bounds]) -> Bounds:
    """What the sum of several figures may be."""
    listed = tuple(each)
    return Bounds(low=sum((one.low for one in listed), Decimal(0)), high=sum((one.high for one in listed), Decimal(0)))


def is_about(actual: Actual, indicator: Indicator, all_of_them: Sequence[Indicator]) -> bool:
    """Whether a figure of a report is about an indicator of its activity: it names it, or there is only one."""
    return len(all_of_them) == 1 if actual.indicator is None else fold(actual.indicator) == fold(indicator.name)


def width_of(indicator: Indicator) -> int:
    """How many figures stand in a cell of an indicator: two in «1; 4»."""
    cells = [*indicator.years.values(), *([indicator.target] if indicator.target else [])]
    return max((len(cell.parts) for cell in cells), default=1)


def name_of(indicator: Indicator, index: int) -> str:
    """What one of its figures counts."""
    return indicator.counts[index] if index < len(indicator.counts) else indicator.name


def target_of(indicator: Indicator, index: int) -> QuantityPart | None:
    """One of the figures of the whole time."""
    return part_of(indicator.target, index, width_of(indicator)) if indicator.target else None


def years_of(indicator: Indicator, index: int) -> Mapping[int, QuantityPart]:
    """One of the figures of every year that has it, in their order."""
    width = width_of(indicator)
    found = ((int(year), part_of(cell, index, width)) for year, cell in sorted(indicator.years.items()))
    return {year: part for year, part in found if part is not None}


def part_of(cell: Quantity, index: int, width: int) -> QuantityPart | None:
    """One of the figures of a cell; a single 0 holds for all."""
    parts = cell.parts
    if len(parts) == width:
        return parts[index]
    return parts[0] if len(parts) == 1 and parts[0].number == 0 else None


def words_of(cell: Quantity, index: int) -> str:
    """One of the figures of a cell in the words of the document, with all that is said of it: «не менее 1 (май)»."""
    words = cell.text.split(";")
    return words[index if index < len(words) else 0].strip()


def adds_up(name: str) -> bool:
    """Whether the figures of years are added by the words: what is counted is made or held anew each time."""
    found = _COUNTED.search(" ".join(name.split()[:_HEAD]))
    return found is not None and found["there"] is None


def accumulation_of(indicator: Indicator, index: int = 0) -> Accumulation:
    """How years make the whole: as the record says, else as the figures agree, else by the words of the name."""
    if indicator.accumulation:
        return indicator.accumulation
    total, years = target_of(indicator, index), tuple(years_of(indicator, index).values())
    made = adds_up(name_of(indicator, index))
    if total is not None and total.frequency:
        return Accumulation.YEARLY
    if any(part.percent for part in (*years, *([total] if total else []))):
        return Accumulation.STOCK
    if total is None or not years:
        return Accumulation.FLOW if made else Accumulation.STOCK
    if len(years) > 1 and all(year.number == total.number for year in years):
        return Accumulation.YEARLY if made else Accumulation.STOCK
    return _by_figures(bounds_of(total), [bounds_of(year) for year in years], made=made)


def _by_figures(goal: Bounds, each: Sequence[Bounds], *, made: bool) -> Accumulation:
    sums = summed(each).meets(goal)
    if made:
        yearly = not sums and all(one.meets(goal) for one in each)
        return Accumulation.YEARLY if yearly else Accumulation.FLOW
    return Accumulation.FLOW if sums and not each[-1].meets(goal) else Accumulation.STOCK


def figure(part: QuantityPart) -> str:
    """«не менее 80 %»"""
    whole = f" из {number(part.whole)}" if part.whole is not None else ""
    return f"{_SAID[part.operator]}{number(part.number)}{whole}{PERCENT if part.percent else ''}"


PERCENT: Final = "\u00a0%"


def number(found: Decimal) -> str:
    """«1 234,5»"""
    return f"{found.normalize():,f}".replace(",", "\u00a0").replace(".", ",")
