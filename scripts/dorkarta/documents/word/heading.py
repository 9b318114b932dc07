"""The heading of a table, which stands on every page: titles of columns and, as in official forms, their numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dorkarta.documents.paper import Column
from dorkarta.documents.typesetting.fitting import PADDING
from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.word import styles
from dorkarta.documents.word.cell import APART, Joint, cell
from dorkarta.documents.word.markup import paragraph, run, w
from dorkarta.documents.word.xml import Xml

_REPEATED: Final = 12
"""Lines of the highest heading that is repeated: a higher one would leave little of a page, and may not fit on one."""
_LINE: Final = 1.4
"""The height of a line, in sizes of its letters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """Titles of columns in one row, or in two where columns are grouped."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    size: float
    """Of its letters, in points."""
    numbered: bool
    """Whether the numbers of columns stand below."""

    def rows(self) -> Iterator[Xml]:
        """The rows as Word has them."""
        if any(column.group for column in self.columns):
            yield self._row(self._upper())
            yield self._row(self._lower(), lines=self._lower_lines)
        else:
            yield self._row(_title(column.title, width) for column, width in self._titled())
        if self.numbered:
            yield self._row(
                cell(width, paragraph(styles.COLUMN_NUMBER.id, run(str(number))))
                for number, width in enumerate(self.widths, 1)
            )

    def _titled(self) -> Iterator[tuple[Column, float]]:
        return zip(self.columns, self.widths, strict=True)

    def _groups(self) -> Iterator[tuple[str | None, list[tuple[Column, float]]]]:
        return ((group, list(members)) for group, members in groupby(self._titled(), lambda each: each[0].group))

    def _upper(self) -> Iterator[Xml]:
        starts = Joint(below=True, merged=self._repeated)
        for group, members in self._groups():
            if group:
                yield _title(group, sum(width for _, width in members), span=len(members))
            else:
                yield from (_title(column.title, width, joint=starts) for column, width in members)

    def _lower(self) -> Iterator[Xml]:
        continues = Joint(above=True, merged=self._repeated)
        for column, width in self._titled():
            yield _title(column.title, width) if column.group else _title("", width, joint=continues)

    def _row(self, cells: Iterable[Xml], *, lines: int = 0) -> Xml:
        """A row; not lower than so many lines, since LibreOffice forgets a merged title when it repeats a heading."""
        if not self._repeated:
            return w("tr", *cells)
        least = w("trHeight", val=round(lines * _LINE * self.size * 20), hRule="atLeast") if lines else None
        return w("tr", w("trPr", w("cantSplit"), least, w("tblHeader")), *cells)

    @property
    def _repeated(self) -> bool:
        return self._upper_lines + self._lower_lines <= _REPEATED

    @property
    def _upper_lines(self) -> int:
        groups = ((group, sum(width for _, width in members)) for group, members in self._groups() if group)
        return max((self._lines(group, width) for group, width in groups), default=0)

    @property
    def _lower_lines(self) -> int:
        inside = [self._lines(column.title, width) for column, width in self._titled() if column.group]
        beside = [self._lines(column.title, width) for column, width in self._titled() if not column.group]
        return max([*inside, *(lines - self._upper_lines for lines in beside)])

    def _lines(self, title: str, width: float) -> int:
        return Letters(self.size, bold=True).height(title, width - PADDING)


def _title(text: str, width: float, *, span: int = 1, joint: Joint = APART) -> Xml:
    return cell(width, paragraph(styles.HEADING_CELL.id, run(text)), span=span, joint=joint, centered=True)
