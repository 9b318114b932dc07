"""Papers as PDF for printer and archive: PDF/A-3a with what it was made of inside, PDF/UA-1 for screen readers."""

import datetime
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

import orjson
import typst

from dorkarta import fingerprint
from dorkarta.documents.paper import Paper, RowKind
from dorkarta.documents.typesetting.alphabet import Alphabet
from dorkarta.documents.typesetting.letters import FONTS
from dorkarta.documents.typesetting.sheet import sheet
from dorkarta.documents.typesetting.spelling import spelled

_STANDARDS: Final[list[Literal["a-3a", "ua-1"]]] = ["a-3a", "ua-1"]
"""The compiler refuses what would break them."""
_EPOCH: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)

_PROBE: Final = b'#include "/probe.typ"\n'

Breaks = frozenset[tuple[int, int]]
"""Rows that begin a page: the place of the table in the paper, the place of the row in the table."""


class Press:
    """Prints papers by the templates of the theme. Made once, it prints the faster the more it has printed.

    A process needs a press of its own: the compiler works in threads, which a fork would leave behind.
    """

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._alphabet = Alphabet(self._prints)

    @cached_property
    def key(self) -> str:
        """Changes when templates, fonts or the compiler do: with the hash of a paper it names a PDF."""
        folders = (fingerprint.of_files(folder) for folder in (self._templates, FONTS))
        return " ".join((fingerprint.of_libraries("typst"), *folders))

    def pdf(self, paper: Paper) -> bytes:
        """The paper as PDF; the same paper makes the same bytes.

        A heading inside a table that the compiler left alone at the foot of a page begins the next page instead: the
        table ends before it and goes on there. Each such heading is found when the pages before it are settled.
        """
        inputs = _as_json(paper=sheet(spelled(paper, self._alphabet)))
        breaks: Breaks = frozenset()
        while True:
            main = _main(breaks)
            compiler = self._compiler(main, inputs)
            lonely = _lonely_heading(compiler, paper)
            if lonely is None or lonely in breaks:
                return _printed(compiler, main, paper.moment)
            breaks |= {lonely}

    def _prints(self, clusters: Sequence[str]) -> bool:
        try:
            _printed(self._compiler(_PROBE, _as_json(clusters=clusters)), _PROBE, _EPOCH)
        except typst.TypstError:
            return False
        return True

    def _compiler(self, main: bytes, inputs: dict[str, str]) -> typst.Compiler:
        """A compiler of a source; what two of them have in common is laid out once if their inputs are the same."""
        return typst.Compiler(
            main, root=self._templates, font_paths=self._fonts, ignore_system_fonts=True, sys_inputs=inputs
        )

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def _as_json(**inputs: object) -> dict[str, str]:
    """What reaches a template: no text of it is ever read as markup."""
    return {name: orjson.dumps(value).decode() for name, value in inputs.items()}


def _main(breaks: Breaks) -> bytes:
    """The source of a paper whose pages are turned before some rows."""
    places = "".join(f"{place}, " for place in sorted(breaks))
    return f'#import "/paper.typ": printed\n#printed(({places}))\n'.encode()


def _lonely_heading(compiler: typst.Compiler, paper: Paper) -> tuple[int, int] | None:
    """The first heading that stands on another page than the row after it; with the headings right before it."""
    found = orjson.loads(compiler.query("<lonely>", field="value", one=True))
    if not found:
        return None
    table, row = found[0]
    rows = paper.tables[table].rows
    while row > 0 and rows[row - 1].kind is RowKind.SECTION:
        row -= 1
    return table, row


def _printed(compiler: typst.Compiler, main: bytes, moment: datetime.datetime) -> bytes:
    """What a compiler makes of its source, which it must be told again after a query."""
    made = compiler.compile(main, format="pdf", pdf_standards=[*_STANDARDS], timestamp=moment)
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made
