"""Fields in the order of the model, each with its comments."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from pydantic import BaseModel

from dorkarta.fixing.deed import Deed
from dorkarta.fixing.source import Source
from dorkarta.model.report import ReportColumns
from dorkarta.model.roadmap import Columns
from dorkarta.records.validation import step_into
from dorkarta.records.yaml_tree import Marks

_ORDERED: Final = (Columns, ReportColumns)
"""Their order is that of the document."""


def in_order(source: Source, model: type[BaseModel]) -> tuple[Source, Counter[Deed]]:
    """The source with its fields in order, and in how many places they were not.

    Where that cannot be done without touching anything else, it stays as it is.
    """
    disordered = list(_disordered(source.tree.marks, model))
    after = Source(text=reordered(source.text, disordered))
    lines, lines_after = (sorted(map(_bare, each.text.split("\n"))) for each in (source, after))
    if after.text == source.text or lines != lines_after or not after.says(source.tree.value):
        return source, Counter()
    written = source.text.split("\n")
    return after, Counter({Deed.ORDER: sum(is_block(written, marks) for marks, _ in disordered)})


def reordered(text: str, mappings: Sequence[tuple[Marks, list[str]]]) -> str:
    """The text with the fields of some mappings, inner ones first, in other orders; those in one line stay."""
    lines = text.split("\n")
    for marks, fields in mappings:
        if is_block(lines, marks):
            _reorder(lines, marks, fields)
    return "\n".join(lines)


def _disordered(marks: Marks, model: Any) -> Iterator[tuple[Marks, list[str]]]:
    """Mappings whose fields are in disorder, inner ones first, with the order of their fields."""
    for step, child in marks.children.items():
        if child.children and (inner := step_into(model, step)) is not None:
            yield from _disordered(child, inner)
    if isinstance(model, type) and issubclass(model, BaseModel) and model not in _ORDERED:
        fields, keys = list(model.model_fields), list(marks.keys)
        if set(keys) <= set(fields) and keys != sorted(keys, key=fields.index):
            yield marks, sorted(keys, key=fields.index)


def is_block(lines: Sequence[str], marks: Marks) -> bool:
    """Whether every field begins a line of its own; before the first one the dash of a list may stand."""
    keys = list(marks.keys.values())
    first, *others = keys
    alone = all(not lines[key.line - 1][: key.column - 1].strip() for key in others)
    return (
        alone
        and not lines[first.line - 1][: first.column - 1].strip(" -")
        and all(one.line < next_.line for one, next_ in pairwise(keys))
        and len({key.column for key in keys}) == 1
    )


def _reorder(lines: list[str], marks: Marks, fields: list[str]) -> None:
    names, keys = list(marks.keys), list(marks.keys.values())
    indent, first = keys[0].column - 1, keys[0].line - 1
    prefix = lines[first][:indent]
    lines[first] = " " * indent + lines[first][indent:]
    starts = [comments_above(lines, key.line - 1, indent) for key in keys]
    if not indent:
        starts[0] = first  # what stands on top of a file is about all of it
    begin, end = starts[0], end_of_block(lines, marks, indent)
    chunks = {name: lines[start:stop] for name, start, stop in zip(names, starts, [*starts[1:], end], strict=True)}
    lines[begin:end] = [line for name in fields for line in chunks[name]]
    first = next(index for index in range(begin, end) if not _is_comment(lines[index], indent))
    lines[first] = prefix + lines[first][indent:]


def comments_above(lines: Sequence[str], start: int, indent: int) -> int:
    """Where a field begins with the comments right above it."""
    while start and _is_comment(lines[start - 1], indent):
        start -= 1
    return start


def end_of_block(lines: Sequence[str], marks: Marks, indent: int) -> int:
    """Behind the last line of a mapping; empty lines and comments of what follows are not its own."""
    end = min(marks.end_line - 1, len(lines))
    while not lines[end - 1].strip() or (lines[end - 1].lstrip().startswith("#") and _indent(lines[end - 1]) <= indent):
        end -= 1
    return end


def _is_comment(line: str, indent: int) -> bool:
    return _indent(line) == indent and line.startswith("#", indent)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bare(line: str) -> str:
    return line.lstrip(" -")
