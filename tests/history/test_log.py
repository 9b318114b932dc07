"""The log of the records is asked for once, and again as soon as anything of it may have changed."""

from pathlib import Path
from typing import Any

import pytest

from dorkarta.history import git
from dorkarta.history.log import commits_of

FILE = "roadmaps/one/roadmap-2024.yaml"


@pytest.fixture
def repository(new_repository: Any) -> Any:
    """Two commits of a record."""
    made = new_repository("repository")
    made.commit("2024-01-01T00:00:00+00:00", {FILE: "1"})
    made.commit("2024-02-01T00:00:00+00:00", {FILE: "2"})
    return made


def test_the_log_is_kept(repository: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing is committed, git is not asked for its log again."""
    kept = tmp_path / "cache" / "log"
    first = commits_of(repository.folder, kept)
    assert first == commits_of(repository.folder)
    monkeypatch.setattr(git, "log", lambda *_: pytest.fail("asked again"))
    assert commits_of(repository.folder, kept) == first


def test_a_commit_is_seen(repository: Any, tmp_path: Path) -> None:
    """A new commit, a commit taken back and another branch change the answer."""
    kept = tmp_path / "log"
    first = commits_of(repository.folder, kept)
    repository.commit("2024-03-01T00:00:00+00:00", {FILE: "3"})
    assert len(commits_of(repository.folder, kept)) == len(first) + 1
    repository.git("reset", "--quiet", "--hard", "HEAD~2")
    assert commits_of(repository.folder, kept) == first[1:]


@pytest.mark.parametrize("torn", [b"", b"x", b"x\ny"])
def test_a_torn_file_is_no_answer(repository: Any, tmp_path: Path, torn: bytes) -> None:
    """What is left of a torn file is not believed; half of it neither."""
    kept = tmp_path / "log"
    whole = commits_of(repository.folder, kept)
    for left in (torn, kept.read_bytes()[:-5]):
        kept.write_bytes(left)
        assert commits_of(repository.folder, kept) == whole


def test_a_deepened_clone(repository: Any, tmp_path: Path) -> None:
    """A shallow clone may get older commits without a new one, so its answer is not kept."""
    clone, kept = repository.clone(tmp_path / "clone", 1), tmp_path / "log"
    assert [commit.boundary for commit in commits_of(clone.folder, kept)] == [True]
    assert not kept.exists()


def test_where_nothing_can_be_kept(repository: Any, tmp_path: Path) -> None:
    """Without a place to keep it the answer is the same; a project without git has none."""
    (tmp_path / "file").write_bytes(b"")
    assert commits_of(repository.folder, tmp_path / "file" / "log") == commits_of(repository.folder)
    with pytest.raises(git.HistoryError):
        commits_of(tmp_path, tmp_path / "log")
