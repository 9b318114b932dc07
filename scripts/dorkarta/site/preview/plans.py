"""The plan of one state of the records after another: only what changed is planned anew."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from dorkarta.model.practice import Practice
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Plan, Planned, planned_of
from dorkarta.records.record import Record

_Basis = tuple[RecordFile, ...]
"""What a roadmap is planned from: its own file, and the vocabularies of its territory and of those above."""
_NOT_LOOKED_INTO: Final = (None, Roadmap, Report, Practice)
"""No activity means anything else because such a file changed."""


class Plans:
    """Remembers what the activities of each roadmap meant."""

    def __init__(self) -> None:
        self.changed: frozenset[str] = frozenset()
        """The paths of the roadmaps that were planned anew the last time, or were no more."""
        self._known: dict[str, tuple[_Basis, Sequence[Planned]]] = {}

    def plan(self, corpus: Corpus) -> Plan:
        """The plan of a corpus; files that are the same objects as before have not changed."""
        bases, former = _bases(corpus), self._known
        self._known = {path: self._planned(corpus, corpus.roadmaps[path], bases[path]) for path in sorted(bases)}
        self.changed = frozenset(
            path for path in (*former, *self._known) if former.get(path) is not self._known.get(path)
        )
        planned = chain.from_iterable(each for _, each in self._known.values())
        return Plan(corpus=corpus, planned=tuple(planned))

    def _planned(self, corpus: Corpus, record: Record[Roadmap], basis: _Basis) -> tuple[_Basis, Sequence[Planned]]:
        known = self._known.get(record.path)
        if known is not None and _are_same(known[0], basis):
            return known
        return basis, tuple(planned_of(corpus, record))


def _bases(corpus: Corpus) -> dict[str, _Basis]:
    """By the path of a roadmap."""
    vocabularies: dict[str, list[RecordFile]] = {}
    for file in corpus.files:
        if file.model not in _NOT_LOOKED_INTO:
            vocabularies.setdefault(file.territory, []).append(file)
    above: dict[str, _Basis] = {}
    found = {}
    for file in corpus.files:
        if file.model is Roadmap:
            if file.territory not in above:
                around = (vocabularies.get(each, ()) for each in lineage(file.territory))
                above[file.territory] = tuple(chain.from_iterable(around))
            found[file.path] = (file, *above[file.territory])
    return found


def _are_same(one: _Basis, other: _Basis) -> bool:
    return len(one) == len(other) and all(map(_is, one, other))


def _is(one: RecordFile, other: RecordFile) -> bool:
    return one is other
