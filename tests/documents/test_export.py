"""`dorkarta export`: one record as one file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TULA = "tula-oblast/tula/roadmap-2020-2021"
REPORT = "krasnodar-krai/krasnodar/report-2020-2021"


def dorkarta(*words: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (sys.executable, "-m", "dorkarta", "export", "--project", str(ROOT), *words),
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


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
def test_every_format_goes_to_standard_output(tmp_path: Path, file_format: str, beginning: bytes) -> None:
    """With `-o -` the bytes of the file are all that is printed."""
    done = dorkarta(TULA, "--format", file_format, "-o", "-", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(beginning)
    assert list(tmp_path.iterdir()) == []


def test_the_file_gets_a_name_of_its_own(tmp_path: Path) -> None:
    """Without `-o` the file lies in the current folder, named after record and part; the record may be a file."""
    done = dorkarta(f"roadmaps/{TULA}.yaml", "--format", "csv", "--section", "4", cwd=tmp_path)
    assert done.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["tula-oblast-tula-roadmap-2020-2021-section-4.csv"]


def test_a_level_alone(tmp_path: Path) -> None:
    """A level's file holds its activities and no others."""
    done = dorkarta("krasnodar-krai/roadmap-2020-2021", "--format", "csv", "--level", "school", "-o", "-", cwd=tmp_path)
    text = done.stdout.decode("utf-8-sig")
    whole = json.loads(dorkarta("krasnodar-krai/roadmap-2020-2021", "--format", "json", "-o", "-", cwd=tmp_path).stdout)
    assert whole["title"]
    assert "Утверждение системы работы" not in text
    assert text.count("\r\n") >= 13


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
    ],
)
def test_what_does_not_exist_is_told(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """A wrong request is answered in Russian with what there is, and exit code 2."""
    done = dorkarta(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be written is told in a sentence, without a trace."""
    done = dorkarta(TULA, "--format", "csv", "-o", str(tmp_path / "нет" / "карта.csv"), cwd=tmp_path)
    assert done.returncode == 1
    assert "не записан" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
