"""A figure of a report can be compared with its plan."""

from collections.abc import Iterator

from dorkarta.checks.actuals import figures
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.model.actual import Actual
from dorkarta.model.indicator import Indicator
from dorkarta.records.corpus import Corpus
from dorkarta.records.figures import part_of, target_of, width_of, years_of
from dorkarta.text import numeral


def find(corpus: Corpus) -> Iterator[Finding]:
    """Figures with another number of numbers than the plan, or in another unit."""
    for each in figures(corpus):
        if each.indicator is not None:
            for message, hint in _faults(each.actual, each.indicator):
                yield Finding(place(each.report, *each.path, "value"), message, hint)


def _faults(actual: Actual, plan: Indicator) -> Iterator[tuple[str, str]]:
    width, parts = width_of(plan), actual.value.parts
    if part_of(actual.value, 0, width) is None:
        counted = f" ({'; '.join(plan.counts)})" if plan.counts else ""
        planned = numeral(width, "число", "числа", "чисел")
        yield (
            f"В плане {planned}{counted}, а в факте – {len(parts)}: «{actual.value.text}».",
            "Напишите столько же чисел в том же порядке: «1; 4»; если в отчёте так, объясните это в allow.",
        )
        return
    for index in range(width):
        part = part_of(actual.value, index, width)
        if part is None or (part.number == 0 and len(parts) < width):
            continue
        percent = _in_percent(plan, index)
        if percent and not part.percent and part.whole is None:
            yield (
                f"План в процентах, а факт «{actual.value.text}» – нет.",
                "Напишите «75%» или «3 из 4»; если в отчёте так, объясните это в allow.",
            )
        elif percent is False and part.percent:
            yield (
                f"Факт «{actual.value.text}» в процентах, а план – нет.",
                "Напишите, сколько это штук; если отчёт называет только процент, объясните это в allow записи.",
            )


def _in_percent(plan: Indicator, index: int) -> bool | None:
    """Whether a figure is planned in percent; None where the plan says both, or nothing."""
    target = target_of(plan, index)
    units = {part.percent for part in (*years_of(plan, index).values(), *([target] if target else [])) if part.number}
    return units.pop() if len(units) == 1 else None


RULE = Rule(
    code="W244",
    title="В факте столько же чисел, сколько в плане, и в тех же единицах.",
    why="Проценты со штуками и «1» с «1; 4» не сравнить.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            activity: zarechnaya-oblast/roadmap-2023-2024#6
            actuals: [{year: "2024", value: "1"}]
        """,
        good="""
            activity: zarechnaya-oblast/roadmap-2023-2024#6
            actuals: [{year: "2024", value: 1; 4}]
        """,
    ),
    find=find,
    reach=Reach.NAMED,
)
