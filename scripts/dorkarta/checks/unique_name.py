"""A name means one thing in one place."""

from collections.abc import Iterator

from dorkarta.checks.mentions import names_of
from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.text import fold


def find(corpus: Corpus) -> Iterator[Finding]:
    """Names of bodies that two bodies of the same territory bear."""
    owners: dict[tuple[str, str], str] = {}
    for record in corpus.bodies:
        for path, name in names_of(record.content):
            owner = owners.setdefault((record.territory, fold(name)), record.content.id)
            if owner != record.content.id:
                yield (
                    place(record, *path),
                    f"Имя «{name}» носят двое: «{owner}» и «{record.content.id}».",
                    "Оставьте имя одному из них.",
                )


RULE = Rule(
    code="E211",
    title="Одно имя в одной территории носит один ответственный.",
    why="Иначе мероприятие попало бы на страницу того, кто за него не отвечает.",
    find=find,
)
