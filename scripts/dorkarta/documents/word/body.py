"""What stands in a document, from the grif of approval to the address of the live page."""

from collections.abc import Iterator
from typing import Final

from dorkarta import dates
from dorkarta.documents.paper import Paper, Table
from dorkarta.documents.word import relationships, styles
from dorkarta.documents.word.markup import paragraph, related, run, w
from dorkarta.documents.word.mentions import Mentions
from dorkarta.documents.word.picture import picture
from dorkarta.documents.word.table import table_element
from dorkarta.documents.word.xml import Xml

_REMARKS: Final = "Пояснения"
_QR_SIDE: Final = 24.0
"""Millimetres; a phone reads it at arm's length."""


def body(paper: Paper, *, table_size: float) -> Iterator[Xml]:
    """Paragraphs and tables.

    Arguments:
        paper: What is said.
        table_size: Points of the text of tables.
    """
    mentions = Mentions()
    yield from _head(paper)
    for table in paper.tables:
        yield from _table_head(table)
        caption = table.title or paper.part or paper.title
        yield table_element(table, size=table_size, caption=caption, mentions=mentions)
        yield paragraph(styles.AFTER_TABLE.id)  # else Word makes one table of two neighbours
    if paper.signed:
        yield paragraph(styles.SIGNED.id, run(paper.signed))
    if paper.remarks:
        yield paragraph(styles.REMARKS_TITLE.id, run(_REMARKS))
        yield from map(mentions.remark, paper.remarks)
    for source in paper.sources:
        yield paragraph(styles.SOURCE.id, run(source))
    yield from _edition(paper)


def _head(paper: Paper) -> Iterator[Xml]:
    if paper.appendix:
        yield paragraph(styles.APPENDIX.id, run(paper.appendix))
    for line in paper.grif:
        yield paragraph(styles.GRIF.id, run(line))
    yield paragraph(styles.TITLE.id, run(paper.title))
    if paper.part:
        yield paragraph(styles.PART.id, run(paper.part))
    for fact in paper.facts:
        yield paragraph(styles.FACT.id, run(f"{fact.label}: ", styles.FACT_LABEL.id), run(fact.value))


def _table_head(table: Table) -> Iterator[Xml]:
    if table.title:
        yield paragraph(styles.TABLE_TITLE.id, run(table.title))
    if table.lead:
        yield paragraph(styles.TABLE_LEAD.id, run(table.lead))


def _edition(paper: Paper) -> Iterator[Xml]:
    edition = f". Редакция от {dates.day(paper.changed)}" if paper.changed else ""
    keeps_next = [w("keepNext")] if paper.live else []
    yield paragraph(styles.EDITION.id, run(paper.publisher, styles.PUBLISHER.id), run(edition), differing=keeps_next)
    if paper.live:
        yield paragraph(styles.EDITION.id, *_address(paper.live), differing=[w("textAlignment", val="center")])


def _address(live: str) -> Iterator[Xml]:
    """The address for a phone, a reader and a click."""
    yield picture(relationships.QR.id, side=_QR_SIDE, description=f"QR-код с адресом страницы документа: {live}")
    yield run("  Страница документа: ")
    yield related("hyperlink", relationships.live_page(live).id, run(live, styles.LINK.id), history=1)
