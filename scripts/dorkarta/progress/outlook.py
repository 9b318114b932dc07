"""What is near and what is past of everybody, put in order once and then told apart."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dorkarta.gathering import gathered
from dorkarta.model.level import LevelId
from dorkarta.progress.due import Dues, dues_of
from dorkarta.progress.execution import Execution
from dorkarta.progress.unit import Unit
from dorkarta.records import naming

K = TypeVar("K", str, tuple[LevelId, str])


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """What is near and what is past of a whole plan. Names that nothing belongs to are not there."""

    execution: Execution

    @cached_property
    def by_territory(self) -> Mapping[str, Dues]:
        """By the territory that carries it out."""
        return self._told_apart(lambda unit: (unit.territory,))

    @cached_property
    def by_body(self) -> Mapping[str, Dues]:
        """By the path of a body that answers for it."""
        return self._told_apart(self.execution.answering)

    @cached_property
    def by_level(self) -> Mapping[tuple[LevelId, str], Dues]:
        """By level and region."""
        return self._told_apart(lambda unit: ((unit.planned.level, naming.region_of(unit.territory)),))

    @cached_property
    def _all(self) -> Dues:
        return dues_of(self.execution.units, self.execution.as_of)

    def _told_apart(self, names: Callable[[Unit], Iterable[K]]) -> Mapping[K, Dues]:
        near = gathered((name, due) for due in self._all.near for name in names(due.unit))
        past = gathered((name, due) for due in self._all.past for name in names(due.unit))
        return {name: Dues(near=near.get(name, ()), past=past.get(name, ())) for name in {**near, **past}}
