"""`dorkarta export`: one record as one file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dorkarta.app import app
from dorkarta.commands import export as command
from dorkarta.documents.report_form import FORM_SHEET
from dorkarta.importing.workbook import read_workbook
from dorkarta.records.corpus import Corpus

ROOT = Path(__file__).resolve().parent.parent.parent
TULA = "tula-oblast/tula/roadmap-2020-2021"
REGION = "krasnodar-krai/roadmap-2020-2021"
CITY = "krasnodar-krai/krasnodar"
REPORT = "krasnodar-krai/krasnodar/report-2020-2021"

Export = Callable[..., Result]


@pytest.fixture
def export(tmp_path: Path, official: Corpus, monkeypatch: pytest.MonkeyPatch) -> Export:
    """The command in an empty folder, over the records of this project, which are read once for all."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "checked_corpus", lambda _: (official, ()))
    return lambda *words: CliRunner().invoke(app, ["export", "--project", str(ROOT), *words])


@pytest.mark.parametrize(
    ("file_format", "beginning"),
    [
        ("pdf", b"%PDF-"),
        ("docx", b"PK\x03\x04"),
        ("xlsx", b"PK\x03\x04"),
        ("csv", b"\xef\xbb\xbf"),
        ("json", b"{"),
        ("ics", b"BEGIN:VCALENDAR\r\n"),
        ("form", b"PK\x03\x04"),
    ],
)
def test_every_format_goes_to_standard_output(
    export: Export, tmp_path: Path, file_format: str, beginning: bytes
) -> None:
    """With `-o -` the bytes of the file are all that is printed."""
    done = export(TULA, "--format", file_format, "-o", "-")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout_bytes.startswith(beginning)
    assert list(tmp_path.iterdir()) == []


def test_the_file_gets_a_name_of_its_own(export: Export, tmp_path: Path) -> None:
    """Without `-o` the file lies in the current folder, named after record and part; the record may be a file."""
    done = export(f"roadmaps/{TULA}.yaml", "--format", "csv", "--section", "4")
    assert done.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["tula-oblast-tula-roadmap-2020-2021-section-4.csv"]


def test_a_level_alone(export: Export) -> None:
    """A level's file holds its activities and no others."""
    done = export("krasnodar-krai/roadmap-2020-2021", "--format", "csv", "--level", "school", "-o", "-")
    text = done.stdout_bytes.decode("utf-8-sig")
    whole = json.loads(export("krasnodar-krai/roadmap-2020-2021", "--format", "json", "-o", "-").stdout)
    assert whole["title"]
    assert "Утверждение системы работы" not in text
    assert text.count("\r\n") >= 13


def test_the_form_of_one_municipality(export: Export, tmp_path: Path) -> None:
    """A municipality gets a form of a region's roadmap that bears its name and asks only what it carries out."""
    done = export(REGION, "--format", "form", "--territory", CITY)
    assert (done.exit_code, done.stdout) == (0, "")
    [path] = tmp_path.iterdir()
    assert path.name == "krasnodar-krai-roadmap-2020-2021-report-form-krasnodar.xlsx"
    sheets = {sheet.name: sheet for sheet in read_workbook(path.read_bytes())}
    rows = sheets[FORM_SHEET].rows().values()
    planned = [row for row in rows if 0 in row and "#" in row[0].text]
    assert planned
    assert {row[3].text for row in planned} == {"Краснодар"}
    assert not any("Утверждение системы работы" in value.text for row in planned for value in row.values())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tula-oblast/tula/roadmap-2020-2022", "--format", "pdf"), "Возможно, «tula-oblast/tula/roadmap-2020-2021»?"),
        ((TULA, "--format", "odt"), "Формата «odt» нет. Есть: pdf, docx"),
        ((TULA, "--format", "pdf", "--section", "9"), "Раздела «9» в этой карте нет. Есть: 1, 2, 3, 4."),
        ((TULA, "--format", "pdf", "--level", "school"), "Уровня «school» в этой карте нет. Есть: municipality."),
        ((TULA, "--format", "pdf", "--level", "municipality", "--section", "1"), "что-то одно"),
        ((REPORT, "--format", "ics"), "это формат дорожных карт"),
        ((REPORT, "--format", "pdf", "--section", "1"), "Делятся только дорожные карты"),
        ((REGION, "--format", "form", "--territory", "tula"), "Есть: krasnodar-krai, krasnodar-krai/krasnodar."),
        (
            (REGION, "--format", "form", "--territory", "krasnodar-krai/krasnodr"),
            "Возможно, «krasnodar-krai/krasnodar»?",
        ),
        ((REGION, "--format", "form", "--territory", CITY, "--level", "region"), "форма была бы пустой"),
        ((REGION, "--format", "pdf", "--territory", CITY), "только для формы отчёта"),
    ],
)
def test_what_does_not_exist_is_told(export: Export, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """A wrong request is answered in Russian with what there is, and exit code 2."""
    done = export(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(export: Export, tmp_path: Path) -> None:
    """A file that cannot be written is told in a sentence, without a trace."""
    done = export(TULA, "--format", "csv", "-o", str(tmp_path / "нет" / "карта.csv"))
    assert done.exit_code == 1
    assert "не записан" in done.stderr
    assert "Traceback" not in done.stderr
