"""Values → lines of YAML as an editor would write them: plain where that is safe, folded where it is long.

Whatever a text holds, the reader of records gives it back; that is all the quoting there is.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import yaml

from dorkarta.printable import printable

WIDTH: Final = 120
"""Columns of a line of records."""

Node = str | Sequence["Node"] | Mapping[str, "Node"]
"""What is written: texts, lists, and fields."""

_PLAIN: Final = re.compile(r"[^\W\d_«](?:[^\W_]|[ «»„“”()/.,;!?…№&+*=%_–—-])*|«[^\W_](?:[^\W_]|[ «»()/.,;!?…№%–—-])*")
"""Begins with a letter or a quotation, holds nothing that YAML reads."""
_WORDS_OF_YAML: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
"""Text for our reader, but not for every program."""
_FOLDABLE: Final = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+(?: [^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+)*"
)
"""Words with one space between them: a folded text gives back just that."""
_UNSEEN: Final = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_LINE: Final = rf"[^\s{_UNSEEN}](?:[^{_UNSEEN}]*[^\s{_UNSEEN}])?"
_LINES: Final = re.compile(rf"{_LINE}(?:\n+{_LINE})+")
"""Several lines without spaces around them: they can stand as they are."""
_REFERENCE: Final = re.compile(r"[a-z][a-z0-9./-]*#[a-z0-9.-]+(?:/[a-z0-9.-]+)*")
_DATES: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?")


def comment(text: str, indent: int = 0) -> Iterator[str]:
    """Lines of a comment, in whole words; whatever ends a line of YAML ends one of the comment too."""
    start = f"{' ' * indent}# "
    for paragraph in printable(text).splitlines():
        yield from textwrap.wrap(
            paragraph,
            WIDTH,
            initial_indent=start,
            subsequent_indent=start,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [start.rstrip()]


def field(name: str, value: Node, indent: int = 0) -> Iterator[str]:
    """A field with its value, on one line where it fits."""
    start = f"{' ' * indent}{name}:"
    if isinstance(value, str):
        yield from _text_behind(start, value, indent + 2)
        return
    line = f"{start} {flow(value)}"
    if _stands_on_a_line(value) and len(line) <= WIDTH:
        yield line
    elif isinstance(value, Mapping):
        yield start
        for key, inner in value.items():
            yield from field(key, inner, indent + 2)
    else:
        yield start
        for inner in value:
            yield from item(inner, indent + 2)


def item(value: Node, indent: int = 0) -> Iterator[str]:
    """An item of a list."""
    dash = f"{' ' * indent}- "
    if isinstance(value, str):
        yield from _text_behind(dash.rstrip(), value, indent + 2)
    elif len(line := f"{dash}{flow(value)}") <= WIDTH and _is_flat(value):
        yield line
    elif isinstance(value, Mapping):
        yield from dashed((line for key, inner in value.items() for line in field(key, inner, indent + 2)), indent)
    else:
        yield f"{dash}{flow(value)}"


def dashed(lines: Iterable[str], indent: int) -> Iterator[str]:
    """The lines of an item's fields, its dash before the first that is no comment."""
    waiting = True
    for line in lines:
        if waiting and not line.lstrip().startswith("#"):
            yield f"{' ' * indent}- {line[indent + 2 :]}"
            waiting = False
        else:
            yield line


def scalar(text: str, *, in_flow: bool = False) -> str:
    """A text on one line, in quotes only where it needs them."""
    if _DATES.fullmatch(text) or _REFERENCE.fullmatch(text):
        return text
    if text.casefold() not in _WORDS_OF_YAML and _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text if not (in_flow and "," in text) else _quoted(text)
    return _quoted(text)


def flow(value: Node) -> str:
    """A value in the short form: `[а, б]`, `{ключ: значение}`."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"
    return f"[{', '.join(flow(inner) for inner in value)}]"


def _text_behind(start: str, text: str, indent: int) -> Iterator[str]:
    if _LINES.fullmatch(text):
        yield f"{start} |-"
        yield from (f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
        return
    line = f"{start} {scalar(text)}"
    if len(line) <= WIDTH or not _FOLDABLE.fullmatch(text):
        yield line
        return
    margin = " " * indent
    yield f"{start} >-"
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _quoted(text: str) -> str:
    """In double quotes, with whatever nobody can see written as escapes."""
    written: str = yaml.dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return written.removesuffix("\n")


def _stands_on_a_line(value: Node) -> bool:
    if isinstance(value, Mapping):
        return _is_flat(value)
    return all(isinstance(inner, str) or _is_flat(inner) for inner in value)


def _is_flat(value: Node) -> bool:
    inside = value.values() if isinstance(value, Mapping) else value
    return all(isinstance(inner, str) for inner in inside)
