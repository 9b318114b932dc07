"""The page of deadlines shows what the language of deadlines really does."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dorkarta.deadline import Kind, read
from dorkarta.deadline.examples import PERIOD, REFUSED, UNDERSTOOD, Refusal
from dorkarta.pages import deadlines
from dorkarta.pages.deadlines import DeadlinesView
from dorkarta.pages.edition import Edition
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus

EditionOf = Callable[..., Edition]

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = ROOT / "theme" / "blocks"
TABLES = ROOT / "tests" / "deadline" / "cases"
WORDS = [words for examples in UNDERSTOOD for words in examples.words]


def _tested() -> set[str]:
    """The expressions whose readings in the period of the examples the tables demand."""
    found = set()
    for table in TABLES.glob("*.tsv"):
        text = table.read_text("utf-8")
        same = re.findall(rf"^#: (\S+) = {PERIOD.start}/{PERIOD.end}$", text, re.MULTILINE)
        rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
        found |= {row[0] for row in rows if row[1] in {"-", *same}}
    return found


@pytest.fixture
def view(small: Corpus, edition_of: EditionOf) -> DeadlinesView:
    """What the page shows."""
    made = deadlines.make(edition_of(small)).view
    assert isinstance(made, DeadlinesView)
    return made


def test_examples_stand_in_the_tables() -> None:
    """What the page shows is what the tables of deadlines demand: no example is without its test."""
    assert set(WORDS) | {each.words for each in REFUSED} <= _tested()


@pytest.mark.parametrize("words", WORDS)
def test_examples_are_understood(words: str) -> None:
    """An example is read, and in one way only."""
    reading = read(words, period=PERIOD)
    assert reading.kind is not Kind.UNPARSEABLE
    assert reading.ambiguity is None


@pytest.mark.parametrize("refusal", REFUSED, ids=lambda each: each.words)
def test_refusals_can_be_mended(refusal: Refusal) -> None:
    """What is refused is refused with a reason; what is proposed instead is read, and in one way only."""
    reading = read(refusal.words, period=PERIOD)
    assert reading.reason or (reading.ambiguity and not reading.intervals)
    instead = read(refusal.instead, period=PERIOD)
    assert instead.kind is not Kind.UNPARSEABLE
    assert instead.ambiguity is None


def test_meanings(view: DeadlinesView) -> None:
    """A year is supplied from the period, a limit is told as one, a recurrence is laid out, a condition has no date."""
    shown = {each.words: (each.meaning, each.when) for group in view.groups for each in group.readings}
    assert shown["15 декабря"] == ("15 декабря 2020 года", "15 декабря 2020\u00a0г.")
    assert shown["не позднее 1 марта"] == ("до 1 марта 2021 года", "до 1 марта 2021\u00a0г.")
    assert shown["2 раза в год (декабрь, май)"][1] == "декабрь 2020, май 2021"
    assert shown["ежемесячно"][1].endswith("и ещё 8")
    assert shown["по отдельному графику"] == ("по отдельному графику", "без даты")


def test_page(view: DeadlinesView, small: Corpus, edition_of: EditionOf) -> None:
    """Every expression stands on the page, with the reason of each refusal."""
    html = Renderer(BLOCKS).block(deadlines.make(edition_of(small)), "editors/deadlines/")
    assert all(f"<b>{words}</b>" in html for words in WORDS)
    assert [each.reason for each in view.refusals if not each.reason] == []
    assert "в апреле нет 31-го числа" in html
