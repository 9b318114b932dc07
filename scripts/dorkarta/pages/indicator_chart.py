"""Small pictures of plan and fact, laid out in numbers; `theme/blocks/_chart.html` draws them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dorkarta.model.indicator import Accumulation
from dorkarta.pages.indicator_words import WHOLE, sentence, value_words
from dorkarta.pages.plain import plain
from dorkarta.progress.measure import Line, Measure, Standing
from dorkarta.records.figures import PERCENT, is_limit, number

TOP: Final = 20
"""Room over the highest bar for its figure."""
PLOT: Final = 72
BASE: Final = TOP + PLOT
HEIGHT: Final = BASE + 20
COLUMN: Final = 60
APART: Final = 10.5
"""From the middle of a year to its plan and to its fact: closer to each other than to the next year."""
LETTER: Final = 7
"""About the width of a figure's digit."""
GAP: Final = 14
"""Between the years and the whole time."""


@plain
class Mark:
    """A bar or a level with its figure; `x` is its middle."""

    x: float
    y: float
    height: float
    label: str


@plain
class ColumnView:
    """A year, or the whole time."""

    x: float
    label: str
    plan: Mark | None
    fact: Mark | None
    limit: bool
    """The plan is not to be exceeded."""


@plain
class ChartView:
    """A picture; a level is drawn as lines and points, everything else as bars."""

    kind: str
    width: int
    height: int
    column: int
    """The width of a year."""
    base: int
    title: str
    text: str
    columns: tuple[ColumnView, ...]
    divided: float | None
    """Where a line parts the years from the whole time."""


def chart(measure: Measure) -> ChartView | None:
    """The picture of a figure; nothing where there is no fact and all plans are one number, which needs no picture."""
    stock = measure.accumulation is Accumulation.STOCK
    shown = measure.years if (stock and measure.years) or measure.accumulation is Accumulation.YEARLY else _all(measure)
    highest = max((height for line in shown for height in _numbers(line)), default=Decimal(0))
    has_facts = any(line.value for line in shown)
    if not highest or (not has_facts and len({line.goal.number for line in shown if line.goal}) == 1):
        return None
    letters = max(len(label) for line in shown for label in _labels(line))
    column = max(COLUMN, 2 * LETTER * letters + GAP)
    spread = max(APART, LETTER * letters / 2 + 4) if has_facts else 0
    divided = column * len(measure.years) + GAP / 2 if shown[-1].year is None and len(shown) > 1 else None
    return ChartView(
        kind="level" if stock else "bars",
        width=column * len(shown) + (GAP if divided else 0),
        height=HEIGHT,
        column=column,
        base=BASE,
        title=f"{measure.name}: план и факт",
        text=sentence(measure),
        columns=tuple(
            _column(
                line,
                x=column * index + column / 2 + (GAP if divided and line.year is None else 0),
                spread=spread,
                scale=PLOT / float(highest),
                whole=WHOLE[measure.accumulation].lower(),
            )
            for index, line in enumerate(shown)
        ),
        divided=divided,
    )


def _all(measure: Measure) -> tuple[Line, ...]:
    """The years and what they make; a single year is the whole."""
    return (*measure.years, measure.total) if len(measure.years) != 1 else measure.years


def _numbers(line: Line) -> Iterator[Decimal]:
    if line.goal:
        yield line.goal.number
    if line.value and (fact := _drawn(line)) is not None:
        yield fact


def _drawn(line: Line) -> Decimal | None:
    """The number that stands for a fact: of «не менее 3» it is 3; what cannot be compared is not drawn."""
    if line.value is None or (line.standing is Standing.UNCLEAR and line.value.bounds.number is not None):
        return None
    return line.value.bounds.high if line.value.bounds.low == 0 else line.value.bounds.low


def _labels(line: Line) -> Iterator[str]:
    yield _plan_label(line) or ""
    yield _fact_label(line) or ""


def _plan_label(line: Line) -> str | None:
    if line.goal is None:
        return None
    sign = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": ""}[line.goal.operator]
    return f"{sign}{number(line.goal.number)}{PERCENT if line.goal.percent else ''}"


def _fact_label(line: Line) -> str | None:
    return value_words(line.value) if line.value and line.value.bounds.number is not None else None


def _column(line: Line, *, x: float, spread: float, scale: float, whole: str) -> ColumnView:
    plan, fact = line.goal.number if line.goal else None, _drawn(line)
    return ColumnView(
        x=round(x, 1),
        label=str(line.year) if line.year else whole,
        plan=_mark(x - spread, plan, scale, _plan_label(line)),
        fact=_mark(x + spread, fact, scale, _fact_label(line)),
        limit=line.goal is not None and is_limit(line.goal),
    )


def _mark(x: float, found: Decimal | None, scale: float, label: str | None) -> Mark | None:
    if found is None:
        return None
    height = round(float(found) * scale, 1)
    return Mark(x=round(x, 1), y=round(BASE - height, 1), height=height, label=label or "")
