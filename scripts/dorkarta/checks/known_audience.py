"""Every audience is in the registry of audiences."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import activity_rows, entry_rows
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
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
    is_known = cache(lambda name: corpus.find_audience(name) is not None)

    @cache  # a word that is wrong stands in many rows
    def hint(name: str) -> str:
        return perhaps(name, names) or "Добавьте её в roadmaps/registry/audiences.yaml или исправьте слово."

    for record, path, name in _named(corpus):
        if not is_known(name):
            yield Finding(place(record, *path), f"Целевая аудитория «{name}» неизвестна.", hint(name))


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
    reach=Reach.FILE,
)
