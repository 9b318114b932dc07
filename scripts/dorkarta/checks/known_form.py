"""Every form of an activity is in the registry of forms."""

from collections.abc import Iterator

from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """Forms that the registry does not know, whole or in parts."""
    names = [name for form in corpus.forms for name in (form.title, *form.aliases)]
    for record in corpus.roadmaps.values():
        for path, _, chain in activities(record.content):
            form = chain[-1].form
            for part in corpus.unknown_forms(form) if form else ():
                hint = perhaps(part, names) or "Добавьте её в roadmaps/registry/forms.yaml или исправьте слово."
                yield place(record, *path, "form"), f"Форма «{part}» неизвестна.", hint


RULE = Rule(
    code="E203",
    title="Каждая форма мероприятия есть в списке форм.",
    why="По форме мероприятия отбирают и считают; от неё зависит, событие это, документ или мониторинг.",
    find=find,
)
