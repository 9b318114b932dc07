"""A title is missing only where the source lost it."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import activity_rows
from dorkarta.model.note import NoteKind
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Activities without a title and without a note on its loss."""
    for row in activity_rows(corpus):
        activity = row.activity
        if activity.title is None and not any(note.kind is NoteKind.LOSS for note in activity.notes):
            yield Finding(
                place(row.record, *row.path),
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
    reach=Reach.FILE,
)
