"""A table of counts: how activities stand in each of several groups."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from dorkarta.pages.plain import plain
from dorkarta.pages.status import ORDER, CountsView, percent, shown
from dorkarta.progress.counts import Counts
from dorkarta.progress.state import TITLES, State


@plain
class Group:
    """Activities that one row counts."""

    title: str
    counts: Counts
    href: str | None = None
    note: str | None = None
    depth: int = 0
    """How far it stands inside the rows above it, which count its activities too."""
    rows: str | None = None
    """Where these very activities stand row by row, to be filtered by their state."""


@plain
class ColumnView:
    """A state."""

    state: str
    label: str


@plain
class CellView:
    """How many activities of a row are in the state of the column."""

    state: str
    label: str
    count: int
    percent: str
    href: str | None
    """Where they stand row by row."""


@plain
class RowView:
    """A group with its counts, in figures and for the band."""

    title: str
    href: str | None
    note: str | None
    depth: int
    counts: CountsView
    cells: tuple[CellView, ...]


@plain
class TableView:
    """Groups by states."""

    caption: str
    head: str
    """What the rows are: «Уровень»."""
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    total: RowView | None


def states_of(counts: Counts) -> tuple[State, ...]:
    """The columns of tables about some activities: what there is, and always what is done."""
    return tuple(state for state in ORDER if state in counts.by_state or state is State.DONE)


def table(
    caption: str, head: str, groups: Iterable[Group], states: Sequence[State], *, total: Group | None = None
) -> TableView:
    """Count activities by groups and states.

    Arguments:
        caption: What the table tells, for those who do not see it.
        head: What the groups are.
        groups: The rows.
        states: The columns; at least all states of these activities.
        total: All activities of the rows, each once.
    """
    return TableView(
        caption=caption,
        head=head,
        columns=tuple(ColumnView(state=state.value, label=TITLES[state]) for state in states),
        rows=tuple(_row(group, states) for group in groups),
        total=_row(total, states) if total else None,
    )


def _row(group: Group, states: Sequence[State]) -> RowView:
    counts, total = group.counts, group.counts.total
    numbers = ((state, counts.by_state.get(state, 0)) for state in states)
    return RowView(
        title=group.title,
        href=group.href,
        note=group.note,
        depth=group.depth,
        counts=shown(counts),
        cells=tuple(
            _cell(state, number, total, _filtered(group.rows, state) if group.rows and number else None)
            for state, number in numbers
        ),
    )


@lru_cache(maxsize=4096)  # most are noughts, and small numbers of small ones
def _cell(state: State, number: int, total: int, href: str | None) -> CellView:
    return CellView(state=state.value, label=TITLES[state], count=number, percent=percent(number, total), href=href)


def _filtered(address: str, state: State) -> str:
    return f"{address}{'&' if '?' in address else '?'}state={state}"
