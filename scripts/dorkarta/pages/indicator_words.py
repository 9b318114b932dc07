"""Plan and fact of indicators in Russian words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from dorkarta.model.indicator import Accumulation
from dorkarta.pages.status import StatusView
from dorkarta.progress.measure import TITLES, Line, Measure, Standing, Value
from dorkarta.progress.state import REASONS, State
from dorkarta.records.figures import PERCENT, bounds_of, figure, is_limit, number, summed
from dorkarta.text import noun

WAYS: Final[Mapping[Accumulation, str]] = {
    Accumulation.FLOW: "Значения лет складываются.",
    Accumulation.STOCK: "Это уровень: значения лет не складываются.",
    Accumulation.YEARLY: "Нужно в каждом году заново.",
}
"""How the years make the whole time."""
WHOLE: Final[Mapping[Accumulation, str]] = {
    Accumulation.FLOW: "Всего",
    Accumulation.STOCK: "К концу",
    Accumulation.YEARLY: "Все годы",
}
"""What the line of the whole time is called."""
_LOOKS: Final[Mapping[Standing, State]] = {
    Standing.MISSED: State.OVERDUE,
    Standing.INCOMPLETE: State.UNREPORTED,
    Standing.NO_FACT: State.UNREPORTED,
    Standing.UNCLEAR: State.NO_DATE,
    Standing.DECLARED: State.DECLARED,
    Standing.RUNNING: State.UNDER_WAY,
    Standing.AHEAD: State.UPCOMING,
    Standing.REACHED: State.DONE,
    Standing.NOT_ASKED: State.NO_DATE,
}
"""The states of activities that look the same."""


def way(measure: Measure) -> str:
    """How the years make the whole time, and that the document contradicts itself where it does."""
    goal, plans = measure.total.goal, [line.goal for line in measure.years if line.goal]
    added = summed(map(bounds_of, plans))
    if measure.accumulation is Accumulation.FLOW and goal and plans and not added.meets(bounds_of(goal)):
        made = value_words(Value(bounds=added))
        return f"Значения лет складываются и дают {made}, а плановое значение – {figure(goal)}: так в документе."
    return WAYS[measure.accumulation]


def standing(found: Standing, reason: str | None = None) -> StatusView:
    """How a fact stands to its plan, with the sign of a like state of activities."""
    return StatusView(state=_LOOKS[found].value, label=TITLES[found], tally=None, reason=reason)


def line_standing(line: Line) -> StatusView | None:
    """The same of a line, with the reason why it is only declared; where nothing is asked, nothing is said."""
    if line.standing is Standing.NOT_ASKED:
        return None
    doubt = next((fact.doubt for fact in line.facts if fact.doubt), None)
    declared = line.standing is Standing.DECLARED and doubt is not None
    return standing(line.standing, REASONS[doubt] if declared and doubt else None)


def difference(line: Line) -> str | None:
    """«на 1 больше плана», «50 % плана, на 2 меньше», «пока 50 % плана», «на 5 п. п. больше предела»"""
    by, goal = line.difference, line.goal
    if by is None or goal is None:
        return None
    measure, short = "предела" if is_limit(goal) else "плана", by < 0 and not is_limit(goal)
    share = f"{line.share}{PERCENT}" if line.share is not None and short else None
    if share and line.standing is Standing.RUNNING:
        return f"пока {share} плана"
    if by == 0:
        return "ровно по плану" if not is_limit(goal) else "ровно предел"
    unit = "\u00a0п.\u00a0п." if goal.percent else ""
    by_how_much = f"на {number(_rounded(abs(by)))}{unit} {'больше' if by > 0 else 'меньше'}"
    words = f"{share} плана, {by_how_much}" if share else f"{by_how_much} {measure}"
    return f"пока {words}" if line.standing is Standing.RUNNING and short else words


def value_words(value: Value) -> str:
    """«3», «75 %», «не менее 3»"""
    bounds, percent = value.bounds, PERCENT if value.percent else ""
    if bounds.number is not None:
        return f"{number(_rounded(bounds.number))}{percent}"
    if bounds.high.is_infinite():
        return f"не менее {number(bounds.low)}{percent}"
    return f"не более {number(bounds.high)}{percent}"


def _rounded(found: Decimal) -> Decimal:
    return round(found, 1) if found != round(found, 6) else found


def years_reached(measure: Measure) -> str | None:
    """«2 из 3 лет»; nothing where no year has a fact."""
    asked = [line for line in measure.years if line.standing is not Standing.NOT_ASKED]
    if not any(line.facts for line in asked):
        return None
    reached = sum(line.standing is Standing.REACHED for line in asked)
    return f"{reached} из {len(asked)} {noun(len(asked), 'года', 'лет', 'лет')}"


def sentence(measure: Measure) -> str:
    """What a picture of plan and fact shows: «План: 2020 – 0, 2021 – 2, всего – 2. Факт: 2021 – 1.»"""
    plans = ", ".join(f"{_when(line, measure)} – {figure(line.goal)}" for line in _lines(measure) if line.goal)
    facts = ", ".join(f"{_when(line, measure)} – {value_words(line.value)}" for line in _lines(measure) if line.value)
    return f"План: {plans or 'не задан'}. Факт: {facts or 'не сообщён'}."


def _lines(measure: Measure) -> tuple[Line, ...]:
    return (*measure.years, measure.total)


def _when(line: Line, measure: Measure) -> str:
    return str(line.year) if line.year else WHOLE[measure.accumulation].lower()
