"""Git, asked by people and by us: what it is never told, and how its refusals sound."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dorkarta.history import git
from dorkarta.history.git import HistoryError

NewRepository = Callable[[str], Any]


@pytest.fixture
def repository(new_repository: NewRepository) -> Any:
    """Two commits and a tag."""
    made = new_repository("repository")
    made.commit("2024-01-01T00:00:00+00:00", {"roadmaps/a/roadmap-1.yaml": "title: a\n"})
    made.git("tag", "edition-1")
    made.commit("2024-01-02T00:00:00+00:00", {"roadmaps/a/roadmap-1.yaml": "title: b\n"})
    return made


@pytest.mark.parametrize("revision", ["HEAD", "main", "HEAD~0", "@", "main^{commit}"])
def test_revisions(repository: Any, revision: str) -> None:
    """Whatever git takes for one commit is a revision."""
    assert git.resolve(repository.folder, revision) == repository.git("rev-parse", "HEAD")


@pytest.mark.parametrize("revision", ["--output=x", "-n1", "--all", "", " ", "main\n--all", "HEAD\0"])
def test_a_revision_is_never_an_option(repository: Any, revision: str) -> None:
    """What git could take for an option, or for two lines, is refused before git sees it; nothing is written."""
    before = sorted(path.name for path in repository.folder.iterdir())
    with pytest.raises(HistoryError, match="не понята"):
        git.resolve(repository.folder, revision)
    assert sorted(path.name for path in repository.folder.iterdir()) == before


@pytest.mark.parametrize(
    ("revision", "hint"),
    [
        ("mian", "Возможно, «main»?"),
        ("edition-2", "Возможно, «edition-1»?"),
        ("HEAD..main", "HEAD~1"),
        ("1234567", "HEAD~1"),
    ],
)
def test_unknown_revision(repository: Any, revision: str, hint: str) -> None:
    """A revision that is not there is told with what is near, else with examples."""
    with pytest.raises(HistoryError, match="нет") as raised:
        git.resolve(repository.folder, revision)
    assert hint in str(raised.value)


def test_unknown_revision_of_a_shallow_clone(repository: Any, tmp_path: Path) -> None:
    """A shallow clone does not know older commits, and is told how to fetch them."""
    clone = repository.clone(tmp_path / "clone", 1)
    assert git.is_shallow(clone.folder)
    assert not git.is_shallow(repository.folder)
    with pytest.raises(HistoryError, match="--unshallow"):
        git.resolve(clone.folder, "HEAD~1")


def test_no_repository(tmp_path: Path) -> None:
    """Outside of a repository that is the reason."""
    with pytest.raises(HistoryError, match="не лежит в хранилище git"):
        git.resolve(tmp_path, "HEAD")


def test_no_git(repository: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git that is the reason."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HistoryError, match="Нет программы git"):
        git.resolve(repository.folder, "HEAD")


def test_no_commit(new_repository: NewRepository) -> None:
    """A repository without commits says so."""
    folder = new_repository("empty").folder
    with pytest.raises(HistoryError, match="ни одного коммита"):
        git.log(folder, "roadmaps")
    with pytest.raises(HistoryError, match="ни одного коммита"):
        git.resolve(folder, "HEAD")


def test_a_date_beyond_all_calendars(repository: Any) -> None:
    """A commit may bear any date; one that no calendar holds is the last one that does."""
    repository.commit("@999999999999 +0000", {"roadmaps/a/roadmap-1.yaml": "title: c\n"})
    assert git.parsed(git.log(repository.folder, "roadmaps"))[0].moment.year == 9999


def test_contents(repository: Any) -> None:
    """Contents come back to the byte, each once; an id that nobody knows is passed over."""
    repository.commit(
        "2024-01-03T00:00:00+00:00", {"roadmaps/a/roadmap-2.yaml": "\n\n1 missing\n", "roadmaps/b.yaml": ""}
    )
    files = git.files_of(repository.folder, "HEAD", "roadmaps")
    found = dict(git.contents(repository.folder, [*files.values(), *files.values(), "0" * 40]))
    assert {file: found[identity] for file, identity in files.items()} == {
        "roadmaps/a/roadmap-1.yaml": b"title: b\n",
        "roadmaps/a/roadmap-2.yaml": b"\n\n1 missing\n",
        "roadmaps/b.yaml": b"",
    }


def test_settings_of_a_person_do_not_matter(repository: Any) -> None:
    """Whatever a person set up for their own log, we see every commit with its files."""
    whole = git.parsed(git.log(repository.folder, "roadmaps"))
    for name, value in {
        "log.showRoot": "false",
        "log.decorate": "short",
        "log.date": "iso",
        "log.follow": "true",
        "diff.renames": "copies",
        "format.pretty": "oneline",
        "color.ui": "always",
        "core.pager": "false",
    }.items():
        repository.git("config", name, value)
    assert git.parsed(git.log(repository.folder, "roadmaps")) == whole
    assert [len(commit.touches) for commit in whole] == [1, 1]
