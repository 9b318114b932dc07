"""Facts of roadmaps and reports that an earlier check found, by the hashes of their files."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import orjson

from dorkarta.checks.facts import Facts, Plain, ReportFacts, RoadmapFacts, facts_of, of_report, of_roadmap
from dorkarta.checks.shared import keep
from dorkarta.model.base import Model
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.replacing import put

F = TypeVar("F", RoadmapFacts, ReportFacts)
M = TypeVar("M", bound=Model)

Kept = Mapping[str, Plain]
"""By the hash of a file: the fields of its facts."""


def recall(corpus: Corpus, memory: Path, maker: str) -> None:
    """Let the rules have the facts of a corpus; only files that are new are looked at.

    Arguments:
        corpus: The records.
        memory: Where facts are kept, a file that may be missing or torn.
        maker: The fingerprint of what finds them; what others found is forgotten.
    """
    digests = {file.path: file.digest or "" for file in corpus.files}
    before = _remembered(memory, maker)
    facts = Facts(
        corpus=corpus,
        roadmaps=_with_new(corpus.roadmaps, digests, before, RoadmapFacts, of_roadmap),
        reports=_with_new(corpus.reports, digests, before, ReportFacts, of_report),
    )
    keep(corpus, facts_of, facts)
    found = (*facts.roadmaps.items(), *facts.reports.items())
    now = {digests[path]: tuple(each) for path, each in found if digests[path]}
    if now.keys() != before.keys():
        with suppress(OSError):
            put(memory, orjson.dumps([maker, now]))


def _with_new(
    records: Mapping[str, Record[M]],
    digests: Mapping[str, str],
    before: Kept,
    kind: Callable[..., F],
    find: Callable[[M], F],
) -> dict[str, F]:
    """By the path of a record: its facts, as they are kept or found now."""
    return {
        path: kind(*before[digests[path]]) if digests[path] in before else find(record.content)
        for path, record in records.items()
    }


def _remembered(memory: Path, maker: str) -> Kept:
    try:
        made, kept = orjson.loads(memory.read_bytes())
        return dict(kept) if made == maker else {}
    except (OSError, ValueError, TypeError):
        return {}
