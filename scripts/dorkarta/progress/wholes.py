"""What is counted as one activity, and which territories carry it out."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dorkarta.progress.performers import performers_of
from dorkarta.progress.turns import Turns, turns_of
from dorkarta.records.corpus import gathered
from dorkarta.records.plan import Plan, Planned


@dataclass(frozen=True, kw_only=True)
class Wholes:
    """Every activity with the whole that it is counted in."""

    plan: Plan
    as_of: datetime.date
    """The day: what is cancelled by then is no part of its whole."""

    def of(self, one: Planned) -> Planned:
        """The whole that an activity is counted in, which may be itself."""
        return self._roots[one.key]

    def parts(self, whole: Planned) -> tuple[Planned, ...]:
        """What is counted in a whole and is not cancelled."""
        return self._parts.get(whole.key, ())

    def part(self, whole: Planned, identity: str | None) -> Planned:
        """A part by its id, or the whole itself."""
        return self.plan.by_key[f"{whole.record.path}#{identity}"] if identity else whole

    def is_cancelled(self, one: Planned) -> bool:
        """Whether it, or what it is a part of, is cancelled by that day."""
        act, above = one.activity.cancelled, self.plan.whole_of(one)
        decided = act is not None and (act.date is None or act.date <= self.as_of)
        return decided or (above is not None and self.is_cancelled(above))

    @cached_property
    def performers(self) -> Mapping[str, tuple[str, ...]]:
        """By the key of an activity or a part: the territories that carry it out."""
        return {one.key: performers_of(self.plan.corpus, one) for one in self.plan.planned}

    @cached_property
    def turns(self) -> Mapping[str, Turns]:
        """By the key of a whole, or of a part with a time of its own."""
        return {
            one.key: turns_of(one, self.parts(one))
            for one in self.plan.planned
            if one.timing is not None or self.of(one) is one
        }

    @cached_property
    def _roots(self) -> Mapping[str, Planned]:
        """What other territories carry out than its whole is counted by itself."""
        found: dict[str, Planned] = {}
        for one in self.plan.planned:
            above = self.plan.whole_of(one)
            joined = above is not None and self.performers[one.key] == self.performers[above.key]
            found[one.key] = found[above.key] if above is not None and joined else one
        return found

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Planned, ...]]:
        return gathered(
            (whole.key, one)
            for one in self.plan.planned
            if (whole := self.of(one)) is not one and not self.is_cancelled(one)
        )
