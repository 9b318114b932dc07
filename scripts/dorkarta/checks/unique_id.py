"""Identity is permanent, so it is unique."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from dorkarta.checks.rule import Example, Finding, Reach, Rule, at
from dorkarta.checks.shared import activity_rows
from dorkarta.diagnostic import Place
from dorkarta.gathering import gathered
from dorkarta.model.form import Forms
from dorkarta.model.risk_factor import RiskFactors
from dorkarta.model.vocabulary import Audiences
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.record import Record
from dorkarta.records.walk import Path, sections

_LISTS: Final = ((Forms, "forms"), (Audiences, "audiences"), (RiskFactors, "factors"), (RiskFactors, "groups"))


def find(corpus: Corpus) -> Iterator[Finding]:
    """Ids that stand twice in a record or a list."""
    activities = gathered((row.record.path, row) for row in activity_rows(corpus))
    for roadmap in corpus.roadmaps.values():
        ids: list[_Id] = [(chain[-1].id, roadmap, path) for path, chain in sections(roadmap.content)]
        ids += [(row.activity.id, roadmap, row.path) for row in activities.get(roadmap.path, ())]
        yield from _doubled(ids)
    for report in corpus.reports.values():
        entries = enumerate(report.content.entries)
        yield from _doubled([(entry.id, report, ("entries", row)) for row, entry in entries])
    for parts in (corpus.bodies, corpus.documents):
        yield from _doubled([(record.path, record, ()) for record in parts])
    for file in corpus.files:
        for vocabulary in (name for model, name in _LISTS if file.model is model):
            parts_of = enumerate(getattr(file.content, vocabulary))
            yield from _doubled([(part.id, file, (vocabulary, index)) for index, part in parts_of])


_Id = tuple[str, Record[Any] | RecordFile, Path]
"""An id, where it stands, and the path of what bears it."""


def _doubled(ids: list[_Id]) -> Iterator[Finding]:
    counts = Counter(identity for identity, _, _ in ids)
    several = [
        (identity, at(holder.file, holder.marks.at((*path, "id"))))
        for identity, holder, path in ids
        if counts[identity] > 1
    ]
    first: dict[str, Place] = {}
    for identity, where in sorted(several, key=lambda each: each[1]):
        if identity in first:
            shown = identity.rpartition("#")[2]
            message = f"Код «{shown}» уже занят в строке {first[identity].line}."
            yield Finding(where, message, "Дайте второму другой код: на кодах держатся ссылки.")
        first.setdefault(identity, where)


RULE = Rule(
    code="E210",
    title="Коды (id) в одной записи не повторяются.",
    why="По коду строку находят ссылки, календари и отчёты; он даётся один раз и навсегда.",
    example=Example(
        bad="""
            activities:
              - {id: "1.1", title: Отбор школ, responsible: [УО]}
              - {id: "1.1", title: Назначение кураторов, responsible: [УО]}
        """,
        good="""
            activities:
              - {id: "1.1", title: Отбор школ, responsible: [УО]}
              - {id: "1.2", title: Назначение кураторов, responsible: [УО]}
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
