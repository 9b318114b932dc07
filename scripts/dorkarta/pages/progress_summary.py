"""«Исполнение» on pages that are about something else: counts and the way to the whole of it."""

from collections.abc import Iterable, Sequence

from dorkarta.pages.standing import RULES, ExecutionView
from dorkarta.pages.status import counts_view
from dorkarta.pages.views import Link
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.text import numeral


def summary(units: Sequence[Unit], *links: Link) -> ExecutionView | None:
    """How activities stand; nothing where there are none."""
    if not units:
        return None
    activities = activities_in(units)
    several = f"Что исполняют несколько муниципалитетов, посчитано в каждом из них: всего {len(units)}."
    return ExecutionView(
        title=numeral(activities, *naming.ACTIVITY),
        counts=counts_view(units),
        remark=several if activities < len(units) else None,
        links=(*links, RULES),
    )


def activities_in(units: Iterable[Unit]) -> int:
    """How many activities there are, in however many territories each of them is carried out."""
    return len({unit.planned.key for unit in units})
