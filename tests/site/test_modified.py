"""When records were changed last."""

import datetime
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from dorkarta.site.modified import last_changes

ONE, OTHER = "roadmaps/a/roadmap-1.yaml", "roadmaps/a/roadmap-2.yaml"


def git(folder: Path, *arguments: str, at: str = "2024-01-01T00:00:00+00:00") -> None:
    """Run git without anything of this machine's settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environment |= {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    who = ("-c", "user.name=Т", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    command = (shutil.which("git") or "git", *who, *arguments)
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def commit(folder: Path, at: str, *files: str) -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{at}\n", "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Правка", at=at)


def moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Four commits: two records, something else, one of the records, something else."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, "2024-01-01T03:00:00+03:00", ONE, OTHER)
    commit(folder, "2024-01-15T00:00:00+00:00", "content/index.md")
    commit(folder, "2024-02-01T23:30:00+00:00", OTHER)
    commit(folder, "2024-03-01T00:00:00+00:00", "content/index.md")
    return folder


def test_last_commit_of_every_file(repository: Path) -> None:
    """Each record has the time of the last commit that touched it, in UTC; other files have none."""
    found = last_changes(repository)
    assert found == {ONE: moment("2024-01-01T00:00:00+00:00"), OTHER: moment("2024-02-01T23:30:00+00:00")}
    assert all(each.tzinfo is datetime.UTC for each in found.values())


def test_a_project_inside_a_repository(tmp_path: Path) -> None:
    """Files are named from the project, wherever the repository begins."""
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "2024-01-01T00:00:00+00:00", f"inside/{ONE}", "roadmaps/other.yaml")
    assert set(last_changes(tmp_path / "inside")) == {ONE}


@pytest.mark.parametrize(("depth", "known"), [(1, set()), (2, set()), (3, {OTHER}), (5, {ONE, OTHER})])
def test_a_shallow_clone_dates_only_what_it_saw_change(
    repository: Path, tmp_path: Path, depth: int, known: set[str]
) -> None:
    """The boundary of a shallow clone seems to have made every file, and is believed in nothing."""
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", f"--depth={depth}", repository.as_uri(), str(clone))
    whole = last_changes(repository)
    assert last_changes(clone) == {file: whole[file] for file in known}


def test_a_branch_named_like_a_boundary(repository: Path) -> None:
    """A branch that is called «grafted» does not make its commit a boundary."""
    git(repository, "reset", "--quiet", "--hard", "HEAD~1")
    git(repository, "branch", "grafted")
    assert set(last_changes(repository)) == {ONE, OTHER}


def test_no_repository(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Outside of any repository nothing is known and nothing is said."""
    (tmp_path / "roadmaps").mkdir()
    assert last_changes(tmp_path) == {}
    assert capfd.readouterr() == ("", "")


def test_no_commit(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nor in a repository without history."""
    git(tmp_path, "init", "--quiet")
    assert last_changes(tmp_path) == {}
    assert capfd.readouterr() == ("", "")


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor on a machine without git."""
    monkeypatch.setenv("PATH", "")
    assert last_changes(repository) == {}


def test_no_folder(tmp_path: Path) -> None:
    """Nor where there is no project at all."""
    assert last_changes(tmp_path / "nowhere") == {}
