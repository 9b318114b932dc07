"""Every form of an activity is in the registry of forms."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import activity_rows
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.walk import Path
from dorkarta.text import perhaps


def _named(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for row in activity_rows(corpus):
        if row.activity.form:
            yield row.record, (*row.path, "form"), row.activity.form
    for practice in corpus.practices.values():
        for index, form in enumerate(practice.content.forms):
            yield practice, ("forms", index), form


def find(corpus: Corpus) -> Iterator[Finding]:
    """Forms that the registry does not know, whole or in parts."""
    names = [name for form in corpus.forms for name in (form.title, *form.aliases)]

    @cache  # a word that is wrong stands in many rows
    def hint(part: str) -> str:
        return perhaps(part, names) or "Добавьте её в roadmaps/registry/forms.yaml или исправьте слово."

    for record, path, form in _named(corpus):
        for part in corpus.unknown_forms(form):
            yield Finding(place(record, *path), f"Форма «{part}» неизвестна.", hint(part), part)


RULE = Rule(
    code="E203",
    title="Каждая форма мероприятия или практики есть в списке форм.",
    why="По форме мероприятия отбирают и считают; от неё зависит, событие это, документ или мониторинг.",
    example=Example(
        bad="""
            - {id: "1.1", title: Обмен опытом, form: вебенар, responsible: [УО]}
            - {id: "1.2", title: Обучение завучей, form: семинар / хакатон, responsible: [УО]}
        """,
        good="""
            - {id: "1.1", title: Обмен опытом, form: вебинар, responsible: [УО]}
            - {id: "1.2", title: Обучение завучей, form: семинар / вебинар, responsible: [УО]}
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
