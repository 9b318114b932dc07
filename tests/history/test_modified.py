"""When records were changed last."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dorkarta.history.modified import last_changes

ONE, OTHER = "roadmaps/a/roadmap-1.yaml", "roadmaps/a/roadmap-2.yaml"

NewRepository = Callable[[str], Any]


def moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.fixture
def repository(new_repository: NewRepository) -> Any:
    """Four commits: two records, something else, one of the records, something else."""
    made = new_repository("repository")
    made.commit("2024-01-01T03:00:00+03:00", {ONE: "1", OTHER: "1"})
    made.commit("2024-01-15T00:00:00+00:00", {"content/index.md": "1"})
    made.commit("2024-02-01T23:30:00+00:00", {OTHER: "2"})
    made.commit("2024-03-01T00:00:00+00:00", {"content/index.md": "2"})
    return made


def test_last_commit_of_every_file(repository: Any) -> None:
    """Each record has the time of the last commit that touched it, in UTC; other files have none."""
    found = last_changes(repository.folder)
    assert found == {ONE: moment("2024-01-01T00:00:00+00:00"), OTHER: moment("2024-02-01T23:30:00+00:00")}
    assert all(each.tzinfo is datetime.UTC for each in found.values())


def test_a_project_inside_a_repository(new_repository: NewRepository) -> None:
    """Files are named from the project, wherever the repository begins."""
    made = new_repository("repository")
    made.commit("2024-01-01T00:00:00+00:00", {f"inside/{ONE}": "1", "roadmaps/other.yaml": "1"})
    assert set(last_changes(made.folder / "inside")) == {ONE}


def test_a_merge_is_a_change_of_its_day(repository: Any) -> None:
    """What a merge brought was changed on the day of the merge, whenever it was written."""
    repository.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    repository.commit("2024-02-10T00:00:00+00:00", {ONE: "side"})
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-edit", "--no-ff", "side", at="2024-04-01T00:00:00+00:00")
    assert last_changes(repository.folder)[ONE] == moment("2024-04-01T00:00:00+00:00")


@pytest.mark.parametrize(("depth", "known"), [(1, set()), (2, set()), (3, {OTHER}), (5, {ONE, OTHER})])
def test_a_shallow_clone_dates_only_what_it_saw_change(
    repository: Any, tmp_path: Path, depth: int, known: set[str]
) -> None:
    """The boundary of a shallow clone seems to have made every file, and is believed in nothing."""
    clone = repository.clone(tmp_path / "clone", depth)
    whole = last_changes(repository.folder)
    assert last_changes(clone.folder) == {file: whole[file] for file in known}


def test_a_branch_named_like_a_boundary(repository: Any) -> None:
    """A branch that is called «grafted» does not make its commit a boundary."""
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    repository.git("branch", "grafted")
    assert set(last_changes(repository.folder)) == {ONE, OTHER}


def test_no_repository(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Outside of any repository nothing is known and nothing is said."""
    (tmp_path / "roadmaps").mkdir()
    assert last_changes(tmp_path) == {}
    assert capfd.readouterr() == ("", "")


def test_no_commit(new_repository: NewRepository, capfd: pytest.CaptureFixture[str]) -> None:
    """Nor in a repository without history."""
    assert last_changes(new_repository("empty").folder) == {}
    assert capfd.readouterr() == ("", "")


def test_no_git(repository: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor on a machine without git."""
    monkeypatch.setenv("PATH", "")
    assert last_changes(repository.folder) == {}


def test_no_folder(tmp_path: Path) -> None:
    """Nor where there is no project at all."""
    assert last_changes(tmp_path / "nowhere") == {}
