"""The search index: a small page for everything that can be found, indexed by Pagefind."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from dorkarta.pages.findable import Findable

_TAGS: Final = re.compile(r"<(?:script|style|noscript|form|table|nav|svg)\b.*?</\w+>|<!--.*?-->|<[^>]+>", re.DOTALL)
_SPACES: Final = re.compile(r"\s+")


class SearchError(RuntimeError):
    """Pagefind refused; its words are the message."""


def write_stubs(findables: Iterable[Findable], folder: Path) -> int:
    """Write the small pages and return their number. Their order is kept in their names."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, findable in enumerate(findables, start=1):  # the number of the last one is the result
        (folder / f"{count:07}.html").write_text(stub(findable), "utf-8")
    return count


def stub(findable: Findable) -> str:
    """One small page. The indexed words are written with е for ё, as queries are; what is shown is not.

    Pagefind searches meta as well, so the title stands there alone, and the kind only among the filters; but
    a page without words in its body it leaves out.
    """
    meta = {"title": findable.title, "url": findable.url, "where": findable.where, "when": findable.when}
    metas = "".join(
        f'<span data-pagefind-meta="{name}[content]" content="{escape(value)}"></span>'
        for name, value in meta.items()
        if value
    )
    filters = "".join(
        f'<span data-pagefind-filter="{name}[content]" content="{escape(value)}"></span>'
        for name, value in findable.filters
    )
    return (
        '<!doctype html><html lang="ru"><head><meta charset="utf-8"></head><body>'
        f"<main data-pagefind-body><p>{escape(indexed(findable.text or findable.title))}</p>"
        f"{metas}{filters}</main></body></html>\n"
    )


def indexed(text: str) -> str:
    """Text as the index keeps it."""
    return text.replace("ё", "е").replace("Ё", "Е")


def prose_findable(url: str, title: str, html: str) -> Findable:
    """A page of prose, by the text of its content."""
    text = _SPACES.sub(" ", _TAGS.sub(" ", html)).strip()
    return Findable(
        url=url, title=title, kind="Страница", text=text, where="", when="", filters=(("kind", "Страница"),)
    )


def build_index(stubs: Path, bundle: Path) -> None:
    """Index a folder of stubs into a bundle.

    Raises:
        SearchError: the indexer failed.
    """
    shutil.rmtree(bundle, ignore_errors=True)
    done = subprocess.run(  # noqa: S603  # our own interpreter with our own arguments
        [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            str(stubs),
            "--output-path",
            str(bundle),
            "--force-language",
            "ru",
            "--quiet",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SearchError((done.stderr or done.stdout).strip())
    for unused in (*bundle.glob("*-ui.*"), *bundle.glob("pagefind-highlight.js")):
        unused.unlink()  # Pagefind's own interfaces; the site has one of its own
