"""The records of a revision."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dorkarta.history.git import HistoryError
from dorkarta.history.revision import corpus_at, differing, is_record
from dorkarta.records.loading import load

NewRepository = Callable[[str], Any]

ROADMAP = "roadmaps/zarechnaya-oblast/roadmap-2023-2024.yaml"


@pytest.fixture
def repository(new_repository: NewRepository, small_project: Path) -> Any:
    """The small project in a folder of a repository; then its roadmap is deleted and a link is added."""
    made = new_repository("repository")
    files = {path.relative_to(small_project).as_posix(): path for path in small_project.rglob("*.yaml")}
    made.commit(
        "2024-01-01T00:00:00+00:00", {f"inside/{file}": path.read_text("utf-8") for file, path in files.items()}
    )
    (made.folder / "inside/roadmaps/zarechnaya-oblast/roadmap-1.yaml").symlink_to("/etc/hostname")
    made.commit("2024-01-02T00:00:00+00:00", {f"inside/{ROADMAP}": None})
    return made


def test_records_of_a_revision(repository: Any, small_project: Path) -> None:
    """All records are read as they stood then, whatever lies on the disk; links are not followed."""
    project = repository.folder / "inside"
    before, after = load(small_project), corpus_at(project, "HEAD~1")
    assert [(file.file, file.content) for file in after.files] == [(file.file, file.content) for file in before.files]
    assert {file.file for file in before.files} - {file.file for file in corpus_at(project, "HEAD").files} == {ROADMAP}


def test_unknown_revision(repository: Any) -> None:
    """A revision that is not there has no records."""
    with pytest.raises(HistoryError, match="HEAD~9"):
        corpus_at(repository.folder / "inside", "HEAD~9")


def test_what_differs(repository: Any) -> None:
    """Between two revisions, and between one and the disk, only what differs is read."""
    project = repository.folder / "inside"
    before, after = differing(project, "HEAD~1", "HEAD")
    assert (set(before), set(after)) == ({ROADMAP}, set())
    bodies = "roadmaps/registry/bodies.yaml"
    (project / bodies).write_bytes(b"bodies: []\n")
    (project / "roadmaps/new.yaml").write_bytes(b"")
    before, after = differing(project, "HEAD~1")
    assert set(before) == {ROADMAP, bodies}
    assert set(after) == {bodies, "roadmaps/new.yaml"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read(repository: Any) -> None:
    """A file without permission takes part as one that holds nothing."""
    file = repository.folder / "inside/roadmaps/registry/bodies.yaml"
    file.chmod(0)
    _, after = differing(repository.folder / "inside", "HEAD")
    assert after["roadmaps/registry/bodies.yaml"] == b""


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("roadmaps/a/roadmap-1.yaml", True),
        ("content/practices/pairs.md", True),
        ("content/practices/index.md", False),
        ("content/practices/deeper/pairs.md", False),
        ("content/index.md", False),
        ("roadmaps/a/note.txt", False),
        ("roadmaps/.schema/roadmap.yaml", False),
        ("roadmaps/../secret.yaml", False),
        ("roadmaps/a/\x1b[2J.yaml", False),
        ("roadmaps/a/\udcff.yaml", False),
    ],
)
def test_which_files_are_records(file: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    """Records lie where they belong, under names that can be shown; nothing leads out of the project."""
    assert is_record(file) is expected
