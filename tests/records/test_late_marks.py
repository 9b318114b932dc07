"""Marks that are made when somebody asks: the same as if they had been made at once."""

from pathlib import Path

import pytest

from dorkarta.records.files import RecordFile, read_files
from dorkarta.records.late_marks import LateMarks, Origin, lines_of
from dorkarta.records.yaml_tree import Marks, read_tree

TEXT = "a: 1\nb:\n  - c: 2\n    d: [{e: 3}, f]\n  - {c: 4}\ng:\n  - h\n  - i: 5\n"
WHOLE = read_tree(TEXT, "f").marks


def _late() -> LateMarks:
    return LateMarks(Origin(lines_of(WHOLE), lambda: WHOLE))


def _never() -> Marks:
    raise AssertionError


@pytest.mark.parametrize("key", [False, True])
@pytest.mark.parametrize(
    "path",
    [(), ("a",), ("b",), ("b", 0), ("b", 0, "d", 0, "e"), ("b", 1, "c"), ("b", 7), ("x", "y"), ("g", 0), ("g", 1)],
)
def test_same_marks(path: tuple[str | int, ...], *, key: bool) -> None:
    """Every field is as in marks made at once, also of what is not there."""
    late, now = _late().at(path, key=key), WHOLE.at(path, key=key)
    assert late.line == now.line
    assert (late.column, late.end_line, late.end_column) == (now.column, now.end_line, now.end_column)
    assert (late.keys, late.children) == (now.keys, now.children)
    assert late.holds(3, 6) == now.holds(3, 6)


def test_step_by_step() -> None:
    """Marks of marks lead on from where the first ones ended, also where these led nowhere."""
    assert _late().at(("x",)).at(("a",)).column == WHOLE.at(("x",)).at(("a",)).column
    assert _late().at(("b",)).at((0, "d")).line == 4


def test_lines_need_no_marks() -> None:
    """The lines of records in lists are known without making marks."""
    late = LateMarks(Origin(lines_of(WHOLE), _never))
    assert [late.at(("b", 0)).line, late.at(("b",)).at((1,)).line, late.at(("g", 1)).line] == [3, 5, 8]


def _read(tmp_path: Path, text: str) -> RecordFile:
    target = tmp_path / "roadmaps/tula-oblast/bodies.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    (file,) = read_files(tmp_path)
    assert file.problems == ()
    return file


BODY = "bodies:\n  - id: uo\n    title: УО\n    kind: role\n"


@pytest.mark.parametrize("note", ["", " # примечание"])
def test_places_of_a_file(tmp_path: Path, note: str) -> None:
    """A file that nothing is wrong with tells its places when it is asked, however it was read."""
    marks = _read(tmp_path, BODY.replace("УО", f"УО{note}")).marks.at(("bodies", 0, "title"))
    assert (marks.line, marks.column) == (3, 12)


def test_file_changed_since(tmp_path: Path) -> None:
    """The places of another text are not taken for those of the text that was read."""
    file = _read(tmp_path, BODY)
    _read(tmp_path, f"# Ещё строка\n{BODY}")
    marks = file.marks.at(("bodies", 0, "title"))
    assert (marks.line, marks.column) == (1, 1)
