"""A small page for everything that can be found, as Pagefind reads it."""

from functools import lru_cache
from html import escape

from dorkarta.pages.findable import Findable


def stub(findable: Findable) -> str:
    """One small page. The indexed words are written with е for ё, as queries are; what is shown is not.

    Pagefind searches meta as well, so the title stands there alone, and the kind only among the filters; but
    a page without words in its body it leaves out.
    """
    meta = {"title": findable.title, "url": findable.url, "where": findable.where, "when": findable.when}
    metas = "".join([_mark("meta", name, value) for name, value in meta.items() if value])
    filters = "".join([_mark_of_filter(name, value) for name, value in findable.filters])
    return (
        '<!doctype html><html lang="ru"><head><meta charset="utf-8"></head><body>'
        f"<main data-pagefind-body><p>{escape(indexed(findable.text or findable.title))}</p>"
        f"{metas}{filters}</main></body></html>\n"
    )


def indexed(text: str) -> str:
    """Text as the index keeps it."""
    return text.replace("ё", "е").replace("Ё", "Е")


def _mark(sort: str, name: str, value: str) -> str:
    return f'<span data-pagefind-{sort}="{name}[content]" content="{escape(value)}"></span>'


@lru_cache(maxsize=4096)
def _mark_of_filter(name: str, value: str) -> str:
    """Records share few values."""
    return _mark("filter", name, value)
