"""The execution of all roadmaps on a day."""

import datetime
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dorkarta.deadline import Period
from dorkarta.gathering import gathered
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.progress.claim import Claim, claim_of, of_whole
from dorkarta.progress.indicators import Track, tracks
from dorkarta.progress.lookup import Lookup
from dorkarta.progress.performers import speaks_for, speaks_for_all
from dorkarta.progress.state import DONE, State
from dorkarta.progress.turns import kinds_of
from dorkarta.progress.unit import Unit
from dorkarta.progress.verdict import Question, Verdict, judge, through
from dorkarta.progress.wholes import Wholes
from dorkarta.records.fulfilment import roles_of
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow, entry_rows

_Key = tuple[str, str]
"""Something and a territory."""


@dataclass(frozen=True, kw_only=True)
class Execution:
    """Every activity in every territory that carries it out, with its state."""

    plan: Plan
    as_of: datetime.date

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Whole activities, roadmap by roadmap in document order, their territories in order.

        A part that other territories carry out than its whole is counted as a whole there.
        """
        return tuple(unit for units in self.by_roadmap.values() for unit in units)

    @cached_property
    def by_activity(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the key of an activity or a part: its state in each territory."""
        return Lookup(lambda: (one.key for one in self.plan.planned), self._of_activity)

    @cached_property
    def by_roadmap(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the path of the roadmap: whole activities."""
        return Lookup(lambda: sorted(self.plan.corpus.roadmaps), self._of_roadmap)

    @cached_property
    def by_territory(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the territory that carries them out: whole activities, of its own roadmaps and of those above."""
        return Lookup(lambda: sorted(self.plan.corpus.territories), self._of_territory)

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Unit, ...]]:
        """By the path of a body: what it answers for by name, or as the one that fulfils a role in the territory.

        A part that names somebody else than its whole does not count: the whole does.
        """
        return gathered((path, unit) for unit in self.units for path in self.answering(unit))

    @cached_property
    def entries(self) -> Mapping[str, tuple[EntryRow, ...]]:
        """By the key of the activity that they name: the entries of all reports."""
        return gathered((row.names, row) for row in entry_rows(self.plan.corpus) if row.names)

    @cached_property
    def tracks(self) -> Mapping[str, tuple[Track, ...]]:
        """By the path of the roadmap: its indicators where they are carried out."""
        return Lookup(lambda: sorted(self.plan.corpus.roadmaps), self._tracks_of)

    def entry(self, row: EntryRow) -> Claim:
        """What an entry says by itself."""
        return claim_of(self.plan.corpus, row)

    def answering(self, unit: Unit) -> Iterable[str]:
        """The paths of the bodies that answer for it, each once."""
        return dict.fromkeys(self._answering(unit))

    def _answering(self, unit: Unit) -> Iterator[str]:
        for body in unit.bodies:
            yield body.path
            yield from self._fulfilling.get((unit.territory, body.path), ())

    @cached_property
    def _fulfilling(self) -> Mapping[_Key, tuple[str, ...]]:
        """By territory and role: the organisations that fulfil it there."""
        corpus = self.plan.corpus
        return gathered(
            ((body.territory, role.path), body.path) for body in corpus.bodies for role in roles_of(corpus, body)
        )

    def _tracks_of(self, path: str) -> tuple[Track, ...]:
        return tuple(tracks(self.plan, path, self.entries, self.as_of))

    def _of_activity(self, key: str) -> tuple[Unit, ...]:
        return self._judged(key.partition("#")[0]).get(key, ())

    def _of_roadmap(self, path: str) -> tuple[Unit, ...]:
        return tuple(unit for units in self._judged(path).values() for unit in units if not unit.is_part)

    def _of_territory(self, path: str) -> tuple[Unit, ...]:
        """Those of the roadmaps that may ask something of the territory: its own, and those right above it."""
        asking = (path, path.rpartition("/")[0])
        return tuple(
            unit
            for record in self._roadmaps(asking)
            for unit in self.by_roadmap.get(record.path, ())
            if unit.territory == path
        )

    def _roadmaps(self, territories: Iterable[str]) -> list[Record[Roadmap]]:
        """The roadmaps of some territories, in the order of the plan."""
        found = (record for path in dict.fromkeys(territories) for record in self._own_roadmaps.get(path, ()))
        return sorted(found, key=lambda record: record.path)

    @cached_property
    def _own_roadmaps(self) -> Mapping[str, tuple[Record[Roadmap], ...]]:
        return gathered((record.territory, record) for record in self.plan.corpus.roadmaps.values())

    def _judged(self, path: str) -> Mapping[str, tuple[Unit, ...]]:
        """The units of a roadmap by the keys of its activities, parts among them."""
        if path not in self._by_roadmap:
            planned = self.plan.by_roadmap.get(path, ())
            self._by_roadmap[path] = {one.key: tuple(self._units_of(one)) for one in planned}
        return self._by_roadmap[path]

    @cached_property
    def _by_roadmap(self) -> dict[str, Mapping[str, tuple[Unit, ...]]]:
        return {}

    def _units_of(self, one: Planned) -> Iterator[Unit]:
        """A whole in each of its territories; a part as its whole stands, where it has a time of its own."""
        whole = self._wholes.of(one)
        for territory in self._wholes.performers(one):
            if one is whole:
                yield self._unit(one, territory)
            elif one.timing is not None:
                yield self._part(one, self._unit(whole, territory))

    @cached_property
    def _wholes(self) -> Wholes:
        return Wholes(plan=self.plan, as_of=self.as_of)

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        """The wholes that an entry or a lower roadmap names, or a part of which it names; of others only days tell."""
        named = (self.plan.by_key.get(key) for key in {*self.entries, *self.plan.implementing})
        return frozenset(self._wholes.of(one).key for one in named if one is not None)

    @cached_property
    def _silent(self) -> dict[tuple[Hashable, ...], Verdict]:
        return {}

    @cached_property
    def _made(self) -> dict[_Key, Unit]:
        return {}

    @cached_property
    def _open(self) -> set[_Key]:
        """What is being made: threads that go in circles, which the checks refuse, end here."""
        return set()

    def _unit(self, one: Planned, territory: str) -> Unit:
        """A whole in a territory."""
        key = (one.key, territory)
        unit = self._made.get(key)
        if unit is None:
            if one.key in self._spoken_of:
                self._open.add(key)
                unit = self._told(one, territory)
                self._open.discard(key)
            else:
                unit = self._untold(one, territory)
            self._made[key] = unit
        return unit

    def _untold(self, one: Planned, territory: str) -> Unit:
        """What the deadline says by itself: the same wherever it is the same and reports reach equally far."""
        reported = self._reported(one, territory)
        alone = one.timing is not None and not self._wholes.parts(one)
        key = (kinds_of(one), one.timing, self._wholes.is_cancelled(one), reported) if alone else (one.key, reported)
        verdict = self._silent.get(key)
        if verdict is None:
            verdict = self._silent[key] = judge(self._question(one, reported), self.as_of)
        return Unit(planned=one, territory=territory, verdict=verdict)

    def _told(self, one: Planned, territory: str) -> Unit:
        """What reports and lower roadmaps say as well."""
        claims, parts = list(self._direct(one, territory)), self._wholes.parts(one)
        rows = tuple(dict.fromkeys(claim.row for claim in claims))
        proven = {claim.part for claim in claims if claim.proven(self.as_of)}
        below = () if None in proven else tuple(self._below(one, territory))
        for part in (None, *(each.activity.id for each in parts)):
            if part not in proven:
                claims += self._from_below(one, part, territory)
        if parts and not any(part.timing for part in parts):
            claims = list(of_whole(claims, [part.activity.id for part in parts], self.as_of))
        question = self._question(one, self._reported(one, territory), tuple(dict.fromkeys(claims)))
        verdict = judge(question, self.as_of)
        if below and verdict.state is not State.CANCELLED:
            verdict = through(verdict, [each.verdict for each in below])
        return Unit(planned=one, territory=territory, verdict=verdict, entries=rows, through=_telling(below))

    def _part(self, one: Planned, whole: Unit) -> Unit:
        """A part as its whole stands, so that both say the same; what names the whole may mean it."""
        named = {one.key, whole.planned.key}
        entries = tuple(row for row in whole.entries if row.names in named)
        verdict = whole.verdict.of_part(one.activity.id, self._wholes.turns(one).unit)
        proven = bool(entries) and verdict.state in DONE
        below = () if proven else _telling(tuple(self._below(one, whole.territory)))
        return Unit(
            planned=one, territory=whole.territory, verdict=verdict, entries=entries, through=below, is_part=True
        )

    def _question(self, one: Planned, reported: tuple[Period, ...], claims: tuple[Claim, ...] = ()) -> Question:
        return Question(
            turns=self._wholes.turns(one),
            period=one.record.content.period,
            claims=claims,
            reported=reported,
            cancelled=self._wholes.is_cancelled(one),
        )

    def _direct(self, one: Planned, territory: str) -> Iterator[Claim]:
        """What reports of a territory say of an activity and of its parts."""
        for each in (one, *self._wholes.parts(one)):
            for row in self.entries.get(each.key, ()):
                if speaks_for(row.record, each, territory):
                    part = None if each is one else each.activity.id
                    yield claim_of(self.plan.corpus, row, about=each, part=part)

    def _from_below(self, one: Planned, part: str | None, territory: str) -> Iterator[Claim]:
        """What reports say of the activities of lower roadmaps that carry it out, once all of these are done."""
        named = self._wholes.part(one, part)
        units = [unit for unit in self._below(named, territory) if unit.state is not State.CANCELLED]
        if all(unit.state in DONE for unit in units):
            for unit in units:
                for row in self._evidence(unit, frozenset()):
                    yield claim_of(self.plan.corpus, row, about=named, part=part)

    def _evidence(self, unit: Unit, seen: frozenset[str]) -> Iterator[EntryRow]:
        """The entries that tell of it, itself or through lower roadmaps."""
        yield from unit.entries
        for lower in self._below(unit.planned, unit.territory):
            if lower.planned.key not in seen:
                yield from self._evidence(lower, seen | {unit.planned.key})

    def _below(self, one: Planned, territory: str) -> Iterator[Unit]:
        """What carries an activity out in a territory, by lower roadmaps."""
        for each in self._lower(one).get(territory, ()):
            whole = self._wholes.of(each)
            if (whole.key, territory) not in self._open:
                unit = self._unit(whole, territory)
                yield unit if each is whole else self._part(each, unit)

    def _lower(self, one: Planned) -> Mapping[str, tuple[Planned, ...]]:
        """By territory: the activities of lower roadmaps that carry an activity out there."""
        found = self._lowers.get(one.key)
        if found is None:
            performers, of = self._wholes.performers, self._wholes.of
            lower = self.plan.implementing.get(one.key, ())
            found = self._lowers[one.key] = gathered((place, each) for each in lower for place in performers(of(each)))
        return found

    @cached_property
    def _lowers(self) -> dict[str, Mapping[str, tuple[Planned, ...]]]:
        """What `_lower` was asked before: a region asks the same of each of its municipalities."""
        return {}

    def _reported(self, one: Planned, territory: str) -> tuple[Period, ...]:
        """The periods of the reports on its roadmap that would have told of it."""
        reports = self._reports.get((one.record.path, territory))
        if reports is None:
            return ()
        return tuple(report.content.period for report in reports if speaks_for_all(report, one, territory))

    @cached_property
    def _reports(self) -> Mapping[_Key, tuple[Record[Report], ...]]:
        """By roadmap and territory: the reports of the territory on the roadmap."""
        reports = self.plan.corpus.reports.values()
        return gathered(
            ((report.content.roadmap, report.territory), report) for report in reports if report.content.roadmap
        )


def _telling(below: Sequence[Unit]) -> tuple[Planned, ...]:
    """Lower activities that tell a state: all of them as soon as a report speaks of one, none while all are silent."""
    told = any(unit.entries or unit.through for unit in below)
    return tuple(unit.planned for unit in below) if told else ()
