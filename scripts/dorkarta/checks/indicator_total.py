"""The figures of the years make the total of an indicator."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.model.indicator import Indicator
from dorkarta.model.quantity import QuantityPart
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities
from dorkarta.text import shortened

_COUNTED: Final = re.compile(
    r"\b(?:(?P<there>дол[яи]|процент|уров|охват|балл|школ|организаци|учреждени|педагог|учител|обучающ|ученик|участник)"
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """What a figure allows: «не менее 4» is everything from 4 up."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Bounds") -> bool:
        """Whether both may be true at once."""
        return self.low <= other.high and other.low <= self.high


def find(corpus: Corpus) -> Iterator[Finding]:
    """Indicators whose years can make their total in no way that fits what they count."""
    for record in corpus.roadmaps.values():
        for path, _, above in activities(record.content):
            for index, indicator in enumerate(above[-1].indicators):
                for message in faults(indicator):
                    yield Finding(
                        place(record, *path, "indicators", index, "target"),
                        message,
                        "Сверьте числа с документом; если так напечатано, объясните это в allow.",
                    )


def faults(indicator: Indicator) -> Iterator[str]:
    """What is wrong with the total of an indicator; its parts («1; 4») are apart from each other.

    What is made adds up: six letters in two years are six letters. What is there does not: the total is what is
    reached in the end, or at the most. Either may be asked for each year anew.
    """
    totals = indicator.target.parts if indicator.target else ()
    for index, total in enumerate(totals):
        name = indicator.counts[index] if index < len(indicator.counts) else indicator.name
        years = _years(indicator, index, several=len(totals) > 1)
        if years and total.frequency in (None, "yearly") and not _agrees(total, years, name):
            yield f"{_named(name)}: плановое значение – {_figure(total)}, а {_tried(total, years, name)}."


def adds_up(name: str) -> bool:
    """Whether the figures of years are added: what is counted is made or held anew each time."""
    found = _COUNTED.search(" ".join(name.split()[:_HEAD]))
    return found is not None and found["there"] is None


def _years(indicator: Indicator, index: int, *, several: bool) -> tuple[QuantityPart, ...]:
    """A part of every year, in their order; nothing where one does not say it. A single 0 holds for all parts."""
    found: list[QuantityPart] = []
    for _, quantity in sorted(indicator.years.items()):
        parts = quantity.parts
        if several and len(parts) == 1 and parts[0].number == 0:
            found.append(parts[0])
        elif index < len(parts) and (len(parts) > 1) is several and parts[index].frequency is None:
            found.append(parts[index])
    return tuple(found) if len(found) == len(indicator.years) else ()


def _agrees(total: QuantityPart, years: Sequence[QuantityPart], name: str) -> bool:
    goal, each = _bounds(total), [_bounds(year) for year in years]
    if all(bounds.meets(goal) for bounds in each):
        return True
    if total.frequency:
        return False
    ways = [] if total.percent else [_sum(each)]
    if not adds_up(name):
        ways += [each[-1], Bounds(low=max(one.low for one in each), high=max(one.high for one in each))]
    return any(way.meets(goal) for way in ways)


def _sum(each: Sequence[Bounds]) -> Bounds:
    return Bounds(low=sum((one.low for one in each), Decimal(0)), high=sum((one.high for one in each), Decimal(0)))


def _bounds(part: QuantityPart) -> Bounds:
    number = part.number
    match part.operator:
        case "=":
            return Bounds(low=number, high=number)
        case ">=" | ">":
            return Bounds(low=number if part.operator == ">=" else number + _LEAST, high=Decimal("Infinity"))
    return Bounds(low=Decimal(0), high=number if part.operator == "<=" else number - _LEAST)


def _named(name: str) -> str:
    return f"«{shortened(name, 60)}»"


def _figure(part: QuantityPart) -> str:
    said = {"=": "", ">=": "не менее ", "<=": "не более ", ">": "более ", "<": "менее "}[part.operator]
    percent = "\u00a0%" if part.percent else ""
    return f"{said}{_number(part.number)}{percent}"


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def _tried(total: QuantityPart, years: Sequence[QuantityPart], name: str) -> str:
    """«по годам в сумме 2 (0 + 1 + 1)», «в последний год 60 %, наибольшее 60 %»"""
    if total.frequency:
        return f"по годам {', '.join(map(_figure, years))}"
    added = f"по годам в сумме {_number(sum((year.number for year in years), Decimal(0)))}"
    if adds_up(name) and not total.percent:
        return f"{added} ({' + '.join(map(_figure, years))})"
    highest = max(years, key=lambda year: year.number)
    reached = f"в последний год {_figure(years[-1])}, наибольшее {_figure(highest)}"
    return reached if total.percent else f"{added}, {reached}"


RULE = Rule(
    code="W242",
    title="Значения по годам дают плановое значение показателя.",
    why="Кто сравнивает план с фактом, не поймёт, какое из чисел верно.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - {name: Аналитические справки, target: "4", years: {"2023": "1", "2024": "2"}}
        """,
        good="""
            - {name: Аналитические справки, target: "4", years: {"2023": "1", "2024": "3"}}
        """,
    ),
    find=find,
)
