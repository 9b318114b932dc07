"""Rendering with compiled templates at hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dorkarta.pages import roadmap
from dorkarta.pages.edition import Edition
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus

EditionOf = Callable[..., Edition]


def test_compiled_templates_make_the_same_pages(
    small: Corpus, edition_of: EditionOf, pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    """Compiled anew, compiled and kept, taken from what was kept: one page."""
    templates, edition = pytestconfig.rootpath / "theme" / "blocks", edition_of(small)
    page = next(promise.make() for promise in roadmap.promises(edition))
    anew = Renderer(templates).slots(page, edition)
    assert Renderer(templates, cache=tmp_path).slots(page, edition) == anew
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert kept
    assert Renderer(templates, cache=tmp_path).slots(page, edition) == anew
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == kept
