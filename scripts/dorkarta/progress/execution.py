"""The execution of all roadmaps on a day."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dorkarta.deadline import Period
from dorkarta.progress.claim import Claim, claim_of
from dorkarta.progress.performers import performers_of, speaks_for
from dorkarta.progress.state import DONE, PAST, Reason, State
from dorkarta.progress.turns import Turns, turns_of
from dorkarta.progress.unit import Unit
from dorkarta.progress.verdict import Question, Verdict, folded, judge
from dorkarta.records.corpus import Corpus, gathered
from dorkarta.records.fulfilment import roles_of
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.references import EntryRow, full

_Key = tuple[str, str]
"""An activity and a territory."""


@dataclass(frozen=True, kw_only=True)
class Execution:
    """Every activity in every territory that carries it out, with its state."""

    plan: Plan
    as_of: datetime.date

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Whole activities, roadmap by roadmap in document order, their territories in order."""
        return tuple(unit for unit in self._all if not unit.is_part)

    @cached_property
    def by_activity(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the key of an activity or a part: its state in each territory."""
        return gathered((unit.planned.key, unit) for unit in self._all)

    @cached_property
    def by_roadmap(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the path of the roadmap: whole activities."""
        return gathered((unit.planned.record.path, unit) for unit in self.units)

    @cached_property
    def by_territory(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the territory that carries them out: whole activities, of its own roadmaps and of those above."""
        return gathered((unit.territory, unit) for unit in self.units)

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the path of a body: what it answers for by name, or as the one that fulfils a role in the territory.

        A part that names somebody else than its whole does not count: the whole does.
        """
        return gathered((path, unit) for unit in self.units for path in dict.fromkeys(self._answering(unit)))

    @cached_property
    def entries(self) -> Mapping[str, tuple[EntryRow, ...]]:
        """By the key of the activity that they name: the entries of all reports."""
        return gathered(
            (full(row.entry.activity, row.record.content.roadmap or row.record.path), row)
            for row in _rows(self.plan.corpus)
            if row.entry.activity
        )

    def entry(self, row: EntryRow) -> Claim:
        """What an entry says by itself."""
        return claim_of(self.plan.corpus, row)

    @cached_property
    def _all(self) -> tuple[Unit, ...]:
        return tuple(
            self._unit(one, territory)
            for one in self.plan.planned
            if one.parent is None or one.timing is not None
            for territory in self._performers(one)
        )

    def _performers(self, one: Planned) -> tuple[str, ...]:
        """A part is carried out where its whole is, unless it is another level's."""
        return performers_of(self.plan.corpus, one)

    def _answering(self, unit: Unit) -> Iterator[str]:
        for body in unit.bodies:
            yield body.path
            yield from self._fulfilling.get((unit.territory, body.path), ())

    @cached_property
    def _fulfilling(self) -> Mapping[_Key, tuple[str, ...]]:
        """By territory and role: the organisations that fulfil it there."""
        corpus = self.plan.corpus
        found: dict[_Key, list[str]] = {}
        for body in corpus.bodies:
            for role in roles_of(corpus, body):
                found.setdefault((body.territory, role.path), []).append(body.path)
        return {key: tuple(paths) for key, paths in found.items()}

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Planned, ...]]:
        return gathered((f"{one.record.path}#{one.parent}", one) for one in self.plan.planned if one.parent)

    @cached_property
    def _turns(self) -> dict[str, Turns]:
        return {}

    @cached_property
    def _silent(self) -> dict[tuple[str, tuple[Period, ...]], Verdict]:
        return {}

    @cached_property
    def _units(self) -> dict[_Key, Unit]:
        return {}

    def _unit(self, one: Planned, territory: str) -> Unit:
        key = (one.key, territory)
        if key not in self._units:
            self._units[key] = self._made(one, territory)
        return self._units[key]

    def _made(self, one: Planned, territory: str) -> Unit:
        claims = tuple(self._claims(one, territory))
        below = () if claims else self._below(one, territory)
        verdict = self._own(one, territory, claims)
        if below and verdict.state is not State.CANCELLED:
            verdict = derived(verdict, [self._unit(each, territory).verdict for each in below])
        rows = tuple(dict.fromkeys(claim.row for claim in claims))
        return Unit(planned=one, territory=territory, verdict=verdict, entries=rows, through=below)

    def _own(self, one: Planned, territory: str, claims: Sequence[Claim]) -> Verdict:
        """What deadline and reports say; where no report speaks it is the same in all territories."""
        reported = self._reported.get((one.record.path, territory), ())
        if claims:
            return judge(self._question(one, tuple(claims), reported), self.as_of)
        key = (one.key, reported)
        if key not in self._silent:
            self._silent[key] = judge(self._question(one, (), reported), self.as_of)
        return self._silent[key]

    def _question(self, one: Planned, claims: tuple[Claim, ...], reported: tuple[Period, ...]) -> Question:
        if one.key not in self._turns:
            self._turns[one.key] = turns_of(one, self._parts.get(one.key, ()))
        return Question(
            turns=self._turns[one.key],
            until=one.record.content.period.end,
            claims=claims,
            reported=reported,
            cancelled=self._is_cancelled(one),
        )

    def _is_cancelled(self, one: Planned) -> bool:
        whole = self.plan.whole_of(one)
        decisions = (each.activity.cancelled for each in (one, whole) if each)
        return any(act is not None and (act.date is None or act.date <= self.as_of) for act in decisions)

    def _claims(self, one: Planned, territory: str) -> Iterator[Claim]:
        """What reports of a territory say of an activity and its parts; of a part, also what they say of the whole."""
        corpus = self.plan.corpus
        about = one.level if one.record.content.level is not one.level else None
        named = [(one.key, None), *((part.key, part.activity.id) for part in self._parts.get(one.key, ()))]
        if one.parent:
            named.append((f"{one.record.path}#{one.parent}", None))
        for key, part in named:
            for row in self.entries.get(key, ()):
                if speaks_for(row.record, one, territory):
                    yield claim_of(corpus, row, about=about, part=part)

    @cached_property
    def _reported(self) -> Mapping[_Key, tuple[Period, ...]]:
        """By roadmap and territory: the periods of the reports on it."""
        found: dict[_Key, list[Period]] = {}
        for report in self.plan.corpus.reports.values():
            if report.content.roadmap:
                found.setdefault((report.content.roadmap, report.territory), []).append(report.content.period)
        return {key: tuple(periods) for key, periods in found.items()}

    def _below(self, one: Planned, territory: str) -> tuple[Planned, ...]:
        """What carries an activity out in a territory, by lower roadmaps."""
        return tuple(
            each
            for each in self.plan.implementing.get(one.key, ())
            if each.key != one.key and territory in self._performers(each)
        )


def derived(own: Verdict, below: Sequence[Verdict]) -> Verdict:
    """The state of what no report names itself, by the activities of a lower roadmap that carry it out.

    Only when all of them are done it is; when some are, it is under way or, after its own time, declared.
    """
    states = [each.state for each in below if each.state is not State.CANCELLED]
    done, some = sum(state in DONE for state in states), any(each.done or each.state in DONE for each in below)
    if not states:
        return own
    if done == len(states):
        return Verdict(state=folded(states), done=done, asked=len(states))
    if own.state in PAST:
        late = State.OVERDUE in states
        if some:
            return Verdict(state=State.DECLARED, reason=Reason.BELOW, done=done, asked=len(states))
        return Verdict(state=State.OVERDUE if late else own.state, turns=own.turns, unit=own.unit, asked=own.asked)
    if own.state is State.NO_DATE:
        return Verdict(state=folded(states), done=done, asked=len(states))
    return Verdict(state=State.UNDER_WAY, done=done, asked=len(states)) if some else own


def _rows(corpus: Corpus) -> Iterator[EntryRow]:
    for report in corpus.reports.values():
        for row in range(len(report.content.entries)):
            yield EntryRow(record=report, row=row)
