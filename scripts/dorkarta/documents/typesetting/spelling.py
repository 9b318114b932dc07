"""A paper whose texts hold only letters that print."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dorkarta.documents.paper import Paper, Row, Table
from dorkarta.documents.typesetting.alphabet import Alphabet

Spell = Callable[[str], str]


def spelled(paper: Paper, alphabet: Alphabet) -> Paper:
    """The paper in letters that print; addresses and attachments stay as they are."""
    if alphabet.has(texts(paper)):
        return paper
    alphabet.learn(texts(paper))
    spell = alphabet.spell
    return replace(
        paper,
        name=spell(paper.name),
        title=spell(paper.title),
        part=_maybe(paper.part, spell),
        appendix=_maybe(paper.appendix, spell),
        grif=tuple(map(spell, paper.grif)),
        facts=tuple(replace(fact, label=spell(fact.label), value=spell(fact.value)) for fact in paper.facts),
        tables=tuple(_table(table, spell) for table in paper.tables),
        signed=_maybe(paper.signed, spell),
        remarks=tuple(
            replace(each, where=spell(each.where), kind=spell(each.kind), text=spell(each.text))
            for each in paper.remarks
        ),
        sources=tuple(map(spell, paper.sources)),
        publisher=spell(paper.publisher),
    )


def texts(paper: Paper) -> Iterator[str]:
    """All texts that stand on a paper, except its address."""
    yield from filter(None, (paper.appendix, *paper.grif, paper.title, paper.part))
    for fact in paper.facts:
        yield from (fact.label, fact.value)
    for table in paper.tables:
        yield from filter(None, (table.title, table.lead))
        for column in table.columns:
            yield from filter(None, (column.group, column.title))
        for row in table.rows:
            yield from filter(None, (*row.cells, row.state))
    for remark in paper.remarks:
        yield from (remark.where, remark.kind, remark.text)
    yield from filter(None, (paper.signed, *paper.sources, paper.publisher, paper.name))


def _table(table: Table, spell: Spell) -> Table:
    return replace(
        table,
        title=_maybe(table.title, spell),
        lead=_maybe(table.lead, spell),
        columns=tuple(
            replace(column, title=spell(column.title), group=_maybe(column.group, spell)) for column in table.columns
        ),
        rows=tuple(_row(row, spell) for row in table.rows),
    )


def _row(row: Row, spell: Spell) -> Row:
    return replace(row, cells=tuple(_maybe(cell, spell) for cell in row.cells), state=_maybe(row.state, spell))


def _maybe(text: str | None, spell: Spell) -> str | None:
    return None if text is None else spell(text)
