"""A title is a title: it has a length that a list can bear."""

from collections.abc import Iterator
from typing import Any, Final

from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.checks.shared import activity_rows, entry_rows
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.walk import Path, sections

MOST: Final = 2_000
"""The longest titles of official documents have some 600 characters."""


def find(corpus: Corpus) -> Iterator[Finding]:
    """Titles that are longer than any document prints; mostly several rows run together."""
    for record, path, title in _titled(corpus):
        if len(title.strip()) > MOST:
            yield Finding(
                place(record, *path),
                f"Название длиннее 2 000 знаков: их здесь {len(title.strip()):,}.".replace(",", "\u00a0"),
                "Если слились несколько строк документа, разделите их; пояснения перенесите в notes.",
            )


def _titled(corpus: Corpus) -> Iterator[tuple[Record[Any], Path, str]]:
    for kind in (corpus.roadmaps, corpus.reports, corpus.systems, corpus.practices):
        yield from ((record, ("title",), record.content.title) for record in kind.values())
    for roadmap in corpus.roadmaps.values():
        for path, chain in sections(roadmap.content):
            yield roadmap, (*path, "title"), chain[-1].title
    for each in activity_rows(corpus):
        yield each.record, (*each.path, "title"), each.activity.title or ""
    for row in entry_rows(corpus):
        yield row.record, ("entries", row.row, "title"), row.entry.title
    for document in corpus.documents:
        yield document, ("title",), document.content.title or ""


RULE = Rule(
    code="E241",
    title="Название не длиннее 2 000 знаков.",
    why="Название стоит в таблицах, в календаре и в поиске; текст на страницу там не поместится и не будет прочитан.",
    example=Example(
        bad="""
            - id: "1.1"
              number: "1.1"
              title: >-
                Отбор школ, которым нужна помощь, по результатам проверочных работ за три года. 1.2. Назначение
                муниципального координатора и кураторов, закрепление кураторов за школами. 1.3. Анализ причин низких
                результатов в каждой школе вместе с её управленческой командой. 1.4. Диагностика профессиональных
        """,
        good="""
            - id: "1.1"
              number: "1.1"
              title: Отбор школ, которым нужна помощь, по результатам проверочных работ за три года
            - id: "1.2"
              number: "1.2"
              title: Назначение муниципального координатора и кураторов, закрепление кураторов за школами
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
