"""Lines of YAML in the style of the official records, by plain joining: a country has half a million activities."""

from collections.abc import Iterable, Iterator
from typing import Final

_WIDTH: Final = 120
_SPECIAL: Final = frozenset("\"'#&*!|>%@`[]{},?:- ")


def scalar(text: str) -> str:
    """A text as a value of one line; quoted where YAML or a reader could take it for something else.

    No text here holds a straight quote or a backslash.
    """
    if text[0] in _SPECIAL or ": " in text or " #" in text or text.replace(".", "").isdigit():
        return f'"{text}"'
    return text


def inline(text: str) -> str:
    """A text inside brackets or braces."""
    return f'"{text}"' if "," in text or "}" in text or "]" in text else scalar(text)


def field(indent: str, key: str, text: str) -> Iterator[str]:
    """A field with its text; what is long is folded."""
    line = f"{indent}{key}: {scalar(text)}"
    if len(line) <= _WIDTH:
        yield line
        return
    yield f"{indent}{key}: >-"
    yield from folded(" " * (len(indent) + 2), text)


def folded(indent: str, text: str) -> Iterator[str]:
    """The lines of a long text, broken at spaces."""
    width = _WIDTH - len(indent)
    while len(text) > width:
        cut = text.rfind(" ", 0, width)
        yield indent + text[:cut]
        text = text[cut + 1 :]
    yield indent + text


def listed(texts: Iterable[str]) -> str:
    """«[МОУО, ТМС]»"""
    return f"[{', '.join(map(inline, texts))}]"
