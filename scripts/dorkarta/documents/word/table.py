"""A table of a paper as a table of Word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from dorkarta.documents.paper import Row, RowKind, Table, Width
from dorkarta.documents.typesetting.fitting import PADDING, fit
from dorkarta.documents.typesetting.grid import lead_column
from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.word import styles
from dorkarta.documents.word.cell import Joint, cell
from dorkarta.documents.word.heading import Heading
from dorkarta.documents.word.markup import paragraph, run, twips, w
from dorkarta.documents.word.mentions import Mentions
from dorkarta.documents.word.xml import Xml
from dorkarta.text import numeral

_UNTORN: Final = 8
"""Rows of so many lines stay on one page; taller ones go on to the next, so that none is ever cut."""
_INDENT: Final = 5.0
"""Millimetres by which a part stands to the right of what it is a part of."""
_NARROW: Final = frozenset({Width.NUMBER, Width.FIGURE})


def table_element(table: Table, *, size: float, caption: str, mentions: Mentions) -> Xml:
    """The table, its heading repeated on every page.

    Arguments:
        table: Columns and rows.
        size: Points of its text.
        caption: What screen readers call it.
        mentions: Makes the references to remarks.
    """
    lead = lead_column(table.columns)
    deepest = max((row.depth for row in table.rows if row.kind is RowKind.PART), default=0)
    columns = fit(table, room=styles.TEXT_WIDTH, size=size, lead=lead, indent=_INDENT * deepest)
    rows = _Rows(table=table, lead=lead, letters=Letters(size), widths=columns, mentions=mentions)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=styles.TABLE),
            w("tblW", w=sum(map(twips, columns)), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=caption),
            w("tblDescription", val=_description(table)),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for width in columns)),
        *Heading(columns=table.columns, widths=columns, size=size, numbered=table.title is None).rows(),
        *rows.elements(),
    )


def _description(table: Table) -> str:
    """What the table holds, for those who do not see it."""
    count = sum(row.kind is not RowKind.SECTION for row in table.rows)
    titles = (f"{column.group}: {column.title}" if column.group else column.title for column in table.columns)
    return f"Таблица, {numeral(count, 'строка', 'строки', 'строк')}. Столбцы: {'; '.join(titles)}."


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rows:
    """Writes the rows of a table."""

    table: Table
    lead: int
    """The place of the column that says what a row is about."""
    letters: Letters
    widths: tuple[float, ...]
    mentions: Mentions

    def elements(self) -> Iterator[Xml]:
        for block in _blocks(self.table.rows):
            if block[0].kind is RowKind.SECTION:
                yield self._section(block[0])
            else:
                yield from self._block(block)

    def _section(self, row: Row) -> Xml:
        text, width = row.cells[0] or "", sum(self.widths)
        style = styles.LOWER_SECTION if row.depth else styles.SECTION
        level = 1 + row.depth + bool(self.table.title)
        outline = [w("outlineLvl", val=level)] if level != style.outline else []
        title = paragraph(style.id, run(text), *self.mentions.marks(row.remarks), differing=outline)
        state = [paragraph(styles.SECTION_STATE.id, run(row.state))] if row.state else []
        untorn = _untorn(self._lines(text, width - PADDING))
        return w("tr", untorn, cell(width, title, *state, span=len(self.widths)))

    def _block(self, block: Sequence[Row]) -> Iterator[Xml]:
        """A row and what continues it. Cells are merged only where all fits on a page: programs may hide the rest."""
        texts = [self._texts(row, begins=row is block[0]) for row in block]
        heights = [self._height(each) for each in texts]
        short = sum(heights) <= _UNTORN
        nothing: list[str | None] = ["" for _ in self.widths]
        for row, own, below, height in zip(block, texts, [*texts[1:], nothing], heights, strict=True):
            joints = [
                Joint(above=text is None, below=under is None, merged=short)
                for text, under in zip(own, below, strict=True)
            ]
            keeps_next = short and row is not block[-1]
            yield w("tr", _untorn(height), *self._cells(row, own, joints, keeps_next=keeps_next))

    def _cells(
        self, row: Row, texts: Sequence[str | None], joints: Sequence[Joint], *, keeps_next: bool
    ) -> Iterator[Xml]:
        """The cells of a row. The one that says what the row is about also says what became of it."""
        speaking = next(place for place in (self.lead, *range(len(texts))) if texts[place] is not None)
        for place, (text, joint, width) in enumerate(zip(texts, joints, self.widths, strict=True)):
            speaks = place == speaking
            style = styles.FIGURE if self.table.columns[place].width in _NARROW else styles.CELL
            indented = speaks and row.kind is RowKind.PART
            differing = (
                *([w("keepNext")] if keeps_next else []),
                *([w("ind", left=twips(_INDENT * row.depth))] if indented else []),
            )
            marks = self.mentions.marks(row.remarks) if speaks else ()
            state = [run(row.state, styles.STATE.id)] if speaks and row.state else []
            yield cell(
                width,
                paragraph(style.id, run(text or ""), *marks, differing=differing),
                *(paragraph(style.id, each, differing=differing) for each in state),
                joint=joint,
            )

    def _texts(self, row: Row, *, begins: bool) -> list[str | None]:
        """The texts of a row, `None` where a cell belongs to the row above."""
        texts = ["" if begins and text is None else text for text in row.cells]
        if all(text is None for text in texts):
            texts[self.lead] = ""
        return texts

    def _height(self, texts: Sequence[str | None]) -> int:
        """How many lines a row takes, nearly."""
        return max(self._lines(text or "", width - PADDING) for text, width in zip(texts, self.widths, strict=True))

    def _lines(self, text: str, room: float) -> int:
        if_broken = ceil(self.letters.width(text.replace("\n", " ")) / room)  # a word may be longer than a line
        return max(self.letters.height(text, room), if_broken)


def _untorn(height: int) -> Xml | None:
    return w("trPr", w("cantSplit")) if height <= _UNTORN else None


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows with those that continue them; a section stands alone."""
    block: list[Row] = []
    for row in rows:
        if block and (row.kind is not RowKind.MORE or block[0].kind is RowKind.SECTION):
            yield block
            block = []
        block.append(row)
    if block:
        yield block
