"""What a command prints about problems."""

import pytest

from dorkarta.console import report
from dorkarta.diagnostic import Diagnostic, Place, Severity, stopping

ERROR = Diagnostic(code="E001", place=Place(file="a.yaml", line=2, column=3), message="Плохо.", hint="Исправьте.")
WARNING = Diagnostic(code="W001", place=Place(file="b.yaml"), message="Странно.", severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("problems", "last"),
    [
        ([ERROR], "1 ошибка"),
        ([WARNING], "1 предупреждение"),
        ([ERROR, WARNING, WARNING], "1 ошибка, 2 предупреждения"),
        ([WARNING] * 5 + [ERROR] * 11, "11 ошибок, 5 предупреждений"),
    ],
)
def test_counts(problems: list[Diagnostic], last: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Errors and warnings are counted apart, and what there is none of is not counted."""
    report(problems)
    assert capsys.readouterr().err.splitlines()[-1] == last


def test_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """A problem is told with its place, severity, code and hint."""
    report(iter([ERROR, WARNING]))
    assert capsys.readouterr().err.splitlines()[:-1] == [
        "a.yaml:2:3: ошибка E001: Плохо.",
        "    Исправьте.",
        "b.yaml:1:1: предупреждение W001: Странно.",
    ]


def test_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Without problems nothing is said."""
    report([])
    assert capsys.readouterr().err == ""


def test_stopping() -> None:
    """Errors stop, warnings do not."""
    assert stopping([WARNING, ERROR])
    assert not stopping([WARNING])
    assert not stopping([])
