"""Every audience is in the registry of audiences."""

from collections.abc import Iterator
from typing import Any

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.walk import Path, activities
from dorkarta.text import perhaps


def _named(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for roadmap in corpus.roadmaps.values():
        for path, _, chain in activities(roadmap.content):
            for index, name in enumerate(chain[-1].audience):
                yield roadmap, (*path, "audience", index), name
    for report in corpus.reports.values():
        for row, entry in enumerate(report.content.entries):
            for index, name in enumerate(entry.audience):
                yield report, ("entries", row, "audience", index), name


def find(corpus: Corpus) -> Iterator[Finding]:
    """Audiences that the registry does not know."""
    names = [name for audience in corpus.audiences for name in (audience.title, *audience.aliases)]
    for record, path, name in _named(corpus):
        if corpus.find_audience(name) is None:
            hint = perhaps(name, names) or "Добавьте её в roadmaps/registry/audiences.yaml или исправьте слово."
            yield Finding(place(record, *path), f"Целевая аудитория «{name}» неизвестна.", hint)


RULE = Rule(
    code="E204",
    title="Каждая целевая аудитория есть в списке аудиторий.",
    why="По аудитории учитель находит то, что проводится для него.",
    example=Example(
        bad="""
            - {id: "1.1", title: Обмен опытом, audience: [педагоги, руководитель школы], responsible: [УО]}
            - {id: "1.2", title: Родительский день, audience: [водители автобусов], responsible: [УО]}
        """,
        good="""
            - {id: "1.1", title: Обмен опытом, audience: [педагоги, руководители школ], responsible: [УО]}
            - {id: "1.2", title: Родительский день, audience: [учителя], responsible: [УО]}
        """,
    ),
    find=find,
)
