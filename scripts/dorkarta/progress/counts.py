"""How many activities stand how: what dashboards and the API add up."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dorkarta.progress.state import State
from dorkarta.progress.unit import Unit
from dorkarta.records.corpus import gathered


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
    found = Counter([unit.verdict.state for unit in units])
    return Counts(by_state={state: found[state] for state in State if found[state]})


def grouped(units: Iterable[Unit], keys: Callable[[Unit], Iterable[str]]) -> Mapping[str, tuple[Unit, ...]]:
    """Activities by something that they have one or several of, in the order in which it first comes."""
    return gathered((key, unit) for unit in units for key in keys(unit))


def forms_of(unit: Unit) -> Iterator[str]:
    """The ids of the forms of an activity."""
    return (form.id for form in unit.planned.forms)
