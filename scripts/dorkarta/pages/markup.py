"""Text of records → markup: nothing that a record says becomes a tag, except Markdown where it is allowed."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from dorkarta.gathering import gathered
from dorkarta.pages.compiling import html, markup

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


def words(items: Iterable[Any], attribute: str) -> str:
    """An attribute of every item, in one text: «letter order»."""
    return " ".join([getattr(each, attribute) for each in items])


def joined(items: Iterable[Any], between: str) -> Markup:
    """Texts as one, with something between them."""
    return markup(html(between)).join(items)


class Terms:
    """Abbreviations with their expansions, to be marked in many texts."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._pattern = _pattern(known) if known else None
        self._marked = {
            short: Markup('<abbr title="{}">{}</abbr>').format(expansion, short) for short, expansion in known.items()
        }

    def mark(self, text: str) -> Markup:
        """Escape a text and wrap the first occurrence of each abbreviation in `<abbr>`."""
        matches = list(self._pattern.finditer(text)) if self._pattern else ()
        if not matches:
            return markup(html(text))
        seen: set[str] = set()
        parts: list[str] = []
        end = 0
        for match in matches:
            short = match[0]
            if short not in seen:
                seen.add(short)
                parts += (html(text[end : match.start()]), self._marked[short])
                end = match.end()
        parts.append(html(text[end:]))
        return markup("".join(parts))


def _pattern(known: Iterable[str]) -> re.Pattern[str]:
    """Any of them as a whole word, the longest that fits.

    By their first letters, so that a search leaps from one of these letters to the next: it takes a seventh of the
    time. Hence the look behind the word stands behind its first letter.
    """
    by_letter = gathered((short[0], re.escape(short[1:])) for short in sorted(known, key=len, reverse=True))
    words = (rf"{re.escape(letter)}(?<!\w.)(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"(?:{'|'.join(words)})(?![\w-])", re.DOTALL)
