"""Fields in the order of the model."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.fixing.order import in_order, reordered
from dorkarta.fixing.source import Source
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.yaml_tree import Marks

SMALL = Path(__file__).resolve().parent.parent / "cases" / "project" / "roadmaps" / "zarechnaya-oblast"
WRITTEN = (SMALL / "roadmap-2023-2024.yaml").read_text("utf-8")
TEXT = re.sub(r"^( +)title:", r"\1# имя\n\1# и название\n\1title:", WRITTEN, flags=re.MULTILINE)


def _mappings(marks: Marks) -> list[Marks]:
    inner = [each for child in marks.children.values() for each in _mappings(child)]
    return [*inner, marks] if marks.keys else inner


@given(st.randoms(use_true_random=False), st.integers(min_value=0))
def test_shuffled(random: Random, which: int) -> None:
    """Fields in any order come back to the order of the model, each with its comments, and nothing else changes."""
    mappings = _mappings(Source(text=TEXT).tree.marks)
    marks = mappings[which % len(mappings)]
    fields = list(marks.keys)
    random.shuffle(fields)
    shuffled = reordered(TEXT, [(marks, fields)])
    assert in_order(Source(text=shuffled), Roadmap)[0].text == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "columns:\n  title: Мероприятие\n  number: №\n",
        "source: {form: DOCX, title: Карта}\n",
        "level: region\nпоказ: нет\ntitle: Карта\n",
    ],
)
def test_left(text: str) -> None:
    """The columns of the document, mappings in one line, and those with a field that nobody knows stay."""
    assert in_order(Source(text=text), Roadmap) == (Source(text=text), {})
