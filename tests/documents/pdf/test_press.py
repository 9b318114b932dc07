"""The press: the same bytes everywhere, a key that knows what they depend on."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from operator import methodcaller
from pathlib import Path

from dorkarta.documents.paper import Paper
from dorkarta.documents.pdf import Press

PaperWith = Callable[[Sequence[str]], Paper]


def test_the_same_paper_makes_the_same_bytes(templates: Path, paper_with: PaperWith, markup: Sequence[str]) -> None:
    """A press that is warm, a new one and one in another process print the same file."""
    paper, other = paper_with(markup), paper_with(["Раз", "→ 😀"])
    press = Press(templates)

    first = press.pdf(paper)
    press.pdf(other)

    assert press.pdf(paper) == first
    assert Press(templates).pdf(paper) == first
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(methodcaller("pdf", paper), Press(templates)).result() == first


def test_the_key_knows_templates(templates: Path, tmp_path: Path) -> None:
    """The key stays where nothing changed, and changes with any template."""
    copy = Path(shutil.copytree(templates, tmp_path / "print"))
    before = Press(copy).key

    assert before == Press(templates).key
    template = next(copy.glob("*.typ"))
    template.write_text(template.read_text("utf-8") + "\n", encoding="utf-8")
    assert Press(copy).key != before
