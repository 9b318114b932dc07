"""What fields are called: the words that schemas, the guide and the history of changes take from the models."""

import re
from collections.abc import Iterator

import orjson
import pytest
from pydantic.fields import FieldInfo

from dorkarta.model.base import Model
from dorkarta.model.practice import PracticeHead
from dorkarta.records.kinds import KINDS
from dorkarta.records.naming import VALUE_TITLES
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import Marks
from dorkarta.schemas.shape import fields_of, models_of

TOPS: list[type[Model]] = [*(kind.model for kind in KINDS), PracticeHead]
MODELS = list(dict.fromkeys(each for top in TOPS for each in models_of(top)))
FIELDS = [(model, name, field) for model in MODELS for name, field, _ in fields_of(model)]
LOOK_ALIKE = re.compile(r"[А-Яа-яЁё][A-Za-z]|[A-Za-z][А-Яа-яЁё]")
"""Letters of both alphabets in one word."""


def _texts() -> Iterator[str]:
    for model in MODELS:
        yield str(model.model_config.get("title"))
    for _, _, field in FIELDS:
        yield from (str(field.title), str(field.description))
    for meanings in VALUE_TITLES.values():
        yield from meanings.values()


@pytest.mark.parametrize(("model", "name", "field"), FIELDS, ids=lambda each: getattr(each, "__name__", None))
def test_every_field_is_described(model: type[Model], name: str, field: FieldInfo) -> None:
    """A field has a title with a capital letter and one or more whole sentences of description."""
    assert field.title, f"{model.__name__}.{name}"
    assert re.fullmatch(r"[А-ЯЁ][^.]*[^.\s]", field.title)
    assert field.description, f"{model.__name__}.{name}"
    assert re.fullmatch(r"[А-ЯЁ].*[.]", field.description, re.DOTALL), field.description
    assert "  " not in field.description


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_named(model: type[Model]) -> None:
    """A record and each of its parts has a Russian name of its own."""
    assert re.match(r"[А-ЯЁ]", str(model.model_config.get("title")))
    assert [other for other in MODELS if other.model_config.get("title") == model.model_config.get("title")] == [model]


def test_no_look_alikes() -> None:
    """No word of the titles and descriptions mixes Latin letters with Cyrillic ones."""
    assert [text for text in _texts() if LOOK_ALIKE.search(text)] == []


def test_every_example_is_right() -> None:
    """A field accepts each of its examples, alone in a record that is right otherwise."""
    seen = 0
    for model, name, field in FIELDS:
        for example in field.examples or ():
            seen += 1
            _, problems = validate(model, orjson.loads(orjson.dumps({name: example})), Marks(1, 1), "roadmaps/x.yaml")
            assert [each for each in problems if each.code != "E007"] == [], f"{model.__name__}.{name}: {example}"
    assert seen > len(FIELDS) / 2


def test_descriptions_name_files_that_exist() -> None:
    """A file that a description sends to is a kind of record."""
    known = {kind.pattern for kind in KINDS}
    told = {found for text in _texts() for found in re.findall(r"[a-z-]+\.yaml", text)}
    assert told <= known
