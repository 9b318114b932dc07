"""The pages that MkDocs builds: prose with blocks of data at its markers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.pages.block_names import BLOCK_NAMES
from dorkarta.records.files import read_text
from dorkarta.records.folders import PRACTICES, PROSE
from dorkarta.text import perhaps

MARKER: Final = re.compile(r"<!--\s*block:\s*(?P<name>[^\s>]*)\s*-->")
_CONTENT_SLOT: Final = "<!--slot:content-->"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProsePage:
    """A page of MkDocs that has slots, so it is a frame too."""

    url: str
    html: str


def unknown_blocks(project: Path) -> Iterator[Diagnostic]:
    """Markers in the prose that name no block; and pages that cannot be read, since nobody knows theirs."""
    for path in sorted((project / PROSE).rglob("*.md")):
        file = path.relative_to(project).as_posix()
        text = read_text(path, file)
        if isinstance(text, str):
            yield from _unknown_in(text, file)
        elif not file.startswith(f"{PRACTICES}/"):  # a practice is read, and told of, as a record
            yield text


def _unknown_in(text: str, file: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(text.splitlines(), start=1):
        for match in MARKER.finditer(line):
            if match["name"] not in BLOCK_NAMES:
                yield Diagnostic(
                    code="E301",
                    place=Place(file=file, line=number, column=match.start() + 1),
                    message=f"Блок «{match['name']}» неизвестен.",
                    hint=perhaps(match["name"], BLOCK_NAMES) or f"Бывают блоки: {', '.join(BLOCK_NAMES)}.",
                    focus=match["name"],
                )


def prose_pages(built: Path) -> Iterator[ProsePage]:
    """The pages in a folder that MkDocs built, in order; files without our slots are not pages of ours."""
    for path in sorted(built.rglob("*.html")):
        html = path.read_text("utf-8")
        if _CONTENT_SLOT in html:
            relative = path.relative_to(built).as_posix()
            yield ProsePage(url=relative.removesuffix("index.html"), html=html)
