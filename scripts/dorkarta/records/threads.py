"""The thread between levels: which activities carry out which, in both directions, and what they rest upon."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dorkarta.model.document import Document
from dorkarta.model.system import Norm
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """An activity of a chain with what its record says that it rests upon."""

    planned: Planned
    documents: tuple[Record[Document], ...]
    """Those that it names."""
    norms: tuple[Norm, ...]
    """Those of its level in the system of work that are these documents."""


Chain = tuple[Link, ...]
"""From an activity up to the topmost that it carries out; the roadmap of the last tells who approved it."""


@dataclass(frozen=True, kw_only=True)
class Threads:
    """What activities name in `implements`."""

    plan: Plan

    def above(self, one: Planned) -> tuple[Planned, ...]:
        """What an activity carries out; names that lead nowhere are refused by the checks."""
        if not one.activity.implements:
            return ()
        return tuple(self.plan.by_key[key] for key in one.implements if key in self.plan.by_key)

    def below(self, one: Planned) -> tuple[Planned, ...]:
        """What carries an activity out."""
        return self.plan.implementing.get(one.key, ())

    def why(self, one: Planned) -> tuple[Chain, ...]:
        """Every way up from an activity, itself first; none where it carries nothing out and names no document."""
        if not one.activity.implements and not one.activity.documents:
            return ()
        chains = tuple(self._chains(one, frozenset()))
        return chains if self.above(one) or chains[0][0].documents else ()

    def _chains(self, one: Planned, seen: frozenset[str]) -> Iterator[Chain]:
        link = self._links.get(one.key)
        if link is None:
            link = self._links[one.key] = self._link(one)
        above = [upper for upper in self.above(one) if upper.key not in seen | {one.key}]
        if not above:
            yield (link,)
        for upper in above:
            for chain in self._chains(upper, seen | {one.key}):
                yield (link, *chain)

    @cached_property
    def _links(self) -> dict[str, Link]:
        """By the key of an activity that some chain goes through: many go through the same few."""
        return {}

    def _link(self, one: Planned) -> Link:
        corpus, territory = self.plan.corpus, one.record.territory
        found = (corpus.find_document(territory, reference) for reference in one.activity.documents)
        documents = tuple(document for document in found if document is not None)
        if not documents:
            return Link(planned=one, documents=(), norms=())
        named = {document.path for document in documents}
        norms = tuple(
            norm
            for path in lineage(territory)
            if path in corpus.systems
            for level in corpus.systems[path].content.levels
            if level.level is one.level
            for norm in level.norms
            if norm.document and (document := corpus.find_document(path, norm.document)) and document.path in named
        )
        return Link(planned=one, documents=documents, norms=norms)
