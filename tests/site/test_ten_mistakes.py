"""The loop of an editor: ten mistakes of one edit are found, told, mended as far as it is safe, and told again.

`tests/cases/ten-mistakes` holds the edited roadmap, what `check` says of it, what `fix` makes of it and what `diff`
tells of the whole. `BLESS=1` writes the last three anew.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dorkarta.app import app

CASE = Path(__file__).resolve().parents[1] / "cases" / "ten-mistakes"
ROADMAP = "roadmaps/zarechnaya-oblast/roadmap-2023-2024.yaml"
GIT = ("git", "-c", "user.name=Редакция", "-c", "user.email=editors@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def edited(small_project: Path, tmp_path: Path) -> Path:
    """The small project under git, with the edited roadmap in the work tree."""
    project = shutil.copytree(small_project, tmp_path / "project")
    (project / "mkdocs.yml").write_text("site_name: Сайт\n", encoding="utf-8")
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Записи")):
        subprocess.run((*GIT, *command), cwd=project, check=True)
    shutil.copy(CASE / "roadmap-2023-2024.yaml", project / ROADMAP)
    return project


def _said(project: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*words, "--project", str(project)])
    return done.exit_code, done.output


def _assert_golden(name: str, text: str) -> None:
    golden = CASE / name
    if os.environ.get("BLESS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_ten_mistakes_have_ten_answers(edited: Path) -> None:
    """Each mistake is told once, with its line, carets under its words and the way to mend it."""
    code, said = _said(edited, "check", "--as-of", "2024-06-01")
    _assert_golden("checked.txt", said)
    answers = re.split(r"\n(?=(?:ошибка|предупреждение) )", said)
    assert (code, len(answers)) == (1, 10)
    assert all(f"--> {ROADMAP}:" in each and "^" in each and "как исправить: " in each for each in answers)


def test_what_is_safe_is_mended(edited: Path) -> None:
    """The fix mends the four slips of typing, keeps comments and layout, and finds nothing more the second time."""
    assert _said(edited, "fix")[0] == 0
    mended = (edited / ROADMAP).read_text(encoding="utf-8")
    _assert_golden("mended.yaml", mended)
    before = (CASE / "roadmap-2023-2024.yaml").read_text(encoding="utf-8")
    assert [line for line in mended.splitlines() if "#" in line] == [
        line for line in before.splitlines() if "#" in line
    ]
    assert _said(edited, "fix", "--check") == (0, "Исправлять нечего.\n")
    _, said = _said(edited, "check", "--as-of", "2024-06-01")
    assert len(re.findall(r"^(?:ошибка|предупреждение) ", said, re.MULTILINE)) == 6


def test_the_edit_is_told_in_words(edited: Path) -> None:
    """The difference to the last commit reads like a person's summary."""
    assert _said(edited, "fix")[0] == 0
    code, told = _said(edited, "diff", "HEAD")
    assert code == 0
    _assert_golden("told.txt", told)
