"""The draft of a practice."""

import datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from dorkarta.drafts.practice import practice_draft
from dorkarta.model.level import LevelId
from dorkarta.model.practice import Practice
from dorkarta.records.practices import read_practices
from dorkarta.records.yaml_tree import read_tree

REVIEWED = datetime.date(2026, 11, 22)
LONGEST_ADDRESS = 7000
"""Servers of repositories take about eight thousand signs."""


def head(text: str) -> object:
    tree = read_tree(text.removeprefix("---\n").removesuffix("---\n"), "content/practices/draft.md")
    assert not tree.problems
    return tree.value


def test_every_field_is_there() -> None:
    """A field that the model learns must appear in the draft; only the Markdown under the head is no field of it."""
    written = {line.partition(":")[0] for line in practice_draft().splitlines() if ":" in line and line[0].isalpha()}
    assert written == set(Practice.model_fields) - {"prose"}


def test_any_title_is_read_back(markup: tuple[str, ...]) -> None:
    """A title with signs of YAML is text."""
    for title in markup:
        text = practice_draft(title=title, territory="a/b", level=LevelId.SCHOOL, reviewed=REVIEWED)
        given = head(text)
        assert isinstance(given, dict)
        assert (given["title"], given["territory"], given["level"]) == (title, "a/b", "school")
        assert given["reviewed"] == "2026-11-22"


def test_it_fits_into_an_address() -> None:
    """The form of a repository takes the text inside an address."""
    assert len(quote(practice_draft())) < LONGEST_ADDRESS


def test_what_only_a_person_knows_is_asked_for_by_its_line(tmp_path: Path) -> None:
    """The reader names exactly the obligatory fields that are empty, each at its line."""
    folder = tmp_path / "content" / "practices"
    folder.mkdir(parents=True)
    text = practice_draft(title="Пары", territory="a/b", level=LevelId.SCHOOL, reviewed=REVIEWED)
    (folder / "pary.md").write_text(text, encoding="utf-8")
    (record,) = read_practices(tmp_path)
    lines = text.splitlines()
    asked = [lines[problem.place.line - 1].strip().partition(":")[0].removeprefix("- ") for problem in record.problems]
    assert asked == ["summary", "problem", *["text", "source"] * 3, "proof", "proof_why"]
    assert {problem.code for problem in record.problems} == {"E007"}


@pytest.mark.parametrize("level", list(LevelId))
def test_it_becomes_valid_when_it_is_filled_in(tmp_path: Path, level: LevelId) -> None:
    """Filled in as its hints say, a draft is a practice."""
    text = practice_draft(title="Пары", territory="a/b", level=level, reviewed=REVIEWED)
    for name in ("summary", "problem", "proof_why"):
        text = text.replace(f"\n{name}: #", f"\n{name}: Слова #")
    text = text.replace("\nproof: #", "\nproof: planned #")
    text = text.replace("  - text:\n    source:", "  - text: Шаг\n    source: a/roadmap-2021#1")
    folder = tmp_path / "content" / "practices"
    folder.mkdir(parents=True)
    (folder / "pary.md").write_text(text, encoding="utf-8")
    (record,) = read_practices(tmp_path)
    assert not record.problems
    assert isinstance(record.content, Practice)
    assert len(record.content.steps) == 3
