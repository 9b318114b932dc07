"""Changes as a person reads them: the golden folders of `tests/cases/history`.

A case is `before/` and `after/` (the files of two revisions) and `expected.txt`: what `dorkarta diff` says of them; of
a case that is named for a code, what `dorkarta check --base` says when both lie over the small project.
`BLESS=1 pytest tests/history` writes the last anew; read it before you keep it.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from dorkarta.checks.checking import CHANGE_RULES, check
from dorkarta.checks.rule import ChangeRule
from dorkarta.console import report
from dorkarta.diagnostic import Severity
from dorkarta.history import telling
from dorkarta.history.changes import change_set
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.records.pinpointing import pinpointed

CASES = Path(__file__).resolve().parent.parent / "cases" / "history"
NAMES = sorted(folder.name for folder in CASES.iterdir())


def _is_of_rule(case: str) -> bool:
    return case.startswith("E")


def _demand(case: str, said: str) -> None:
    expected = CASES / case / "expected.txt"
    if os.environ.get("BLESS"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def _files(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", [name for name in NAMES if not _is_of_rule(name)])
def test_diff(case: str) -> None:
    """Two revisions are told apart in exactly these words."""
    _demand(case, telling.text(change_set(_files(CASES / case / "before"), _files(CASES / case / "after"))))


@pytest.mark.parametrize("case", [name for name in NAMES if _is_of_rule(name)])
def test_rule(case: str, small_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The later revision gives exactly these errors, all of the rule that the case is named for."""
    sides: dict[str, Corpus] = {}
    for side in ("before", "after"):
        shutil.copytree(small_project, tmp_path / side)
        shutil.copytree(CASES / case / side, tmp_path / side, dirs_exist_ok=True)
        sides[side] = load(tmp_path / side)
    found = [each for each in check(sides["after"], base=sides["before"]) if each.severity is Severity.ERROR]
    assert {problem.code for problem in found} == {case.partition("-")[0]}
    assert [each for each in check(sides["before"], base=sides["before"]) if each.severity is Severity.ERROR] == []
    report(pinpointed(found, tmp_path / "after"))
    _demand(case, capsys.readouterr().err)


@pytest.mark.parametrize("rule", CHANGE_RULES, ids=lambda rule: rule.code)
def test_rule_has_a_case(rule: ChangeRule) -> None:
    """No rule on changes is without a case."""
    assert rule.code in {name.partition("-")[0] for name in NAMES}
