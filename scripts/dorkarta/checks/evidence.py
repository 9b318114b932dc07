"""Every place of a report where a document is cited as proof; several rules look at them."""

from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta.checks.shared import entry_rows, kept
from dorkarta.model.document import Document
from dorkarta.model.report import Report, ReportEntry
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow
from dorkarta.records.walk import Path
from dorkarta.text import shortened


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A document that an entry of a report cites."""

    row: EntryRow
    path: Path
    """Of the reference to the document."""
    document: Record[Document]

    @property
    def report(self) -> Record[Report]:
        """Where it stands."""
        return self.row.record

    @property
    def entry(self) -> ReportEntry:
        """What it is to prove."""
        return self.row.entry


@kept
def citations(corpus: Corpus) -> tuple[Citation, ...]:
    """All that lead to a document, in the order of the reports."""
    return tuple(_citations(corpus))


def _citations(corpus: Corpus) -> Iterator[Citation]:
    for row in entry_rows(corpus):
        for index, each in enumerate(row.entry.evidence):
            if document := corpus.find_document(row.record.territory, each.document):
                yield Citation(row=row, path=("entries", row.row, "evidence", index, "document"), document=document)


def document_words(document: Document) -> str:
    """«приказ № 560 от 14.05.2021»; without number and date, as much of the title as names it."""
    words = [document.kind]
    if document.number:
        words.append(f"№\u00a0{document.number}")
    if document.date:
        words.append(f"от {document.date:%d.%m.%Y}")
    if len(words) == 1 and document.title:
        words.append(f"«{shortened(document.title, 60)}»")
    return " ".join(words)


def entry_number(entry: ReportEntry) -> str:
    """The number of an entry, else its id."""
    return entry.number or entry.id
