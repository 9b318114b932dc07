"""What beside the words speaks for an activity or against it: its roadmap, dates, bodies, form, audience."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Final

from dorkarta.deadline import Period
from dorkarta.linking.words import Word
from dorkarta.model.form import Form, FormKind
from dorkarta.progress.claim import times_of
from dorkarta.progress.turns import Turn
from dorkarta.records import words
from dorkarta.records.corpus import Corpus
from dorkarta.records.fulfilment import roles_of
from dorkarta.records.plan import Planned
from dorkarta.records.references import EntryRow


class About(Enum):
    """What a sign is about."""

    ROADMAP = auto()
    DATES = auto()
    BODIES = auto()
    FORM = auto()
    AUDIENCE = auto()


SHARES: Final[Mapping[About, float]] = {
    About.ROADMAP: 0.2,
    About.DATES: 0.25,
    About.BODIES: 0.25,
    About.FORM: 0.2,
    About.AUDIENCE: 0.1,
}
"""How much of all signs one is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """A sign for or against; where nothing can be compared there is none."""

    about: About
    agrees: bool
    told: str


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What an entry of a report says of itself beside its words."""

    corpus: Corpus
    row: EntryRow
    title: Collection[Word]
    """The words of its title."""
    said: Collection[Word]
    """All its words."""
    form_names: Mapping[str, Collection[frozenset[str]]]
    """By the id of a form: the stems of each of its names."""

    def of(self, one: Planned, turns: Sequence[Turn]) -> Iterator[Sign]:
        """What speaks for an activity and against it.

        Arguments:
            one: The activity.
            turns: When it is to happen.
        """
        if self.row.record.content.roadmap == one.record.path:
            yield Sign(about=About.ROADMAP, agrees=True, told="пункт карты, о которой отчёт")
        yield from self._dates(one.record.content.period, turns)
        yield from self._bodies(one)
        yield from self._forms(one)
        if self._audiences(self.row.entry.audience) & self._audiences(one.activity.audience):
            yield Sign(about=About.AUDIENCE, agrees=True, told="аудитория та же")

    def _dates(self, period: Period, turns: Sequence[Turn]) -> Iterator[Sign]:
        times = times_of(self.corpus, self.row)
        if not times:
            return
        if max(time.end for time in times) < period.start:
            yield _against("отчёт – о времени до начала карты")
        elif min(time.start for time in times) > period.end:
            yield _against("отчёт – о времени после конца карты")
        elif any(turn.meets(time) for turn in turns for time in times):
            yield Sign(about=About.DATES, agrees=True, told="сроки сходятся")
        elif turns:
            late = min(time.start for time in times) > max(turn.end for turn in turns)
            yield _against("в отчёте позже срока" if late else "сроки не сходятся")

    def _bodies(self, one: Planned) -> Iterator[Sign]:
        answering = dict.fromkeys(self._answering())
        planned = {body.path for body in one.bodies}
        if not answering or not planned:
            return
        agrees = not planned.isdisjoint(answering)
        named = words.answerable(one.activity.responsible) or "ответственный целого мероприятия"
        told = f"ответственный: {named}" if agrees else f"ответственный другой: {named}"
        yield Sign(about=About.BODIES, agrees=agrees, told=told)

    def _answering(self) -> Iterator[str]:
        """Those whom the entry names, and the roles that they fulfil."""
        for name in self.row.entry.responsible:
            if body := self.corpus.find_body(self.row.record.territory, name.body):
                yield body.path
                yield from (role.path for role in roles_of(self.corpus, body))

    def _forms(self, one: Planned) -> Iterator[Sign]:
        """A title that names an event is of no other event; what it leaves open the description may tell."""
        if any(form.id in self._said_forms for form in one.forms):
            yield Sign(about=About.FORM, agrees=True, told=f"форма: {one.activity.form}")
        elif one.forms and self._is_event:
            yield Sign(about=About.FORM, agrees=False, told=f"форма другая: {one.activity.form}")

    @cached_property
    def _said_forms(self) -> frozenset[str]:
        """The ids of the forms that the entry names anywhere."""
        return frozenset(form.id for form in self.corpus.forms if self._names(form, self.said))

    @cached_property
    def _is_event(self) -> bool:
        """Whether its title names a form that is an event."""
        return any(form.kind is FormKind.EVENT and self._names(form, self.title) for form in self.corpus.forms)

    def _names(self, form: Form, said: Collection[Word]) -> bool:
        stems = {word.stem for word in said}
        return any(name <= stems for name in self.form_names[form.id])

    def _audiences(self, names: Sequence[str]) -> set[str]:
        found = (self.corpus.find_audience(name) for name in names)
        return {audience.id for audience in found if audience is not None}


def _against(told: str) -> Sign:
    return Sign(about=About.DATES, agrees=False, told=told)
