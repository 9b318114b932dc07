"""A name means one thing in one place."""

from collections.abc import Iterator
from typing import Any, Final

from dorkarta.checks.mentions import names_of
from dorkarta.checks.rule import Example, Finding, Rule, at
from dorkarta.model.form import Forms
from dorkarta.model.vocabulary import Audiences
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.record import Record
from dorkarta.records.walk import Path
from dorkarta.text import fold

_VOCABULARIES: Final = ((Forms, "forms"), (Audiences, "audiences"))


def find(corpus: Corpus) -> Iterator[Finding]:
    """Names that two bodies of a territory, two forms or two audiences bear."""
    owners: dict[tuple[str, str], str] = {}
    for scope, name, owner, holder, path in (*_of_bodies(corpus), *_of_vocabularies(corpus)):
        first = owners.setdefault((scope, fold(name)), owner)
        if first != owner:
            where = at(holder.file, holder.marks.at(path))
            yield Finding(where, f"Имя «{name}» носят двое: «{first}» и «{owner}».", "Оставьте имя одному из них.")


Naming = tuple[str, str, str, Record[Any] | RecordFile, Path]
"""Where the name must be the only one, the name, the id of its owner, what holds it, under which path."""


def _of_bodies(corpus: Corpus) -> Iterator[Naming]:
    for record in corpus.bodies:
        for path, name in names_of(record.content):
            yield f"bodies {record.territory}", name, record.content.id, record, path


def _of_vocabularies(corpus: Corpus) -> Iterator[Naming]:
    for file in corpus.files:
        for vocabulary in (name for model, name in _VOCABULARIES if file.model is model):
            for index, part in enumerate(getattr(file.content, vocabulary)):
                here: Path = (vocabulary, index)
                yield vocabulary, part.title, part.id, file, (*here, "title")
                for number, alias in enumerate(part.aliases):
                    yield vocabulary, alias, part.id, file, (*here, "aliases", number)


RULE = Rule(
    code="E211",
    title="Одно имя носит один ответственный территории, одна форма, одна аудитория.",
    why="Иначе мероприятие попало бы на страницу того, кто за него не отвечает, или не в ту форму.",
    example=Example(
        bad="""
            - id: guardianship-department
              title: Управление опеки города Верхнереченска
              kind: organisation
              aliases: [Опека, уо]
        """,
        good="""
            - id: guardianship-department
              title: Управление опеки города Верхнереченска
              kind: organisation
              aliases: [Опека]
        """,
    ),
    find=find,
)
