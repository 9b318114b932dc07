"""The shapes of fields: what an editor may write into each of them, read from the annotations of the models."""

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from dorkarta.model import base
from dorkarta.model.base import Model
from dorkarta.model.indicator import YEAR
from dorkarta.model.names import Names, Vocabulary
from dorkarta.model.quantity import QuantityField
from dorkarta.model.redirect import SITE_ADDRESS
from dorkarta.model.responsible import ResponsibleField
from dorkarta.records.naming import FIELD_TITLES, VALUE_TITLES

ANY: Final = r"\S"
"""The pattern of a text that is not empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A single value."""

    words: str
    """What it is, in a few words."""
    pattern: str = ANY
    """How it is spelled."""
    longest: int | None = None
    loose: bool = True
    """Whether what other programs take for a number or for truth is a text here: `number: 4.10`."""
    vocabulary: Vocabulary | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One of a few words, each with its meaning."""

    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """A list; where `or_one` is set, a single item may stand without brackets."""

    item: "Shape"
    or_one: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Keyed:
    """Values under keys that are no fields: years, levels, names of fields."""

    key: "Shape"
    value: "Shape"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Fields of its own; where `short` is set, its first field may stand alone."""

    model: type[Model]
    short: "Shape | None" = None


Shape = Word | Choice | Listing | Keyed | Part

_ONE_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TEXT: Final = "текст"
_SPELLED: Final[Mapping[str, str]] = {
    base.SLUG: "код латиницей",
    base.ITEM_ID: "код латиницей",
    base.REFERENCE: "код или путь#код",
    base.RECORD_PATH: "путь записи",
    base.TERRITORY_PATH: "папка территории",
    base.WARNING_CODE: "код предупреждения",
    SITE_ADDRESS: "адрес на сайте",
    YEAR: "год",
}
"""What texts of a certain spelling are."""

_READ: Final[tuple[tuple[Any, Word], ...]] = (
    (base.Date, Word(words="дата ГГГГ-ММ-ДД", pattern=rf"^{_ONE_DAY}$", loose=False)),
    (base.Span, Word(words="дни ГГГГ-ММ-ДД/ГГГГ-ММ-ДД", pattern=rf"^{_ONE_DAY}( */ *{_ONE_DAY})?$", loose=False)),
    (QuantityField, Word(words="число")),
    (str, Word(words="имя поля")),
)
"""What the model reads out of a text, or takes as it is."""


def fields_of(model: type[Model]) -> Iterator[tuple[str, FieldInfo, Shape]]:
    """The fields of a model with their shapes, in its order."""
    annotations = typing.get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        yield name, field, shape_of(annotations[name])


def models_of(model: type[Model]) -> tuple[type[Model], ...]:
    """A model and all models inside it, each once, in the order in which a reader meets them."""
    found: dict[type[Model], None] = {}

    def enter(one: type[Model]) -> None:
        if one not in found:
            found[one] = None
            for inside in [each for _, _, shape in fields_of(one) for each in _inside(shape)]:
                enter(inside)

    enter(model)
    return tuple(found)


def _inside(shape: Shape) -> Iterator[type[Model]]:
    match shape:
        case Part():
            yield shape.model
        case Listing():
            yield from _inside(shape.item)
        case Keyed():
            yield from _inside(shape.value)


def shape_of(annotation: Any) -> Shape:
    """What a value of an annotation looks like in a file.

    Raises:
        TypeError: it is of a type that no field had until now.
    """
    for known, word in _READ:
        if annotation == known:
            return word
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _annotated(annotation, arguments[0], arguments[1:])
    if origin in (typing.Union, types.UnionType):
        return shape_of(next(each for each in arguments if each is not types.NoneType))
    if origin is Literal:
        return Choice(values=tuple((value, FIELD_TITLES[value]) for value in arguments))
    if origin is tuple:
        return Listing(item=shape_of(arguments[0]))
    if origin is dict:
        return Keyed(key=shape_of(arguments[0]), value=shape_of(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return Choice(values=tuple((value.value, VALUE_TITLES[annotation][value]) for value in annotation))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Part(model=annotation)
    raise TypeError(f"no shape for {annotation}")


def _annotated(annotation: Any, bare: Any, marks: tuple[Any, ...]) -> Shape:
    spelling = next((mark for mark in marks if isinstance(mark, StringConstraints)), None)
    if spelling is not None:
        vocabulary = next((mark.vocabulary for mark in marks if isinstance(mark, Names)), None)
        return _text(spelling, vocabulary)
    if annotation == base.References:
        return Listing(item=shape_of(typing.get_args(bare)[0]), or_one=True)
    if annotation == ResponsibleField:
        return Part(model=bare, short=next(shape for name, _, shape in fields_of(bare) if name == "body"))
    return shape_of(bare)


def _text(spelling: StringConstraints, vocabulary: Vocabulary | None) -> Word:
    pattern = str(spelling.pattern or ANY)
    return Word(
        words=_NAMES[vocabulary] if vocabulary else _SPELLED.get(pattern, _TEXT),
        pattern=pattern,
        longest=spelling.max_length,
        vocabulary=vocabulary,
    )


_NAMES: Final = {
    Vocabulary.BODIES: "имя из bodies.yaml",
    Vocabulary.ROLES: "код роли из bodies.yaml",
    Vocabulary.FORMS: "имя из forms.yaml",
    Vocabulary.AUDIENCES: "имя из audiences.yaml",
    Vocabulary.RISK_FACTORS: "код из risk-factors.yaml",
}
"""What a name is, and where it is looked up."""
