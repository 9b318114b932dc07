"""How much of an activity is done, in Russian words."""

from collections.abc import Mapping
from typing import Final

from dorkarta.progress.state import State
from dorkarta.progress.turns import TurnUnit
from dorkarta.progress.verdict import Verdict
from dorkarta.text import noun

_OF: Final[Mapping[TurnUnit, tuple[str, str]]] = {
    TurnUnit.SCHOOL_QUARTER: ("четверти", "четвертей"),
    TurnUnit.QUARTER: ("квартала", "кварталов"),
    TurnUnit.HALF_YEAR: ("полугодия", "полугодий"),
    TurnUnit.YEAR: ("года", "лет"),
    TurnUnit.MONTH: ("месяца", "месяцев"),
    TurnUnit.TWO_MONTHS: ("раза", "раз"),
    TurnUnit.WEEK: ("недели", "недель"),
    TurnUnit.DAY: ("дня", "дней"),
    TurnUnit.TIME: ("срока", "сроков"),
    TurnUnit.PART: ("части", "частей"),
    TurnUnit.ACTIVITY: ("мероприятия", "мероприятий"),
}
"""«1 из 1 четверти», «2 из 4 четвертей»"""


def tally(verdict: Verdict) -> str | None:
    """«2 из 4 четвертей», «1 раз»; None where there is nothing to count."""
    if not verdict.is_counted or verdict.state is State.CANCELLED:
        return None
    if verdict.asked is None:
        return f"{verdict.done} {noun(verdict.done, 'раз', 'раза', 'раз')}"
    one, many = _OF[verdict.unit]
    return f"{verdict.done} из {verdict.asked} {noun(verdict.asked, one, many, many)}"
