"""States of activities and their counts as plain data, as `theme/blocks/_progress.html` shows them."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from dorkarta.pages.plain import plain
from dorkarta.progress.counts import Counts, count
from dorkarta.progress.state import REASONS, TITLES, Reason, State
from dorkarta.progress.unit import Unit
from dorkarta.progress.verdict import Verdict
from dorkarta.progress.wording import tally

ORDER: Final = (
    State.DONE,
    State.DONE_LATE,
    State.DECLARED,
    State.UNDER_WAY,
    State.DUE_SOON,
    State.UPCOMING,
    State.UNREPORTED,
    State.OVERDUE,
    State.NO_DATE,
    State.CANCELLED,
)
"""How states stand in counts, bands and columns: from what is done to what is ahead and what is not known."""


@plain
class StatusView:
    """A state: `state` is for looks and filters, the words say all."""

    state: str
    label: str
    tally: str | None
    """«2 из 4 четвертей»"""
    reason: str | None
    """Why it is only declared."""


@plain
class CountView:
    """How many activities are in a state; the share is of all, in percent, and all shares make about a hundred."""

    state: str
    label: str
    count: int
    share: float
    percent: str
    """«18 %»"""


@plain
class CountsView:
    """Counts with what they are counts of; states without activities are left out."""

    total: int
    counts: tuple[CountView, ...]


def status(verdict: Verdict) -> StatusView:
    """How an activity stands, in words."""
    return status_of(verdict.state, verdict.reason, tally=tally(verdict))


@lru_cache(maxsize=1024)
def status_of(state: State, reason: Reason | None = None, *, tally: str | None = None) -> StatusView:
    """A state in words, with its reason and with how much of it is done."""
    return StatusView(state=state.value, label=TITLES[state], tally=tally, reason=REASONS[reason] if reason else None)


def counts_view(units: Iterable[Unit]) -> CountsView:
    """Counts of activities."""
    return shown(count(units))


@lru_cache(maxsize=len(State))
def alone(state: State) -> CountsView:
    """The counts of one activity, as most rows of a table have them."""
    return shown(Counts(by_state={state: 1}))


def shown(counts: Counts) -> CountsView:
    """Counts in words, with their shares."""
    total = counts.total
    return CountsView(
        total=total,
        counts=tuple(_shown(state, number, total) for state in ORDER if (number := counts.by_state.get(state, 0))),
    )


@lru_cache(maxsize=4096)
def _shown(state: State, number: int, total: int) -> CountView:
    return CountView(
        state=state.value,
        label=TITLES[state],
        count=number,
        share=round(100 * number / total, 1),
        percent=percent(number, total),
    )


def percent(number: int, total: int) -> str:
    """«18 %»; only nothing is 0 % and only all is 100 %, and a share of nothing is «–»."""
    if not total:
        return "–"
    share = round(100 * number / total)
    if number and not share:
        return "меньше 1\u00a0%"
    if number < total and share == 100:
        return "больше 99\u00a0%"
    return f"{share}\u00a0%"
