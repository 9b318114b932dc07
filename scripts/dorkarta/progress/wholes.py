"""What is counted as one activity, and which territories carry it out."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dorkarta.gathering import gathered
from dorkarta.progress.performers import performers_of
from dorkarta.progress.turns import Turns, turns_of
from dorkarta.records.plan import Plan, Planned


@dataclass(frozen=True, kw_only=True)
class Wholes:
    """The whole that every activity is counted in; a roadmap is looked at when one of its activities is asked about."""

    plan: Plan
    as_of: datetime.date
    """The day: what is cancelled by then is no part of its whole."""

    def of(self, one: Planned) -> Planned:
        """The whole that an activity is counted in, which may be itself.

        What other territories carry out than its whole is counted by itself.
        """
        above = self.plan.whole_of(one) if one.parent else None
        if above is None or self.performers(one) != self.performers(above):
            return one
        return self.of(above)

    def parts(self, whole: Planned) -> tuple[Planned, ...]:
        """What is counted in a whole and is not cancelled."""
        path = whole.record.path
        if path not in self._parts:
            self._parts[path] = gathered(
                (counted.key, one)
                for one in self.plan.by_roadmap[path]
                if one.parent and (counted := self.of(one)) is not one and not self.is_cancelled(one)
            )
        return self._parts[path].get(whole.key, ())

    def part(self, whole: Planned, identity: str | None) -> Planned:
        """A part by its id, or the whole itself."""
        return self.plan.by_key[f"{whole.record.path}#{identity}"] if identity else whole

    def is_cancelled(self, one: Planned) -> bool:
        """Whether it, or what it is a part of, is cancelled by that day."""
        act = one.activity.cancelled
        if act is not None and (act.date is None or act.date <= self.as_of):
            return True
        above = self.plan.whole_of(one)
        return above is not None and self.is_cancelled(above)

    def performers(self, one: Planned) -> tuple[str, ...]:
        """The territories that carry an activity or a part out."""
        found = self._performers.get(one.key)
        if found is None:
            found = self._performers[one.key] = performers_of(self.plan.corpus, one)
        return found

    def turns(self, one: Planned) -> Turns:
        """The turns of a whole or of a part; a part without a time of its own has none."""
        if one.key not in self._turns:
            timed = one.timing is not None or self.of(one) is one
            self._turns[one.key] = turns_of(one, self.parts(one)) if timed else Turns(turns=())
        return self._turns[one.key]

    @cached_property
    def _performers(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _parts(self) -> dict[str, Mapping[str, tuple[Planned, ...]]]:
        """By the path of a roadmap that was asked about."""
        return {}

    @cached_property
    def _turns(self) -> dict[str, Turns]:
        return {}
