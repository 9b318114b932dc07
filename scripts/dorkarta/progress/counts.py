"""How many activities stand how: what dashboards and the API add up."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from dorkarta.gathering import gathered
from dorkarta.progress.state import State
from dorkarta.progress.unit import Unit

K = TypeVar("K", bound=Hashable)

_STATES: Final = tuple(State)


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """The number of activities in each state; a state without any is not there."""

    by_state: Mapping[State, int]

    @property
    def total(self) -> int:
        """All activities: what every share is a share of."""
        return sum(self.by_state.values())


def count(units: Iterable[Unit]) -> Counts:
    """Count activities; the states stand in the order of lists."""
    return _counts(Counter([unit.verdict.state for unit in units]))


def sums(found: Iterable[tuple[K, State, int]]) -> Mapping[K, Counts]:
    """By a name: how many of what bears it are in each state; names stand in the order in which they first come."""
    by_name: defaultdict[K, Counter[State]] = defaultdict(Counter)
    for name, state, number in found:
        by_name[name][state] += number
    return {name: _counts(states) for name, states in by_name.items()}


def grouped(units: Iterable[Unit], keys: Callable[[Unit], Iterable[str]]) -> Mapping[str, tuple[Unit, ...]]:
    """Activities by something that they have one or several of, in the order in which it first comes."""
    return gathered((key, unit) for unit in units for key in keys(unit))


def forms_of(unit: Unit) -> Iterator[str]:
    """The ids of the forms of an activity."""
    return (form.id for form in unit.planned.forms)


def _counts(found: Mapping[State, int]) -> Counts:
    return Counts(by_state={state: found[state] for state in _STATES if state in found})
