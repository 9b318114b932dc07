"""The command `dorkarta fix`."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dorkarta.app import app

ROADMAP = "roadmaps/zarechnaya-oblast/roadmap-2023-2024.yaml"


@pytest.fixture
def project(small_project: Path, tmp_path: Path) -> Path:
    """A small project with one slip."""
    folder = Path(shutil.copytree(small_project, tmp_path / "project"))
    (folder / "mkdocs.yml").write_text("site_name: Проба\n", "utf-8")
    text = (folder / ROADMAP).read_text("utf-8")
    (folder / ROADMAP).write_text(text.replace("Консультации для школ", 'Консультации  для "школ"'), "utf-8")
    return folder


def test_check_and_diff_write_nothing(project: Path) -> None:
    """`--check` and `--diff` only tell; with something to mend `--check` fails."""
    before = (project / ROADMAP).read_bytes()
    told = CliRunner().invoke(app, ["fix", "--check", "--project", str(project)])
    shown = CliRunner().invoke(app, ["fix", "--diff", "--project", str(project)])
    assert (told.exit_code, shown.exit_code) == (1, 0)
    assert f"{ROADMAP}: исправить: 1 пробел, 2 кавычки" in told.stderr
    assert "+        title: Консультации для «школ»\n" in shown.stdout
    assert (project / ROADMAP).read_bytes() == before


def test_fix(project: Path) -> None:
    """The files are mended, and then nothing is left to mend."""
    mended = CliRunner().invoke(app, ["fix", str(project / ROADMAP), "--project", str(project)])
    assert (mended.exit_code, mended.stdout) == (0, "")
    assert "title: Консультации для «школ»\n" in (project / ROADMAP).read_text("utf-8")
    again = CliRunner().invoke(app, ["fix", "--check", "--project", str(project)])
    assert (again.exit_code, again.stderr) == (0, "Исправлять нечего.\n")


def test_unread(project: Path) -> None:
    """A file that cannot be read is told with its line, and the command fails."""
    (project / ROADMAP).write_text("title: [\n", "utf-8")
    failed = CliRunner().invoke(app, ["fix", "--project", str(project)])
    assert failed.exit_code == 1
    assert "E002" in failed.stderr


def test_foreign_file(project: Path, tmp_path: Path) -> None:
    """A file outside the project is wrong use."""
    assert CliRunner().invoke(app, ["fix", str(tmp_path), "--project", str(project)]).exit_code == 2
