"""The activities that an entry of a report most probably means, each with a score and with what speaks for it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dorkarta.linking.likeness import Weights, common, coverage, likeness, weights
from dorkarta.linking.signs import SHARES, Sign, Signs
from dorkarta.linking.words import Language, Word, language
from dorkarta.model.report import Report, ReportEntry
from dorkarta.progress.performers import speaks_for
from dorkarta.progress.wholes import Wholes
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow

MOST: Final = 3
"""So many activities are proposed for an entry."""
LEAST: Final = 35
"""A lower score is chance."""

_OF_ALL_SAID: Final = 0.6
"""What the description tells counts less than what stands in the title."""
_FOR: Final = 0.4
"""All signs together close so much of what the words leave open."""
_AGAINST: Final = (5.0, 35.0)
"""All signs together take so much away: from equal titles, and from titles that have nothing in common."""
_WORDS_TOLD: Final = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """An activity that an entry may mean."""

    planned: Planned
    score: int
    """0 to 100; 95 and more where the titles are the same."""
    words: tuple[str, ...]
    """The words that both have, as the roadmap prints them, what tells most first."""
    signs: tuple[Sign, ...]


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """What the entries of a report may mean: activities of all roadmaps that it may tell of."""

    plan: Plan
    report: Record[Report]

    def of(self, entry: int) -> tuple[Proposal, ...]:
        """The best proposals for an entry, the best one first; none where nothing is like it.

        Arguments:
            entry: Its index.
        """
        found = [each for each in self.ranked(entry) if each.score >= LEAST]
        return tuple(found[:MOST])

    def ranked(self, entry: int) -> tuple[Proposal, ...]:
        """All activities that the entry may mean; of equal ones that of the nearest roadmap goes first."""
        row = EntryRow(record=self.report, row=entry)
        title = self._language.words(row.entry.title)
        said = self._language.words(_all_said(row.entry))
        signs = Signs(corpus=self.corpus, row=row, title=title, said=said, form_names=self._form_names)
        found = [self._proposal(one, title, said, signs) for one in self.candidates]
        return tuple(sorted(found, key=lambda each: (-each.score, self._distance(each.planned))))

    @property
    def corpus(self) -> Corpus:
        """All records."""
        return self.plan.corpus

    @cached_property
    def candidates(self) -> tuple[Planned, ...]:
        """What the report may tell of, in the order of the records; what was called off is not asked for."""
        return tuple(one for one in self.plan.planned if self._titles.get(one.key) and self.may_mean(one))

    def may_mean(self, one: Planned) -> bool:
        """Whether the report may tell of an activity at all."""
        place = self.report.territory
        return (
            not self._wholes.is_cancelled(one)
            and speaks_for(self.report, one, place)
            and place in self._wholes.performers(one)
        )

    def _proposal(self, one: Planned, title: tuple[Word, ...], said: tuple[Word, ...], signs: Signs) -> Proposal:
        planned = self._titles[one.key]
        alike = max(likeness(planned, title, self._weights), _OF_ALL_SAID * coverage(planned, said, self._weights))
        found = tuple(signs.of(one, self._wholes.turns(one).turns))
        return Proposal(
            planned=one,
            score=score(alike, found),
            words=tuple(word.printed for word in common(planned, said, self._weights)[:_WORDS_TOLD]),
            signs=found,
        )

    def _distance(self, one: Planned) -> tuple[bool, int]:
        """Its own roadmap first, then those of its territory, then those above."""
        return one.record.path != self.report.content.roadmap, -one.record.territory.count("/")

    @cached_property
    def _wholes(self) -> Wholes:
        """What was called off on any day is not asked for."""
        return Wholes(plan=self.plan, as_of=datetime.date.max)

    @cached_property
    def _language(self) -> Language:
        known = self.corpus.abbreviations(self.report.territory)
        return language({short: record.content.expansion for short, record in known.items()})

    @cached_property
    def _form_names(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        """By the id of a form: the stems of each of its names."""
        return {
            form.id: tuple(filter(None, (self._stems(name) for name in (form.title, *form.aliases))))
            for form in self.corpus.forms
        }

    def _stems(self, text: str) -> frozenset[str]:
        return frozenset(word.stem for word in self._language.words(text))

    @cached_property
    def _titles(self) -> Mapping[str, tuple[Word, ...]]:
        """By the key of an activity: the words of its title."""
        return {one.key: self._language.words(one.activity.title or "") for one in self.plan.planned}

    @cached_property
    def _weights(self) -> Weights:
        return weights(tuple(self._titles.values()))


def score(alike: float, signs: tuple[Sign, ...]) -> int:
    """Words and signs as one figure, 0 to 100: words count most, signs decide between what is alike.

    Arguments:
        alike: How alike the words are, 0 to 1.
        signs: What speaks for and against besides.
    """
    agreeing = sum(SHARES[sign.about] for sign in signs if sign.agrees)
    differing = sum(SHARES[sign.about] for sign in signs if not sign.agrees)
    least, most = _AGAINST
    found = 100 * alike + _FOR * 100 * (1 - alike) * agreeing - (least * alike + most * (1 - alike)) * differing
    return round(min(max(found, 0.0), 100.0))


def _all_said(entry: ReportEntry) -> str:
    return "\n".join((entry.title, entry.description or "", *entry.audience))
