"""Every diagnostic as an editor sees it: the golden folders of `tests/cases/checks`.

A case is `bad/` (files laid over the small project), `good/` (the same files, mended) and `expected.txt` (what is
printed for `bad/`). `BLESS=1 pytest tests/checks` writes the last anew; read it as an editor would before you keep it.
"""

import datetime
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dorkarta import records
from dorkarta.checks.checking import ANSWERS, DATED_RULES, RULES, check
from dorkarta.checks.rule import Requirement
from dorkarta.console import report
from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.records.loading import load
from dorkarta.records.pinpointing import pinpointed

CASES = Path(__file__).resolve().parent.parent / "cases" / "checks"
NAMES = sorted(folder.name for folder in CASES.iterdir())
AS_OF = datetime.date(2024, 6, 1)
"""The day for the rules that ask for it."""
MADE_BY_TESTS = {"E001", "E009"}
"""Codes of files that git or an editor would not keep as they are; see `test_strange_files.py`."""


Concerns = Callable[[Diagnostic], bool]


def _printed(project: Path, capsys: pytest.CaptureFixture[str], concerns: Concerns) -> str:
    report(filter(concerns, pinpointed(check(load(project), as_of=AS_OF), project)))
    return capsys.readouterr().err


def _concerns_of(case: str) -> Concerns:
    """A case is about errors, or about one warning: the short records of most cases give reason for many others."""
    if case.startswith("E"):
        return lambda problem: problem.severity is Severity.ERROR
    return lambda problem: problem.code == _code_of(case)


def _laid_over(small_project: Path, files: Path, target: Path) -> Path:
    shutil.copytree(small_project, target)
    shutil.copytree(files, target, dirs_exist_ok=True)
    return target


def _code_of(case: str) -> str:
    return case.partition("-")[0]


def test_small_project_is_right(small_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The project that all cases start from has no mistake of its own, and nothing to warn of."""
    assert _printed(small_project, capsys, lambda _: True) == ""


@pytest.mark.parametrize("case", NAMES)
def test_bad(case: str, small_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The bad files give exactly the diagnostics of `expected.txt`, in that order."""
    expected = CASES / case / "expected.txt"
    said = _printed(_laid_over(small_project, CASES / case / "bad", tmp_path / "project"), capsys, _concerns_of(case))
    if os.environ.get("BLESS"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", NAMES)
def test_good(case: str, small_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mended files give no diagnostics."""
    assert (
        _printed(_laid_over(small_project, CASES / case / "good", tmp_path / "project"), capsys, _concerns_of(case))
        == ""
    )


@pytest.mark.parametrize("case", NAMES)
def test_case_is_whole(case: str) -> None:
    """A case has a bad and a good side, which differ, and shows the one code that it is named for."""
    folder = CASES / case
    assert {path.name for path in folder.iterdir()} == {"bad", "good", "expected.txt"}
    bad, good = (
        {path.relative_to(folder / side).as_posix(): path.read_bytes() for path in _files(folder / side)}
        for side in ("bad", "good")
    )
    assert bad
    assert good
    assert bad != good
    said = (folder / "expected.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"^(?:ошибка|предупреждение) ([EW]\d+): ", said, re.MULTILINE)) == {_code_of(case)}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("rule", [*RULES, *DATED_RULES, *ANSWERS], ids=lambda rule: rule.code)
def test_rule_has_a_case(rule: Requirement) -> None:
    """No rule is without a case."""
    assert rule.code in {_code_of(case) for case in NAMES}


def test_reading_has_cases() -> None:
    """Every code that reading a file can give has a case, or a test that makes the file."""
    (folder,) = records.__path__
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.py")))
    codes = set(re.findall(r'"(E\d{3})"', text))
    assert codes
    assert codes <= {_code_of(case) for case in NAMES} | MADE_BY_TESTS


def test_case_has_its_rule() -> None:
    """No case is left over from a rule that is gone."""
    known = {rule.code for rule in (*RULES, *DATED_RULES, *ANSWERS)}
    left = {_code_of(case) for case in NAMES} - known
    assert all(code.startswith("E0") or code == "E220" for code in left)
