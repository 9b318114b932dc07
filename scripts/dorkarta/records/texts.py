"""Every free text of a record with its path: what people read, not what programs look up."""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, StringConstraints

from dorkarta.model.practice import Practice
from dorkarta.model.quantity import Quantity
from dorkarta.records.walk import Path

_APART: Final = frozenset(
    {"number", "code", "timezone", "url", "short", "notes", "inferred", "allow", "file", "message"}
)
"""Fields of signs rather than words; and explanations, which quote on purpose what is damaged."""

_FREE: Final = "free text"
_Shape = str | type[BaseModel] | tuple[str, "_Shape"] | None
"""What of an annotation leads to free texts: such a text, a model, a list or a mapping of them; or nothing does."""


def free_texts(model: type[BaseModel], value: object) -> Iterator[tuple[Path, str]]:
    """The free texts of a model, or of the plain value from which it is made, in the order of the fields."""
    return _walk(model, value, ())


def read_texts(model: type[BaseModel], value: object) -> Iterator[tuple[Path, str]]:
    """The free texts and the prose of a practice."""
    yield from free_texts(model, value)
    if isinstance(value, Practice) and value.prose:
        yield ("prose",), value.prose


def _walk(shape: _Shape, value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if shape == _FREE or isinstance(shape, type):  # a model may be written as its one word
            yield path, value
    elif isinstance(shape, type):
        for name, inner in _fields(shape):
            found = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
            if found:
                yield from _walk(inner, found, (*path, name))
    elif isinstance(shape, tuple):
        yield from _inside(shape, value, path)


def _inside(shape: tuple[str, _Shape], value: object, path: Path) -> Iterator[tuple[Path, str]]:
    kind, inner = shape
    if kind == "list" and isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _walk(inner, each, (*path, index))
    elif kind == "mapping" and isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(inner, each, (*path, str(key)))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    hints = typing.get_type_hints(model, include_extras=True)
    shapes = ((name, _shape(hints[name])) for name in model.model_fields if name not in _APART)
    return tuple((name, shape) for name, shape in shapes if shape is not None)


def _shape(annotation: Any) -> _Shape:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _FREE if _is_free(annotation) else None if arguments[0] is str else _shape(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _shape(next(each for each in arguments if each is not types.NoneType))
    if origin is tuple:
        inner = _shape(arguments[0])
        return None if inner is None else ("list", inner)
    if origin is dict:
        inner = _shape(arguments[1])
        return None if inner is None else ("mapping", inner)
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not Quantity
    return annotation if is_model else None


def _is_free(annotation: Any) -> bool:
    """A text without a pattern; ids, references and paths have one."""
    base, *constraints = typing.get_args(annotation)
    patterns = [each.pattern for each in constraints if isinstance(each, StringConstraints)]
    return base is str and patterns == [None]
