"""The command that tells what changed."""

import os
import shutil
import subprocess
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from dorkarta.app import app

ROADMAP = "roadmaps/zarechnaya-oblast/roadmap-2023-2024.yaml"


def git(folder: Path, *arguments: str) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=Т", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run((shutil.which("git") or "git", *who, *arguments), cwd=folder, env=environment, check=True)


@pytest.fixture
def changed(tmp_path: Path, small_project: Path) -> Path:
    """The small project in a repository; one deadline is changed in the second commit, another one on the disk."""
    project = tmp_path / "project"
    shutil.copytree(small_project, project)
    (project / "mkdocs.yml").write_text("site_name: Карты\n", "utf-8")
    git(project, "init", "--quiet")
    for was, now in (("", ""), ("deadline: сентябрь 2023", "deadline: октябрь 2023")):
        _replace(project, was, now)
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message", "Правка")
    _replace(project, "deadline: май 2024", "deadline: июнь 2024")
    return project


def _replace(project: Path, was: str, now: str) -> None:
    file = project / ROADMAP
    file.write_text(file.read_text("utf-8").replace(was, now, 1), "utf-8")


def _diff(project: Path, *arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["diff", "--project", str(project), *arguments])
    return done.exit_code, done.stdout, done.stderr


COMMITTED, ON_DISK = "1: срок «сентябрь 2023» → «октябрь 2023»", "5: срок «май 2024» → «июнь 2024»"


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        ((), {ON_DISK}),
        (("HEAD~1",), {COMMITTED, ON_DISK}),
        (("HEAD~1", "HEAD"), {COMMITTED}),
        (("HEAD", "main"), set()),
    ],
)
def test_what_is_compared(changed: Path, revisions: tuple[str, ...], expected: set[str]) -> None:
    """Nothing named is the last commit against the disk; one revision goes with the disk, two with each other."""
    code, said, _ = _diff(changed, *revisions)
    assert code == 0
    assert {line.removeprefix("  - ") for line in said.splitlines() if line.startswith("  - ")} == expected
    assert bool(expected) is ("Изменений в записях нет." not in said)


def test_formats(changed: Path, tmp_path: Path) -> None:
    """The same changes come as JSON and as Markdown, on the screen or in a file."""
    _, said, _ = _diff(changed, "--format", "json")
    (record,) = orjson.loads(said)["records"]
    assert [(change["kind"], change["where"]) for change in record["changes"]] == [("deadline", "5")]
    code, said, _ = _diff(changed, "--format", "markdown", "-o", str(tmp_path / "comment.md"))
    assert (code, said) == (0, "")
    assert "«май 2024» → «июнь 2024»" in (tmp_path / "comment.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--format", "html"), "Вида «html» нет. Бывают: text, markdown, json."),
        (("HEAD~7",), "Ревизии «HEAD~7» нет."),
        (("--", "--output=x"), "Ревизия «--output=x» не понята"),
    ],
)
def test_wrong_use(changed: Path, arguments: tuple[str, ...], reason: str) -> None:
    """Wrong use ends with 2 and one line that says why."""
    code, said, complaint = _diff(changed, *arguments)
    assert (code, said) == (2, "")
    assert reason in complaint


def test_no_repository(tmp_path: Path) -> None:
    """Without a repository there is nothing to compare with."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Карты\n", "utf-8")
    code, _, complaint = _diff(tmp_path)
    assert code == 2
    assert "не лежит в хранилище git" in complaint
