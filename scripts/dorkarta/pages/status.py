"""States of activities and their counts as plain data, as `theme/blocks/_progress.html` shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dorkarta.progress.counts import Counts, count
from dorkarta.progress.state import REASONS, TITLES
from dorkarta.progress.unit import Unit
from dorkarta.progress.verdict import Verdict
from dorkarta.progress.wording import tally


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusView:
    """A state: `state` is for looks and filters, the words say all."""

    state: str
    label: str
    tally: str | None
    """«2 из 4 четвертей»"""
    reason: str | None
    """Why it is only declared."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CountView:
    """How many activities are in a state; the share is of all, in percent, and all shares make about a hundred."""

    state: str
    label: str
    count: int
    share: float


@dataclass(frozen=True, kw_only=True, slots=True)
class CountsView:
    """Counts with what they are counts of; states without activities are left out."""

    total: int
    counts: tuple[CountView, ...]


def status(verdict: Verdict) -> StatusView:
    """A state in words."""
    return StatusView(
        state=verdict.state.value,
        label=TITLES[verdict.state],
        tally=tally(verdict),
        reason=REASONS[verdict.reason] if verdict.reason else None,
    )


def counts_view(units: Iterable[Unit]) -> CountsView:
    """Counts of activities."""
    return shown(count(units))


def shown(counts: Counts) -> CountsView:
    """Counts in words, with their shares."""
    return CountsView(
        total=counts.total,
        counts=tuple(
            CountView(
                state=state.value,
                label=TITLES[state],
                count=number,
                share=round(100 * number / counts.total, 1),
            )
            for state, number in counts.by_state.items()
        ),
    )
