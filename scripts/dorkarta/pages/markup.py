"""Text of records → markup: nothing that a record says becomes a tag, except Markdown where it is allowed."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_SCHEMES = ("http:", "https:", "mailto:")
_HAS_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def _safe_link(url: str) -> bool:
    """Relative addresses and three schemes; what looks like any other scheme stays text."""
    url = url.strip()
    return url.lower().startswith(_SCHEMES) or not _HAS_SCHEME.match(url)


_markdown = MarkdownIt("commonmark", {"html": False})
_markdown.validateLink = _safe_link  # type: ignore[method-assign]  # the documented way to choose schemes


def prose(text: str) -> Markup:
    """Markdown of our own fields (`summary`, `about`) as HTML."""
    return Markup(_markdown.render(text))  # noqa: S704  # raw HTML is off in the renderer


@pass_context
def terms(context: Context, text: Any) -> Any:
    """A text with the first of each of its abbreviations marked as such.

    The page's abbreviations come from its context; what is no text (nothing, markup) passes.
    """
    if not isinstance(text, str) or isinstance(text, Markup):
        return text
    return mark_abbreviations(text, context.get("abbreviations") or {})


def mark_abbreviations(text: str, known: Mapping[str, str]) -> Markup:
    """Escape a text and wrap the first occurrence of each known abbreviation in `<abbr>`."""
    pattern = _pattern(tuple(known))
    if pattern is None:
        return escape(text)
    seen: set[str] = set()
    parts: list[Markup] = []
    end = 0
    for match in pattern.finditer(text):
        short = match[0]
        if short in seen:
            continue
        seen.add(short)
        parts += (escape(text[end : match.start()]), Markup('<abbr title="{}">{}</abbr>').format(known[short], short))
        end = match.end()
    return Markup("").join((*parts, escape(text[end:])))


@lru_cache(maxsize=256)
def _pattern(shorts: tuple[str, ...]) -> re.Pattern[str] | None:
    if not shorts:
        return None
    longest_first = sorted(shorts, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
