"""The press of the project's templates, and two readers of what it prints that know nothing of each other."""

import dataclasses
import html
import io
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from dorkarta.documents.paper import Paper
from dorkarta.documents.pdf import Press

PRINT = Path(__file__).resolve().parents[3] / "theme" / "print"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Box:
    """A word and where it stands, in points from the upper left."""

    word: str
    left: float
    right: float
    bottom: float


@dataclasses.dataclass(frozen=True, kw_only=True)
class Shown:
    """Something that a page shows: letters that are said to stand there, or a glyph."""

    mark: int | None
    """The number in the structure; none for what is no part of the text."""
    said: str | None = None
    font: Any = None
    glyph: int = -1


class Printed:
    """A PDF that can be read."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def document(self) -> pikepdf.Pdf:
        """Its objects."""
        return pikepdf.open(io.BytesIO(self.data))

    @cached_property
    def by_poppler(self) -> str:
        """Its text in the order of its pages' contents."""
        return _poppler("-raw", self.data)

    @property
    def pages(self) -> list[str]:
        """The same, page by page, each on one line."""
        return [" ".join(page.split()) for page in self.by_poppler.removesuffix("\f").split("\f")]

    @cached_property
    def by_structure(self) -> str:
        """Its text in the order of its tags, as screen readers take it, without what pages repeat; pikepdf reads it."""
        return "".join(self.text_under(self.document.Root.StructTreeRoot))

    @cached_property
    def boxes(self) -> list[Box]:
        """All words of all pages with their places."""
        pattern = r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
        found = re.findall(pattern, _poppler("-bbox", self.data))
        assert found
        return [
            Box(word=html.unescape(word), left=float(left), right=float(right), bottom=float(bottom))
            for left, right, bottom, word in found
        ]

    @cached_property
    def upright_rules(self) -> set[float]:
        """Where the upright rules of tables stand, in points from the left."""
        return {rule for page in self.document.pages for rule in _upright_rules(page)}

    @cached_property
    def glyphs(self) -> list[int]:
        """The numbers of all glyphs that are shown."""
        return [each.glyph for page in self.document.pages for each in _shown_on(page) if each.glyph >= 0]

    def tags(self, kind: str, under: Any = None) -> list[Any]:
        """The elements of the structure of a kind, in reading order: `/TH`."""
        root = self.document.Root.StructTreeRoot if under is None else under
        return [tag for tag in _tags(root) if tag.get("/S") == kind]

    def text_under(self, node: Any, page: tuple[int, int] | None = None) -> Iterator[str]:
        """The letters under an element of the structure."""
        if isinstance(node, pikepdf.Array):
            for each in node:
                yield from self.text_under(each, page)
        elif isinstance(node, pikepdf.Dictionary):
            page = node.Pg.objgen if "/Pg" in node else page
            if "/MCID" in node:
                yield self._marked[page, int(node.MCID)]
            elif "/K" in node:
                yield from self.text_under(node.K, page)
        else:
            yield self._marked[page, int(node)]

    @cached_property
    def _marked(self) -> dict[tuple[tuple[int, int] | None, int], str]:
        """Page and mark → letters: those that are said to stand there, else those that fonts map glyphs to."""
        maps: dict[tuple[int, int], dict[int, str]] = {}
        found: dict[tuple[tuple[int, int] | None, int], str] = defaultdict(str)
        for page in self.document.pages:
            for each in _shown_on(page):
                if each.said is None and each.font.objgen not in maps:
                    maps[each.font.objgen] = _unicode_map(each.font.ToUnicode.read_bytes().decode("ascii"))
                if each.mark is not None:
                    said = maps[each.font.objgen].get(each.glyph, "") if each.said is None else each.said
                    found[page.obj.objgen, int(each.mark)] += said
        return found


@pytest.fixture(scope="session")
def templates() -> Path:
    """The folder of the project's templates for print."""
    return PRINT


@pytest.fixture(scope="session")
def press(templates: Path) -> Press:
    """The press of the project."""
    return Press(templates)


@pytest.fixture(scope="session")
def printed(press: Press) -> Callable[[Paper], Printed]:
    """Prints a paper, to be read."""
    return lambda paper: Printed(press.pdf(paper))


def _poppler(option: str, pdf: bytes) -> str:
    """What `pdftotext` of poppler-utils reads; it must be there, for nothing else reads as most readers do."""
    program = shutil.which("pdftotext")
    assert program, "нет программы pdftotext: установите poppler-utils"
    done = subprocess.run((program, option, "-enc", "UTF-8", "-", "-"), input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def _tags(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _tags(node.K)


def _operations(page: pikepdf.Page) -> Iterator[tuple[Any, str]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield instruction.operands, str(instruction.operator)


def _upright_rules(page: pikepdf.Page) -> Iterator[float]:
    matrix, stack, start = pikepdf.Matrix(), [], 0.0
    for operands, operator in _operations(page):
        match operator:
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "m":
                start, _ = matrix.transform((float(operands[0]), float(operands[1])))
            case "l":
                end, _ = matrix.transform((float(operands[0]), float(operands[1])))
                if abs(end - start) < 0.01:
                    yield round(start, 1)


def _shown_on(page: pikepdf.Page) -> Iterator[Shown]:
    """What a page shows, in order."""
    font: Any = None
    stack: list[tuple[int | None, bool]] = [(None, False)]
    for operands, operator in _operations(page):
        mark, spoken_for = stack[-1]
        match operator:
            case "Tf":
                font = page.Resources.Font[str(operands[0])]
            case "BMC":
                stack.append((None if operands[0] == "/Artifact" else mark, spoken_for))
            case "BDC":
                said = operands[1].get("/ActualText")
                stack.append((operands[1].get("/MCID", mark), spoken_for or said is not None))
                if said is not None:
                    yield Shown(mark=mark, said=str(said))
            case "EMC":
                stack.pop()
            case "Tj" | "TJ":
                for piece in operands[0] if isinstance(operands[0], pikepdf.Array) else operands:
                    codes = bytes(piece) if isinstance(piece, pikepdf.String) else b""
                    for n in range(0, len(codes), 2):
                        glyph = int.from_bytes(codes[n : n + 2])
                        yield Shown(mark=mark, said="" if spoken_for else None, font=font, glyph=glyph)


def _unicode_map(cmap: str) -> dict[int, str]:
    """Glyph → letters, by the CMap of a font (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for glyph, code in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(glyph, 16)] = bytes.fromhex(code).decode("utf-16-be")
    assert "beginbfrange" not in cmap, "ranges are not read here"
    return found
