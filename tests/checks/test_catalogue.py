"""The catalogue: every code is told of, with a reason and with an example that the checks really refuse and accept."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

import dorkarta
from dorkarta.checks.catalogue import CATALOGUE, REQUIREMENTS, TOPICS, topic
from dorkarta.checks.rule import Requirement
from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.records.files import read_text
from dorkarta.records.folders import PROSE
from dorkarta.records.yaml_tree import unreadable
from dorkarta.site.prose import unknown_blocks

CASES = Path(__file__).resolve().parent.parent / "cases"
SHOWN_OTHERWISE = {"E001", "E009", "E301"}
"""Git would not keep files in a wrong encoding or with control characters; prose is no record. See the last tests."""

all_codes = pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda each: each.code)


def test_every_code_of_the_program_is_in_the_catalogue() -> None:
    """What the program can say, it can explain: the codes in its source are those of the catalogue."""
    (folder,) = dorkarta.__path__
    source = "".join(path.read_text("utf-8") for path in sorted(Path(folder).rglob("*.py")))
    assert set(re.findall(r'"([EW]\d{3})"', source)) == set(CATALOGUE)


def test_a_code_means_one_thing() -> None:
    """No two demands bear the same code."""
    counts = Counter(requirement.code for requirement in REQUIREMENTS)
    assert {code for code, count in counts.items() if count > 1} == set()


@all_codes
def test_words(requirement: Requirement) -> None:
    """A demand is one sentence, its reason ends as a sentence does, and its letter tells how grave it is."""
    assert re.fullmatch(r"[А-ЯЁ«].*[^.!?]\.", requirement.title)
    assert not re.search(r"[.!?]\s", requirement.title)
    assert re.fullmatch(r"[А-ЯЁ«].+\.", requirement.why)
    assert requirement.code[0] == {Severity.ERROR: "E", Severity.WARNING: "W"}[requirement.severity]


@all_codes
def test_topic(requirement: Requirement) -> None:
    """Every demand is about something, so that the list of rules can place it."""
    assert topic(requirement.code)


def test_topics_are_needed() -> None:
    """No topic is left without rules."""
    assert set(TOPICS) == {code[1:3] for code in CATALOGUE}


@pytest.mark.parametrize("code", [code for code in CATALOGUE if code not in SHOWN_OTHERWISE])
def test_example_stands_in_a_case(code: str) -> None:
    """Both sides of an example are lines of a golden case of that code, so the checks refuse one, not the other."""
    example = CATALOGUE[code].example
    assert any(
        _holds(folder / bad, example.bad) and _holds(folder / good, example.good) for folder, bad, good in _cases(code)
    )


def _cases(code: str) -> Iterator[tuple[Path, str, str]]:
    """The golden folders that show a code, with the names of their bad and good sides."""
    yield from ((folder, "bad", "good") for folder in sorted((CASES / "checks").glob(f"{code}-*")))
    for told in sorted((CASES / "history").glob("*/expected.txt")):
        if code in told.read_text("utf-8"):
            yield told.parent, "after", "before"


def _holds(folder: Path, text: str) -> bool:
    """Whether the lines of a text follow each other in a file of a folder, or name files of it."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = [path.relative_to(folder).as_posix() for path in paths]
    return _follow(names, text) or any(_follow(path.read_text("utf-8").split("\n"), text) for path in paths)


def _follow(lines: list[str], text: str) -> bool:
    count = text.count("\n") + 1
    return any(dedent("\n".join(lines[start : start + count])) == text for start in range(len(lines) - count + 1))


def test_example_of_a_wrong_encoding(tmp_path: Path) -> None:
    """The bad example of E001 is what an editor sees of the good one when it is saved in Windows-1251."""
    example = CATALOGUE["E001"].example
    file = tmp_path / "roadmap-2024.yaml"
    file.write_bytes(example.good.encode("cp1251"))
    said = read_text(file, file.name)
    assert isinstance(said, Diagnostic)
    assert said.code == "E001"
    assert file.read_bytes().decode("cp1252") == example.bad


def test_example_of_a_control_character() -> None:
    """The bad example of E009 shows a picture of the bell; with the bell itself the text is refused."""
    example = CATALOGUE["E009"].example
    fault = unreadable(example.bad.replace("␇", "\a"), "roadmap-2024.yaml")
    assert fault is not None
    assert fault.code == "E009"
    assert example.bad.replace("␇", "") == example.good
    assert unreadable(example.good, "roadmap-2024.yaml") is None


def test_example_of_an_unknown_block(tmp_path: Path) -> None:
    """The block of the bad example of E301 is unknown, that of the good one is known."""
    example = CATALOGUE["E301"].example
    page = tmp_path / PROSE / "page.md"
    page.parent.mkdir()
    page.write_text(f"{example.good}\n\n{example.bad}\n", "utf-8")
    assert [(said.code, said.place.line) for said in unknown_blocks(tmp_path)] == [("E301", 3)]
