"""Identity is permanent, so it is unique."""

from collections.abc import Iterable, Iterator
from typing import Final

from dorkarta.checks.rule import Example, Finding, Rule, at, place
from dorkarta.diagnostic import Place
from dorkarta.model.form import Forms
from dorkarta.model.risk_factor import RiskFactors
from dorkarta.model.vocabulary import Audiences
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities, sections

_LISTS: Final = ((Forms, "forms"), (Audiences, "audiences"), (RiskFactors, "factors"), (RiskFactors, "groups"))


def find(corpus: Corpus) -> Iterator[Finding]:
    """Ids that stand twice in a record or a list."""
    for roadmap in corpus.roadmaps.values():
        ids = [(chain[-1].id, place(roadmap, *path, "id")) for path, chain in sections(roadmap.content)]
        ids += [(chain[-1].id, place(roadmap, *path, "id")) for path, _, chain in activities(roadmap.content)]
        yield from _doubled(ids)
    for report in corpus.reports.values():
        entries = enumerate(report.content.entries)
        yield from _doubled([(entry.id, place(report, "entries", row, "id")) for row, entry in entries])
    for parts in (corpus.bodies, corpus.documents):
        yield from _doubled([(record.path, at(record.file, record.marks.at(("id",)))) for record in parts])
    for file in corpus.files:
        for vocabulary in (name for model, name in _LISTS if isinstance(file.content, model)):
            parts_of = getattr(file.content, vocabulary)
            yield from _doubled(
                [
                    (part.id, at(file.file, file.marks.at((vocabulary, index, "id"))))
                    for index, part in enumerate(parts_of)
                ]
            )


def _doubled(ids: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for identity, where in sorted(ids, key=lambda each: each[1]):
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
)
