"""What an editor is told of a filled form, and the record that comes of it.

A folder of `tests/cases/forms` holds what is typed (`typed.txt`: the end of a row's key and the key of a column, or a
sheet and a cell, then the text), what is said (`said.txt`) and the record (`report.yaml`). `BLESS=1 pytest
tests/importing` writes the last two anew; read them as an editor would before you keep them.
"""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dorkarta.app import app
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus

ROOT = Path(__file__).resolve().parents[2]
FORMS = Path(__file__).resolve().parent.parent / "cases" / "forms"
OBLAST = "zarechnaya-oblast/roadmap-2023-2024"

Fill = Callable[[bytes, Mapping[tuple[str, str], str]], bytes]
Put = Callable[[bytes, Mapping[tuple[str, int, int], str]], bytes]
FormOf = Callable[[Corpus, str, LevelId | None], bytes]


@pytest.fixture
def project(tmp_path: Path, small_project: Path) -> Path:
    """A copy of the small project, to be written into."""
    folder = Path(shutil.copytree(small_project, tmp_path / "project"))
    (folder / "mkdocs.yml").touch()
    return folder


def typed_in(case: Path) -> tuple[dict[tuple[str, str], str], dict[tuple[str, int, int], str]]:
    """What is typed in rows of the tables, and what in any other cells."""
    rows: dict[tuple[str, str], str] = {}
    cells: dict[tuple[str, int, int], str] = {}
    for line in (case / "typed.txt").read_text("utf-8").splitlines():
        where, _, text = line.partition(" = ")
        text = text.replace("\\n", "\n")
        if match := re.fullmatch(r"(.+)!([A-Z])(\d+)", where):
            cells[match[1], int(match[3]) - 1, ord(match[2]) - ord("A")] = text
        else:
            key, _, column = where.partition(" ")
            rows[key, column] = text
    return rows, cells


@pytest.fixture
def typed(small: Corpus, form_of: FormOf, fill: Fill, put: Put, tmp_path: Path) -> Callable[[Path], Path]:
    """Makes the form of a case as it was filled in."""

    def made(case: Path) -> Path:
        rows, cells = typed_in(case)
        form = tmp_path / "форма.xlsx"
        form.write_bytes(put(fill(form_of(small, OBLAST, None), rows), cells))
        return form

    return made


@pytest.mark.parametrize("case", sorted(FORMS.iterdir()), ids=lambda path: path.name)
def test_what_is_said_of_a_form(case: Path, typed: Callable[[Path], Path], project: Path) -> None:
    """Every problem names its sheet, row and column, and the record keeps what was typed."""
    form = typed(case)
    result = CliRunner().invoke(app, ["report-read", str(form), "-o", "-", "--project", str(project)])
    said = f"{result.stderr}код {result.exit_code}\n"
    for name, text in (("said.txt", said), ("report.yaml", result.stdout)):
        if os.environ.get("BLESS"):
            (case / name).write_text(text, "utf-8")
        assert text == (case / name).read_text("utf-8")


def test_a_record_that_is_there_stays(small: Corpus, form_of: FormOf, project: Path, tmp_path: Path) -> None:
    """The record is written where it belongs, once; only `--force` replaces it."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(form_of(small, OBLAST, None))
    target = project / "roadmaps/zarechnaya-oblast/report-2023-2024.yaml"
    command = ["report-read", str(form), "--project", str(project)]
    assert CliRunner().invoke(app, command).exit_code == 0
    target.write_text("своё\n", "utf-8")
    again = CliRunner().invoke(app, command)
    assert (again.exit_code, target.read_text("utf-8")) == (1, "своё\n")
    assert "уже есть, он не тронут" in again.stderr
    assert CliRunner().invoke(app, [*command, "--force"]).exit_code == 0
    assert target.read_text("utf-8").startswith("# yaml-language-server")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["нет.xlsx"], 2, "не прочитан"),
        (["."], 2, "папка, а не файл"),
        (["mkdocs.yml", "--territory"], 2, "нет значения"),
        (["mkdocs.yml"], 1, "mkdocs.yml: Это не таблица XLSX или ODS."),
        (["mkdocs.yml", "--period", "2021"], 2, "2021"),
    ],
)
def test_a_wrong_use_and_a_wrong_file(
    arguments: list[str], code: int, said: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is not there is a wrong use, a file that is no form is to be mended; neither leaves a trace."""
    monkeypatch.chdir(project)
    result = CliRunner().invoke(app, ["report-read", *arguments])
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_the_guide_shows_what_is_said(official: Corpus, form_of: FormOf, fill: Fill, tmp_path: Path) -> None:
    """The answer in the editors' guide is that of the program to a form with these words."""
    answers = {
        ("1.2", "description"): "Программа разработана",
        ("1.2", "date"): "маарт 2021",
        ("1.4", "description"): "Проведено два совещания",
        ("1.4", "responsible"): "Управление образованя",
        ("1.4", "fact/2021"): "две",
    }
    form = tmp_path / "report-form.xlsx"
    form.write_bytes(fill(form_of(official, "stavropol-krai/kislovodsk/roadmap-2020-2022", None), answers))
    result = CliRunner().invoke(app, ["report-read", str(form), "-o", "-", "--project", str(ROOT)])
    assert f"```\n{result.stderr}```" in (ROOT / "content/editors/reports.md").read_text("utf-8")
