"""What an organisation fulfils is a role."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.model.body import BodyKind
from dorkarta.records.corpus import Corpus
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """Roles that do not exist, and bodies that are no roles."""
    for record in corpus.bodies:
        for index, identity in enumerate(record.content.fulfils):
            role = corpus.find_body_by_id(record.territory, identity)
            if role is None or role.content.kind is not BodyKind.ROLE:
                roles = [each.content.id for each in corpus.bodies if each.content.kind is BodyKind.ROLE]
                hint = perhaps(identity, roles) or "Возьмите код роли из bodies.yaml: у неё стоит kind: role."
                message = (
                    f"Роль «{identity}» не найдена." if role is None else f"«{identity}» – организация, а не роль."
                )
                yield Finding(place(record, "fulfils", index), message, hint)


RULE = Rule(
    code="E209",
    title="Организация исполняет только описанные роли.",
    why="По ролям мероприятия верхнего уровня находят своих исполнителей в каждой территории.",
    example=Example(
        bad="""
            title: Управление образования города Верхнереченска
            short: УО
            kind: organisation
            fulfils: [muo, municipal-coordinator, ministry]
        """,
        good="""
            title: Управление образования города Верхнереченска
            short: УО
            kind: organisation
            fulfils: [mouo, municipal-coordinator]
        """,
    ),
    find=find,
)
