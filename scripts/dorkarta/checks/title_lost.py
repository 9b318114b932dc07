"""A title is missing only where the source lost it."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.model.note import NoteKind
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities


def find(corpus: Corpus) -> Iterator[Finding]:
    """Activities without a title and without a note on its loss."""
    for record in corpus.roadmaps.values():
        for path, _, chain in activities(record.content):
            activity = chain[-1]
            if activity.title is None and not any(note.kind is NoteKind.LOSS for note in activity.notes):
                yield Finding(
                    place(record, *path),
                    f"У мероприятия «{activity.id}» нет названия.",
                    "Впишите title; если его утратил скан, добавьте notes: [{kind: loss, text: …}].",
                )


RULE = Rule(
    code="E240",
    title="У каждого мероприятия есть название или заметка о его утрате.",
    why="Пустая ячейка без объяснения – это ошибка ввода, а не потеря скана.",
    example=Example(
        bad="""
            - {id: "1.1", deadline: март 2024, responsible: [УО]}
            - id: "1.2"
              title:
              notes: [{kind: remark, text: строка напечатана бледно}]
        """,
        good="""
            - {id: "1.1", title: Отбор школ, deadline: март 2024, responsible: [УО]}
            - id: "1.2"
              title:
              notes: [{kind: loss, text: строка напечатана бледно}]
        """,
    ),
    find=find,
)
