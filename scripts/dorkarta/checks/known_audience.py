"""Every audience is in the registry of audiences."""

from collections.abc import Iterator
from typing import Any

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.checks.shared import activity_rows, entry_rows
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.walk import Path
from dorkarta.text import perhaps


def _named(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for each in activity_rows(corpus):
        for index, name in enumerate(each.activity.audience):
            yield each.record, (*each.path, "audience", index), name
    for row in entry_rows(corpus):
        for index, name in enumerate(row.entry.audience):
            yield row.record, ("entries", row.row, "audience", index), name


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
    alone=True,
)
