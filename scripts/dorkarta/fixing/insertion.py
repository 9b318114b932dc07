"""A field put into a mapping of a YAML text, so that nothing else in the text changes."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dorkarta.fixing.layout import BOM
from dorkarta.fixing.order import comments_above, end_of_block, is_block
from dorkarta.fixing.source import Source
from dorkarta.records.walk import Path
from dorkarta.records.yaml_tree import Marks

_PLAIN: Final = re.compile(r"[A-Za-zА-Яа-яЁё][\w/.#-]*")
"""What YAML takes for one plain text, in a block and in brackets; `#` begins a comment behind a space only."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Insertion:
    """A field with its value, for a mapping that lacks it."""

    path: Path
    """Of the mapping."""
    field: str
    value: str
    order: Sequence[str]
    """The fields in the order in which they are written."""


def inserted(text: str, insertion: Insertion) -> str | None:
    """The text with one field more, at the place that the order of fields gives it where that is possible.

    Nothing where it cannot be proven, by reading the text again, that it then says exactly that one thing more.
    """
    bare = text.removeprefix(BOM)
    source = Source(text=bare)
    meant = _with_field(source.tree.value, insertion.path, insertion)
    marks = source.tree.marks.at(insertion.path)
    if meant is None or not marks.keys:
        return None
    for attempt in (*_as_line(source, marks, insertion), *_in_brackets(source, marks, insertion)):
        after = Source(text=attempt)
        if after.says(meant) and len(after.tree.problems) <= len(source.tree.problems):
            return text[: len(text) - len(bare)] + attempt
    return None


def _as_line(source: Source, marks: Marks, insertion: Insertion) -> Iterator[str]:
    """In a block: a line before the field that follows, and before the comments on it; else at the end."""
    text, lines = source.text, source.text.split("\n")
    if not is_block(lines, marks):
        return
    indent = next(iter(marks.keys.values())).column - 1
    line, line_end = f"{' ' * indent}{_written(insertion)}", "\r\n" if "\r\n" in text else "\n"
    if marks.end_line == len(lines) and lines[-1].strip():
        ends = [len(lines)]
    else:
        ends = [end_of_block(lines, marks, indent), marks.end_line - 1]
    before = [comments_above(lines, marks.keys[field].line - 1, indent) for field in _behind(marks, insertion)[:1]]
    for place in (*before, *ends):
        at = sum(len(each) + 1 for each in lines[:place])
        yield f"{text[:at]}{line}{line_end}{text[at:]}" if place < len(lines) else f"{text}{line_end}{line}"


def _in_brackets(source: Source, marks: Marks, insertion: Insertion) -> Iterator[str]:
    """Between braces: behind the value of the field before it, else behind any other."""
    behind = _behind(marks, insertion)
    before = [field for field in marks.keys if field not in behind]
    for field in (*reversed(before), *behind):
        at = source.end_of((*insertion.path, field))
        yield f"{source.text[:at]}, {_written(insertion)}{source.text[at:]}"


def _behind(marks: Marks, insertion: Insertion) -> list[str]:
    """The fields that are there and stand behind the new one."""
    order = list(insertion.order)
    later = order[order.index(insertion.field) + 1 :]
    return [field for field in marks.keys if field in later]


def _written(insertion: Insertion) -> str:
    value = insertion.value
    return f"{insertion.field}: {value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)}"


def _with_field(value: Any, path: Path, insertion: Insertion) -> Any:
    """A value with one field more; nothing where the mapping is not there or has the field already."""
    if not path:
        is_free = isinstance(value, dict) and insertion.field not in value
        return {**value, insertion.field: insertion.value} if is_free else None
    step, *rest = path
    try:
        inner = _with_field(value[step], tuple(rest), insertion)
    except (KeyError, IndexError, TypeError):
        return None
    if inner is None:
        return None
    changed = value.copy()
    changed[step] = inner
    return changed
