"""The reference of fields: whole, and true to the models."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html

from dorkarta.model.base import Model
from dorkarta.model.practice import PracticeHead
from dorkarta.pages.edition import Edition
from dorkarta.pages.field_reference import FieldsView, FieldView, make
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus
from dorkarta.records.kinds import KINDS
from dorkarta.records.yaml_tree import read_tree
from dorkarta.schemas.shape import models_of

EditionOf = Callable[..., Edition]

BLOCKS = Path(__file__).resolve().parents[2] / "theme" / "blocks"
TOPS: list[type[Model]] = [*(kind.model for kind in KINDS), PracticeHead]


@pytest.fixture
def edition(edition_of: EditionOf, small: Corpus) -> Edition:
    return edition_of(small)


@pytest.fixture
def view(edition: Edition) -> FieldsView:
    found = make(edition).view
    assert isinstance(found, FieldsView)
    return found


def fields(view: FieldsView) -> Iterator[FieldView]:
    for kind in view.kinds:
        for part in kind.parts:
            yield from part.fields


def test_every_field_of_every_model_is_there_once(view: FieldsView) -> None:
    """A model that several kinds share is told once; no field is told twice and none is forgotten."""
    models = {model for top in TOPS for model in models_of(top)}
    assert len(list(fields(view))) == sum(len(model.model_fields) for model in models)
    assert len({field.id for field in fields(view)}) == len(list(fields(view)))


def test_what_is_obligatory_and_what_to_choose_from(view: FieldsView) -> None:
    """Levels and periods are asked for; the words of a choice come with their meanings, in a list of words too."""
    found = {field.id: field for field in fields(view)}
    assert found["roadmap.period"].required
    assert not found["roadmap.goal"].required
    assert [value.word for value in found["note.kind"].values] == ["repair", "loss", "conflict", "remark"]
    assert ("director", "директор") in [(each.word, each.meaning) for each in found["practice-head.roles"].values]
    assert [piece.title for piece in found["activity.implements"].kind] == ["один или список: ", "код или путь#код"]
    assert "".join(piece.title for piece in found["activity.responsible"].kind) == (
        "список: имя из bodies.yaml или Ответственный"
    )


def test_every_link_leads_somewhere_on_the_page(edition: Edition) -> None:
    """Anchors are unique; what a kind leads to and what the contents lead to stand on the page."""
    block = make(edition)
    page = html.fromstring(f"<div>{Renderer(BLOCKS).block(block, 'editors/fields/')}</div>")
    anchors = page.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    told = {entry.anchor for top in block.toc for entry in (top, *top.children)}
    assert {*(href[1:] for href in page.xpath("//a/@href")), *told, *page.xpath("//@aria-labelledby")} <= set(anchors)


def test_every_example_is_yaml(view: FieldsView) -> None:
    """An example can be copied into a record as it stands."""
    seen = 0
    for field in fields(view):
        for example in field.examples:
            tree = read_tree(f"{example}\n", "roadmaps/x.yaml")
            assert not tree.problems, example
            assert isinstance(tree.value, dict)
            assert list(tree.value) == [field.name]
            seen += 1
    assert seen > 100
