"""The activities of territories, counted by all that dashboards group them by; sums are added up, not counted again."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, TypeVar

from dorkarta.gathering import gathered
from dorkarta.model.level import LevelId
from dorkarta.progress.counts import Counts, sums
from dorkarta.progress.execution import Execution
from dorkarta.progress.state import State
from dorkarta.progress.unit import Unit
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Planned

K = TypeVar("K", bound=Hashable)

_Cells = Mapping[tuple[K, State], int]
"""How many activities have something and are in a state; what comes first in the roadmaps stands first."""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The activities of one territory or of several."""

    rows: _Cells[tuple[str, LevelId]]
    """By the path of the roadmap and the level."""
    forms: _Cells[str | None]
    """By the id of a form, with several in each of them; None where there is none."""
    bodies: _Cells[str | None]
    """By the path of a body that answers for them, by name or by a role that it fulfils; None where nobody does."""

    @cached_property
    def counts(self) -> Counts:
        """All of them."""
        return sums(("", state, number) for (_, state), number in self.rows.items()).get("", Counts(by_state={}))

    @cached_property
    def by_roadmap(self) -> Mapping[str, Counts]:
        """By the path of the roadmap."""
        return sums((path, state, number) for ((path, _), state), number in self.rows.items())

    @cached_property
    def by_level(self) -> Mapping[LevelId, Counts]:
        """By level."""
        return sums((level, state, number) for ((_, level), state), number in self.rows.items())

    @cached_property
    def by_roadmap_and_level(self) -> Mapping[str, Mapping[LevelId, Counts]]:
        """By the path of the roadmap, then by level."""
        found: defaultdict[str, dict[LevelId, Counts]] = defaultdict(dict)
        for (path, level), counts in _sums(self.rows).items():
            found[path][level] = counts
        return found

    @cached_property
    def by_form(self) -> Mapping[str | None, Counts]:
        """By the id of a form."""
        return _sums(self.forms)

    @cached_property
    def by_body(self) -> Mapping[str | None, Counts]:
        """By the path of a body."""
        return _sums(self.bodies)


NOTHING: Final = Tally(rows={}, forms={}, bodies={})


@dataclass(frozen=True, kw_only=True)
class Tallies:
    """The tallies of all territories where anything is carried out."""

    execution: Execution

    @cached_property
    def own(self) -> Mapping[str, Tally]:
        """By territory: what it carries out itself."""
        units, by_body = self.execution.units, self.execution.by_body
        states = [(unit.territory, unit.planned, unit.verdict.state) for unit in units]
        rows = _by_territory((place, (one.record.path, one.level), state) for place, one, state in states)
        forms = _by_territory((place, name, state) for place, one, state in states for name in _ids(one))
        nobodys = [unit for unit in units if not unit.bodies]
        answered: Iterator[tuple[str | None, Sequence[Unit]]] = chain(by_body.items(), [(None, nobodys)])
        bodies = _by_territory((u.territory, path, u.verdict.state) for path, found in answered for u in found)
        return {path: Tally(rows=rows[path], forms=forms[path], bodies=bodies[path]) for path in rows}

    @cached_property
    def inside(self) -> Mapping[str, Tally]:
        """By territory, the country among them: what it and all inside it carry out, its own first."""
        around = gathered((path, self.own[territory]) for territory in sorted(self.own) for path in lineage(territory))
        return {path: _together(tallies) for path, tallies in around.items()}


def _ids(one: Planned) -> Sequence[str | None]:
    """Of the forms of an activity."""
    return [form.id for form in one.forms] if one.forms else (None,)


def _by_territory(found: Iterable[tuple[str, K, State]]) -> Mapping[str, _Cells[K]]:
    cells: defaultdict[str, dict[tuple[K, State], int]] = defaultdict(dict)
    for (territory, name, state), number in Counter(found).items():
        cells[territory][name, state] = number
    return cells


def _together(tallies: Iterable[Tally]) -> Tally:
    """The tally of several that have no activity in common."""
    listed = tuple(tallies)
    if len(listed) == 1:
        return listed[0]
    return Tally(
        rows=_added(each.rows for each in listed),
        forms=_added(each.forms for each in listed),
        bodies=_added(each.bodies for each in listed),
    )


def _added(cells: Iterable[_Cells[K]]) -> _Cells[K]:
    together = Counter[tuple[K, State]]()
    for each in cells:
        together.update(each)
    return together


def _sums(cells: _Cells[K]) -> Mapping[K, Counts]:
    return sums((name, state, number) for (name, state), number in cells.items())
