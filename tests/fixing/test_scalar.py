"""Texts edited in their YAML source."""

import pytest

from dorkarta.fixing.scalar import Scalar
from dorkarta.fixing.source import Source
from dorkarta.spelling.slip import Slip


def _edited(source: str, wrong: str, right: str) -> str | None:
    value = Source(text=f"title: {source}").tree.value
    assert isinstance(value, dict)
    text = value["title"]
    start = text.index(wrong)
    scalar = Scalar(source=source, value=text).edited([Slip(start, start + len(wrong), right, "")])
    return scalar.source if scalar else None


@pytest.mark.parametrize(
    ("source", "wrong", "right", "edited"),
    [
        ("а - б", "-", "–", "а – б"),
        (r'"а \"б\" в"', '"б"', "«б»", '"а «б» в"'),
        (r'"\u0430 - б"', "-", "–", r'"\u0430 – б"'),
        ("'а ''б'' - в'", "-", "–", "'а ''б'' – в'"),
        (">-\n  а\n  - б\n", "-", "–", ">-\n  а\n  – б\n"),
        ("|\n  а - б\n\n  в - г\n", "в -", "в –", "|\n  а - б\n\n  в – г\n"),
    ],
)
def test_edited(source: str, wrong: str, right: str, edited: str) -> None:
    """Escapes, doubled quotes and the lines of blocks around an edit stay as they are written."""
    assert _edited(source, wrong, right) == edited


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        (">-\n  обра-\n  зования школ края\n", ">-\n  образования\n  школ края\n"),
        ("обра-\n  зования школ", "образования\n  школ"),
        (">-\n  обра-\n  зования\n  школ\n", ">-\n  образования\n  школ\n"),
    ],
)
def test_line_break_moves(source: str, edited: str) -> None:
    """Where a broken word is joined, its line ends behind it."""
    assert _edited(source, "обра- зования", "образования") == edited


def test_literal_line_break() -> None:
    """In a block of lines a line break is part of the text, and goes with the word that it broke."""
    assert _edited("|\n  обра-\n  зования школ\n", "обра-\nзования", "образования") == "|\n  образования школ\n"


def test_cut_line_break() -> None:
    """A slip that covers a part of a folded empty line only is not edited."""
    source = ">-\n  а\n\n\n  б\n"
    assert Scalar(source=source, value="а\n\nб").edited([Slip(1, 2, "", "")]) is None


def test_other_text() -> None:
    """A source that does not say the value is not edited."""
    assert Scalar(source="абв", value="абг").edited([Slip(0, 1, "А", "")]) is None
