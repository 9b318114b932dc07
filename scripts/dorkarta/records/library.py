"""The library of practices: what belongs together by activities, entries, risks and territories."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dorkarta.gathering import gathered
from dorkarta.model.practice import Practice
from dorkarta.model.risk_factor import RiskFactor
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.references import References

Practices = tuple[Record[Practice], ...]


@dataclass(frozen=True, kw_only=True)
class Library:
    """The practices of a plan's corpus, looked at from every side; all lists are by name or in document order."""

    plan: Plan

    @cached_property
    def practices(self) -> Practices:
        """All of them."""
        return tuple(record for _, record in sorted(self.plan.corpus.practices.items()))

    @cached_property
    def references(self) -> References:
        """What their references mean."""
        return References(corpus=self.plan.corpus)

    @cached_property
    def by_activity(self) -> Mapping[str, Practices]:
        """By the key of an activity that a practice lists; its steps may cite more."""
        return gathered((key, each) for each in self.practices for key in dict.fromkeys(each.content.activities))

    @cached_property
    def by_entry(self) -> Mapping[str, Practices]:
        """By the key of an entry of a report: `krasnodar-krai/krasnodar/report-2020-2021#2`."""
        return gathered((key, each) for each in self.practices for key in dict.fromkeys(each.content.entries))

    @cached_property
    def by_risk(self) -> Mapping[str, Practices]:
        """By the id of a risk factor."""
        return gathered((risk, each) for each in self.practices for risk in dict.fromkeys(each.content.risks))

    @cached_property
    def inside(self) -> Mapping[str, Practices]:
        """By territory: its own and those of all inside it."""
        return gathered((path, each) for each in self.practices for path in lineage(each.territory))

    def related(self, one: Record[Practice]) -> Practices:
        """Others that help against the same risks, those with the most risks in common first."""
        risks = set(one.content.risks)
        shared = {each.path: len(risks & set(each.content.risks)) for each in self.practices if each.path != one.path}
        near = (each for each in self.practices if shared.get(each.path))
        return tuple(sorted(near, key=lambda each: (-shared[each.path], each.path)))

    def activities_against(self, factor: RiskFactor) -> tuple[Planned, ...]:
        """The activities of the sections that the registry ties to a factor, parts of activities among them."""
        wanted = set(factor.sections)
        return tuple(
            one
            for path in sorted({section.partition("#")[0] for section in wanted})
            for one in self.plan.by_roadmap.get(path, ())
            if any(f"{path}#{section.id}" in wanted for section in one.sections)
        )
