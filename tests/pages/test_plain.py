"""Classes of plain data."""

from collections.abc import Mapping
from dataclasses import field

import orjson
import pytest

from dorkarta.pages.plain import plain


@plain
class Line:
    """A line."""

    title: str
    count: int = 0
    notes: Mapping[str, str] = field(default_factory=dict)


def test_what_holds_the_same_is_the_same() -> None:
    """It is equal to another one by its fields, can be looked up by them, and is written as JSON by them."""
    assert Line(title="А") == Line(title="А", count=0, notes={})
    assert Line(title="А") != Line(title="Б")
    assert len({Line(title="А", notes=()), Line(title="А", notes=())}) == 1  # type: ignore[arg-type]
    assert orjson.dumps(Line(title="А")) == '{"title":"А","count":0,"notes":{}}'.encode()


def test_fields_are_given_by_name() -> None:
    """By place nothing is taken, and nothing that has no default is left out."""
    with pytest.raises(TypeError):
        Line("А")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Line(count=1)  # type: ignore[call-arg]
