"""Every text of a record with its path: the free ones, which people read, and signs, which programs look up."""

import types
import typing
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, StringConstraints

from dorkarta.model.practice import Practice
from dorkarta.model.quantity import Quantity
from dorkarta.records.walk import Path


class TextKind(Enum):
    """What a text is for."""

    FREE = "free"
    """People read it."""
    PROSE = "prose"
    """People read it, and it is no field: what stands under the fields of a practice."""
    SIGN = "sign"
    """A number, an id; or an explanation, which quotes on purpose what is damaged."""


Text = tuple[Path, str, TextKind]
"""A text with its path in the record; a plain tuple, since a region has half a million."""

_APART: Final = frozenset({"number", "code", "timezone", "short", "notes", "inferred", "allow", "file", "message"})
"""Fields of signs rather than words; and explanations."""
_ADDRESS: Final = "url"
"""Where a link leads nobody reads."""

_Shape = TextKind | type[BaseModel] | tuple[str, "_Shape"] | None
"""What of an annotation leads to texts: a text itself, a model, a list or a mapping of them; or nothing does."""


def free_texts(model: type[BaseModel], value: object) -> Iterator[tuple[Path, str]]:
    """The free texts of a model, or of the plain value from which it is made, in the order of the fields."""
    return ((path, words) for path, words, kind in all_texts(model, value) if kind is TextKind.FREE)


def read_texts(model: type[BaseModel], value: object) -> Iterator[tuple[Path, str]]:
    """The free texts and the prose of a practice."""
    return ((path, words) for path, words, kind in all_texts(model, value) if kind is not TextKind.SIGN)


def all_texts(model: type[BaseModel], value: object) -> list[Text]:
    """Every text of a model, or of a plain value, but for addresses, in the order of the fields."""
    found: list[Text] = []
    _walk(model, value, (), apart=False, found=found)
    return found


def words_of(content: BaseModel) -> tuple[set[str], set[str]]:
    """The texts of a record that people read, and its signs; without their paths this takes a third of the time."""
    read, signs = set[str](), set[str]()
    _gather(type(content), content, read, signs)
    return read, signs


def _gather(model: type[BaseModel], value: BaseModel, read: set[str], signs: set[str]) -> None:
    """The texts of a part of a record; what stands apart in it are signs, however deep."""
    parts = vars(value)
    plain, deep = _fields_by_depth(model)
    for name, is_sign in plain:
        if words := parts[name]:
            (signs if is_sign else read).add(words)
    for name, container, inner, is_sign in deep:
        if part := parts[name]:
            found = signs if is_sign else read
            items = part if container == "list" else part.values() if container == "mapping" else (part,)
            if isinstance(inner, type):
                for each in items:
                    _gather(inner, each, found, signs)
            else:
                (signs if inner is TextKind.SIGN else found).update(items)


@cache
def _fields_by_depth(
    model: type[BaseModel],
) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, str, _Shape, bool], ...]]:
    """The fields that hold a text, and those that hold parts or collections; each with whether all are signs."""
    apart = model is Quantity
    fields = [(name, shape, is_apart or apart) for name, shape, is_apart in _fields(model)]
    plain = (
        (name, is_apart or shape is TextKind.SIGN) for name, shape, is_apart in fields if isinstance(shape, TextKind)
    )
    deep = (
        (name, *(shape if isinstance(shape, tuple) else ("", shape)), is_apart)
        for name, shape, is_apart in fields
        if not isinstance(shape, TextKind)
    )
    return tuple(plain), tuple(deep)


def _walk(shape: _Shape, value: object, path: Path, *, apart: bool, found: list[Text]) -> None:
    if isinstance(value, str):
        if not isinstance(shape, tuple):  # a model may be written as its one word
            kind = shape if isinstance(shape, TextKind) else TextKind.FREE
            found.append((path, value, TextKind.SIGN if apart or shape is Quantity else kind))
    elif isinstance(shape, tuple):
        container, inner = shape
        for step, each in _items(container, value):
            _walk(inner, each, (*path, step), apart=apart, found=found)
    elif isinstance(shape, type):
        parts = value if isinstance(value, dict) else vars(value) if isinstance(value, BaseModel) else {}
        apart = apart or shape is Quantity
        for name, inner, is_apart in _fields(shape):
            if part := parts.get(name):
                _walk(inner, part, (*path, name), apart=apart or is_apart, found=found)


def _items(container: str, value: object) -> Iterable[tuple[str | int, object]]:
    if container == "list" and isinstance(value, list | tuple):
        return enumerate(value)
    if container == "mapping" and isinstance(value, dict):
        return ((str(key), each) for key, each in value.items())
    return ()


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, _Shape, bool], ...]:
    """The fields that lead to texts, each with whether all of them are signs."""
    hints = typing.get_type_hints(model, include_extras=True)
    shapes = ((name, _shape(hints[name])) for name in model.model_fields if name != _ADDRESS)
    if model is Practice:
        shapes = ((name, TextKind.PROSE if name == "prose" else shape) for name, shape in shapes)
    return tuple((name, shape, name in _APART) for name, shape in shapes if shape is not None)


def _shape(annotation: Any) -> _Shape:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _kind(annotation) if arguments[0] is str else _shape(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _shape(next(each for each in arguments if each is not types.NoneType))
    if origin is tuple:
        inner = _shape(arguments[0])
        return None if inner is None else ("list", inner)
    if origin is dict:
        inner = _shape(arguments[1])
        return None if inner is None else ("mapping", inner)
    if annotation is str:
        return TextKind.SIGN
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _kind(annotation: Any) -> TextKind:
    """Free is a text without a pattern; ids, references and paths have one."""
    patterns = [each.pattern for each in typing.get_args(annotation) if isinstance(each, StringConstraints)]
    return TextKind.FREE if patterns == [None] else TextKind.SIGN
