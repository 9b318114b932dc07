"""The block of fields: what may stand in every record, made of the models themselves."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from pydantic.fields import FieldInfo

from dorkarta import addresses
from dorkarta.drafts.yaml_text import field as yaml_lines
from dorkarta.model.base import Model
from dorkarta.model.practice import PracticeHead
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Link
from dorkarta.records.folders import PRACTICES, RECORDS
from dorkarta.records.kinds import KINDS, REGISTRY, YEARS, Kind
from dorkarta.schemas.shape import Choice, Keyed, Listing, Part, Shape, Word, fields_of, models_of
from dorkarta.text import uncapital


@plain
class ValueView:
    """A word that a field may hold."""

    word: str
    meaning: str


@plain
class FieldView:
    """A field."""

    id: str
    name: str
    title: str
    description: str
    kind: tuple[Link, ...]
    """What stands there, in pieces; some lead to the fields of a part."""
    required: bool
    values: tuple[ValueView, ...]
    examples: tuple[str, ...]
    """As lines of a record."""


@plain
class PartView:
    """The fields of a record, or of a part of it."""

    id: str
    title: str
    fields: tuple[FieldView, ...]


@plain
class KindView:
    """A kind of record with its parts, the record itself first; what several kinds share stands by itself."""

    id: str
    title: str
    files: tuple[str, ...]
    """Where such records lie."""
    parts: tuple[PartView, ...]


@plain
class FieldsView:
    """The whole reference."""

    kinds: tuple[KindView, ...]


SHARED: Final = "shared"
"""The anchor of the parts that several kinds share."""
_FIRST: Final = ("roadmap", "report", "bodies", "documents", "territory", "system")
"""The kinds that editors meet most."""


def make(_edition: Edition) -> Block:
    """The fields of every kind of record."""
    kinds = sorted(KINDS, key=lambda kind: _FIRST.index(kind.name) if kind.name in _FIRST else len(_FIRST))
    tops: list[tuple[str, type[Model], tuple[str, ...]]] = [(kind.title, kind.model, _files(kind)) for kind in kinds]
    tops.insert(2, ("Практика", PracticeHead, (f"{PRACTICES}/ИМЯ.md",)))
    uses = Counter(each for _, model, _ in tops for each in models_of(model))
    shared = tuple(each for each, count in uses.items() if count > 1)
    views = [
        KindView(
            id=addresses.part_anchor(model.__name__),
            title=title,
            files=where,
            parts=tuple(_part(each) for each in models_of(model) if each not in shared),
        )
        for title, model, where in tops
    ]
    views.append(KindView(id=SHARED, title="Общие части", files=(), parts=tuple(_part(each) for each in shared)))
    toc = tuple(
        TocEntry(
            title=kind.title,
            anchor=kind.id,
            children=tuple(TocEntry(title=each.title, anchor=each.id) for each in kind.parts if each.id != kind.id),
        )
        for kind in views
    )
    return Block(template="fields.html", view=FieldsView(kinds=tuple(views)), toc=toc)


def _files(kind: Kind) -> tuple[str, ...]:
    name = kind.pattern.replace("*", YEARS)
    country = (f"{RECORDS}/{REGISTRY}/{name}",) if kind.in_registry else ()
    return (*country, *((f"{RECORDS}/ТЕРРИТОРИЯ/{name}",) if kind.in_territory else ()))


def _part(model: type[Model]) -> PartView:
    return PartView(
        id=addresses.part_anchor(model.__name__),
        title=str(model.model_config.get("title")),
        fields=tuple(_field(model, name, field, shape) for name, field, shape in fields_of(model)),
    )


def _field(model: type[Model], name: str, field: FieldInfo, shape: Shape) -> FieldView:
    return FieldView(
        id=addresses.field_anchor(model.__name__, name),
        name=name,
        title=str(field.title),
        description=str(field.description),
        kind=tuple(_kind(shape)),
        required=field.is_required(),
        values=tuple(ValueView(word=word, meaning=uncapital(meaning)) for word, meaning in _values(shape)),
        examples=tuple("\n".join(yaml_lines(name, example)) for example in _examples(field)),
    )


def _examples(field: FieldInfo) -> list[Any]:
    return field.examples or []


def _kind(shape: Shape) -> Iterator[Link]:
    """What stands there: «список: » and the part that each of its items is."""
    match shape:
        case Word():
            yield Link(title=shape.words)
        case Choice():
            yield Link(title="одно из слов")
        case Listing():
            yield Link(title="один или список: " if shape.or_one else "список: ")
            yield from _kind(shape.item)
        case Keyed():
            yield Link(title="пары «")
            yield from _kind(shape.key)
            yield Link(title=": ")
            yield from _kind(shape.value)
            yield Link(title="»")
        case Part():
            if shape.short:
                yield from _kind(shape.short)
                yield Link(title=" или ")
            yield Link(
                title=str(shape.model.model_config.get("title")),
                href=f"#{addresses.part_anchor(shape.model.__name__)}",
            )


def _values(shape: Shape) -> tuple[tuple[str, str], ...]:
    """The words to choose from, wherever they stand in the field."""
    match shape:
        case Choice():
            return shape.values
        case Listing():
            return _values(shape.item)
        case Keyed():
            return _values(shape.key) or _values(shape.value)
    return ()
