"""A document that proves something can be found again."""

from collections.abc import Iterator, Mapping
from typing import Final

from dorkarta.checks.evidence import document_words
from dorkarta.checks.facts import facts_of
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.diagnostic import Severity
from dorkarta.model.document import Document
from dorkarta.model.form import FormKind
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.text import fold

EVENT: Final = "мероприятие"
"""The kind of what a report cites in place of a document."""


def find(corpus: Corpus) -> Iterator[Finding]:
    """Documents cited as proof that have neither an address nor both number and date; each of them once."""
    for document in _cited(corpus).values():
        lacks = _lacks(document.content, bears_number=not _is_event(corpus, document.content))
        if lacks and not document.content.url:
            yield Finding(
                place(document, "id"),
                f"Подтверждения не найти: {document_words(document.content)} – нет {', '.join(lacks)} и ссылки.",
                "Узнайте и впишите номер и дату (number, date) или дайте ссылку, по которой это опубликовано (url).",
            )


def _cited(corpus: Corpus) -> Mapping[str, Record[Document]]:
    """By path, in the order of the reports."""
    entries = facts_of(corpus).entries
    found = (corpus.find_document(each.record.territory, one) for each in entries for one in each.evidence)
    return {document.path: document for document in found if document is not None}


def _lacks(document: Document, *, bears_number: bool) -> list[str]:
    """What it is not known by, in the genitive."""
    known = {"номера": document.number if bears_number else "", "даты": document.date}
    return [word for word, value in known.items() if value is None]


def _is_event(corpus: Corpus, document: Document) -> bool:
    """Whether it is no paper: a forum or a seminar that a report cites has a date and no number."""
    forms = corpus.find_forms(document.kind) or ()
    return fold(document.kind) == EVENT or any(form.kind is FormKind.EVENT for form in forms)


RULE = Rule(
    code="W420",
    title="У документа, который приведён как подтверждение, есть номер и дата или ссылка.",
    why="Подтверждение, которое нельзя найти, ничего не подтверждает.",
    severity=Severity.WARNING,
    example=Example(
        bad="""
            - {id: minutes-1, kind: протокол, date: 2024-03-20, title: Совещание директоров}
        """,
        good="""
            - {id: minutes-1, kind: протокол, number: "6", date: 2024-03-20, title: Совещание директоров}
        """,
    ),
    find=find,
)
