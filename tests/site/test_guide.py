"""The editors' guide speaks of what there is: its commands, codes, files and examples are those of the program."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from dorkarta.app import app
from dorkarta.checks.catalogue import CATALOGUE
from dorkarta.model.activity import Activity
from dorkarta.model.body import Body
from dorkarta.model.redirect import Redirects
from dorkarta.model.report import ReportEntry
from dorkarta.records import kinds
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import read_tree

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "content" / "editors").rglob("*.md"))
GUIDE = "\n".join(path.read_text("utf-8") for path in PAGES)
_FENCED = re.compile(r"^```.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [found.group(1) for page in PAGES for found in _FENCED.finditer(page.read_text("utf-8"))]
_INLINE = re.compile(r"`([^`\n]+)`")


def _commands() -> list[str]:
    """Every command line of ours that the guide shows, in a block or inside a sentence."""
    lines = [line for block in BLOCKS for line in block.replace("\\\n", " ").splitlines()]
    return sorted({line.strip() for line in (*lines, *_INLINE.findall(GUIDE)) if line.strip().startswith("dorkarta ")})


@pytest.mark.parametrize("line", _commands())
def test_command_exists(line: str) -> None:
    """A command of the guide exists, and takes the options that stand there."""
    command: Any = typer.main.get_command(app)
    words = shlex.split(line)[1:]
    while words and hasattr(command, "list_commands"):
        assert words[0] in command.list_commands(None)
        command = command.get_command(None, words.pop(0))
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if re.match(r"--?[a-z]", word)} <= known


def test_guide_shows_commands() -> None:
    """The list of commands that is looked through is no empty one."""
    assert {line.split()[1] for line in _commands()} >= {"check", "fix", "new", "diff", "deadline"}


def test_codes_exist() -> None:
    """Every code that the guide speaks of is one of a rule."""
    assert set(re.findall(r"\b[EW]\d{3}\b", GUIDE)) <= set(CATALOGUE)


def test_targets_exist() -> None:
    """Every target of make that the guide speaks of is in the Makefile."""
    targets = set(re.findall(r"\bmake ([a-z-]+)`?", "\n".join([*BLOCKS, *_INLINE.findall(GUIDE)])))
    assert targets
    assert targets <= set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_files_are_known() -> None:
    """Every list of the registry and every file of a territory that the guide names may exist."""
    named = {name.rpartition("/")[2]: "registry/" in name for name in re.findall(r"`([\w./-]+\.yaml)`", GUIDE)}
    unknown = {name for name, in_registry in named.items() if kinds.kind_of(name, in_registry=in_registry) is None}
    assert named
    assert unknown == set()


def test_answer_is_what_is_printed() -> None:
    """The answer of the check that the guide explains is what a golden case shows."""
    told = next(block for block in BLOCKS if block.startswith("ошибка E203"))
    assert told in (ROOT / "tests/cases/checks/E203-form-unknown/expected.txt").read_text("utf-8")


def _records() -> list[str]:
    return [block for block in BLOCKS if re.match(r"\s*(- )?[a-z]+:( |\n)", block)]


@pytest.mark.parametrize("block", _records())
def test_examples_are_records(block: str) -> None:
    """What the guide shows of records is written as records are: some model takes it."""
    tree = read_tree(block, "guide.yaml")
    assert tree.problems == ()
    value: Any = tree.value[0] if isinstance(tree.value, list) else tree.value
    part = {"id": "1", "title": "Название", **value}
    faults = [
        validate(model, given, tree.marks, "guide.yaml")[1]
        for model, given in ((Activity, part), (ReportEntry, part), (Body, part), (Redirects, value))
    ]
    assert [] in faults, faults


def test_guide_shows_records() -> None:
    """The examples that are looked through are not none."""
    assert len(_records()) >= 6
