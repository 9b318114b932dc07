"""JSON Schemas of records for the programs in which editors write.

In draft 7, which every `yaml-language-server` reads. A schema is wider than our checks: it knows of one file only,
suggests names without refusing others, and whatever our reader takes for a text passes, be it a number to YAML or not.
"""

from typing import Any, Final

from dorkarta.model.base import Model
from dorkarta.records.kinds import Kind
from dorkarta.records.validation import SPELLINGS
from dorkarta.schemas.known import Known
from dorkarta.schemas.shape import ANY, Choice, Keyed, Listing, Part, Shape, Word, fields_of

DRAFT: Final = "http://json-schema.org/draft-07/schema#"

Json = dict[str, Any]

_NOTHING: Final[Json] = {"type": "null"}
"""A field that was left empty is a field that is not there."""
_EMPTY: Final = "Текст пуст; если сказать нечего, уберите поле."


def schema_of(kind: Kind, known: Known) -> Json:
    """The schema of a kind of record.

    Arguments:
        kind: The kind.
        known: The names to suggest.
    """
    writer = _Writer(known)
    whole = writer.fields(kind.model)
    return {"$schema": DRAFT, **whole, "definitions": writer.definitions()}


class _Writer:
    """Writes one schema; models and vocabularies that it meets on the way become definitions."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._definitions: dict[str, Json] = {}

    def definitions(self) -> Json:
        return dict(sorted(self._definitions.items()))

    def fields(self, model: type[Model]) -> Json:
        """A model as an object, no other fields allowed."""
        found = list(fields_of(model))
        names = {name: {"title": str(field.title)} for name, field, _ in found if name != "inferred"}
        properties: Json = {}
        for name, field, shape in found:
            value = self._value(shape) if field.is_required() else _or_nothing(self._value(shape))
            if name == "inferred":
                value["properties"] = names
            told = {"title": field.title, "description": field.description, "examples": field.examples}
            properties[name] = _told({key: text for key, text in told.items() if text}, value)
        required = [name for name, field, _ in found if field.is_required()]
        return {
            "title": model.model_config.get("title"),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def _value(self, shape: Shape) -> Json:
        match shape:
            case Word():
                return self._word(shape)
            case Choice():
                values, meanings = zip(*shape.values, strict=True)
                return {"enum": list(values), "enumDescriptions": list(meanings)}
            case Listing():
                listed = {"type": "array", "items": self._value(shape.item)}
                return {"anyOf": [self._value(shape.item), listed]} if shape.or_one else listed
            case Keyed():
                return self._keyed(shape)
            case Part():
                part = self._definition(shape.model)
                return {"anyOf": [self._value(shape.short), part]} if shape.short else part

    def _word(self, word: Word) -> Json:
        text: Json = {
            "type": ["string", "number", "boolean"] if word.loose else "string",
            "pattern": word.pattern,
            "patternErrorMessage": _spelling(word),
        }
        if word.longest:
            text["maxLength"] = word.longest
        if word.vocabulary is None:
            return text
        names = self._known[word.vocabulary]
        if not names:
            return text
        name = f"known-{word.vocabulary}"
        self._definitions[name] = {"enum": list(names), "enumDescriptions": list(names.values())}
        return {"anyOf": [{"$ref": f"#/definitions/{name}"}, text]}

    def _keyed(self, shape: Keyed) -> Json:
        value = self._value(shape.value)
        if isinstance(shape.key, Choice):
            properties = {key: _told({"title": meaning}, value) for key, meaning in shape.key.values}
            return {"type": "object", "properties": properties, "additionalProperties": False}
        return {"type": "object", "propertyNames": self._value(shape.key), "additionalProperties": value}

    def _definition(self, model: type[Model]) -> Json:
        name = model.__name__
        if name not in self._definitions:
            self._definitions[name] = {}  # a model may hold itself
            self._definitions[name] = self.fields(model)
        return {"$ref": f"#/definitions/{name}"}


def _spelling(word: Word) -> str:
    """What the pattern of a word asks for, as the checks say it."""
    return SPELLINGS.get(word.pattern) or (_EMPTY if word.pattern == ANY else f"Здесь нужно другое: {word.words}.")


def _told(words: Json, value: Json) -> Json:
    """A value with what is said of it; in this draft nothing may stand beside a reference."""
    return {**words, **({"allOf": [value]} if "$ref" in value else value)}


def _or_nothing(value: Json) -> Json:
    if "type" in value:
        types = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*types, "null"]}
    if "anyOf" in value:
        return {**value, "anyOf": [*value["anyOf"], _NOTHING]}
    return {"anyOf": [value, _NOTHING]}
