"""The figures of the years make the total of an indicator."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import activity_rows
from dorkarta.diagnostic import Severity
from dorkarta.model.indicator import Accumulation, Indicator
from dorkarta.model.quantity import QuantityPart
from dorkarta.records.corpus import Corpus
from dorkarta.records.figures import Bounds, adds_up, bounds_of, figure, name_of, number, summed, years_of
from dorkarta.text import shortened


def find(corpus: Corpus) -> Iterator[Finding]:
    """Indicators whose years can make their total in no way that fits what they count."""
    for row in activity_rows(corpus):
        for index, indicator in enumerate(row.activity.indicators):
            for message in faults(indicator):
                yield Finding(
                    place(row.record, *row.path, "indicators", index, "target"),
                    message,
                    "Сверьте числа с документом; если так напечатано, объясните это в allow.",
                )


def faults(indicator: Indicator) -> Iterator[str]:
    """What is wrong with the total of an indicator; its parts («1; 4») are apart from each other.

    What is made adds up: six letters in two years are six letters. What is there does not: the total is what is
    reached in the end, or at the most. Either may be asked for each year anew. Where the record says which, only that
    is tried.
    """
    totals = indicator.target.parts if indicator.target else ()
    for index, total in enumerate(totals):
        name, years = name_of(indicator, index), _years(indicator, index, len(totals))
        said = indicator.accumulation or (Accumulation.FLOW if adds_up(name) and not total.percent else None)
        if years and total.frequency in (None, "yearly") and not _agrees(total, years, indicator.accumulation, said):
            yield f"{_named(name)}: плановое значение – {figure(total)}, а {_tried(total, years, said)}."


def _years(indicator: Indicator, index: int, width: int) -> tuple[QuantityPart, ...]:
    """A part of every year, in their order; nothing where one does not say it."""
    found = tuple(part for part in years_of(indicator, index).values() if part.frequency is None)
    several = any(len(cell.parts) > width for cell in indicator.years.values())
    return found if len(found) == len(indicator.years) and not several else ()


def _agrees(
    total: QuantityPart, years: Sequence[QuantityPart], told: Accumulation | None, said: Accumulation | None
) -> bool:
    """Whether some way to read the figures makes the total.

    Arguments:
        total: The planned figure of the whole time.
        years: The figures of the years.
        told: How they add up by the record.
        said: How they add up by the record or by the words of the name.
    """
    goal, each = bounds_of(total), [bounds_of(year) for year in years]
    if told in (None, Accumulation.YEARLY, Accumulation.STOCK) and all(bounds.meets(goal) for bounds in each):
        return True
    if total.frequency or told is Accumulation.YEARLY:
        return False
    ways = [] if total.percent or told is Accumulation.STOCK else [summed(each)]
    if said is not Accumulation.FLOW:
        ways += [each[-1], Bounds(low=max(one.low for one in each), high=max(one.high for one in each))]
    return any(way.meets(goal) for way in ways)


def _named(name: str) -> str:
    return f"«{shortened(name, 60)}»"


def _tried(total: QuantityPart, years: Sequence[QuantityPart], said: Accumulation | None) -> str:
    """«по годам в сумме 2 (0 + 1 + 1)», «в последний год 60 %, наибольшее 60 %»"""
    if total.frequency or said is Accumulation.YEARLY:
        return f"по годам {', '.join(map(figure, years))}"
    added = f"по годам в сумме {number(sum((year.number for year in years), Decimal(0)))}"
    if said is Accumulation.FLOW:
        return f"{added} ({' + '.join(map(figure, years))})"
    highest = max(years, key=lambda year: year.number)
    reached = f"в последний год {figure(years[-1])}, наибольшее {figure(highest)}"
    return reached if total.percent or said is Accumulation.STOCK else f"{added}, {reached}"


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
    reach=Reach.FILE,
)
