"""Spaces too many."""

import pytest

from dorkarta.spelling.slip import Known, mended
from dorkarta.spelling.spaces import spaces


def _mended(text: str) -> str:
    return mended(text, spaces(text, Known()))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("школы  края", "школы края"),
        ("школы \u00a0края", "школы\u00a0края"),
        ("школы , учителя ; все !", "школы, учителя; все!"),
        ("итог :  план .", "итог: план."),
        ("( все )", "(все)"),
        ("« Точка роста »", "«Точка роста»"),
        ("шко\u200bлы\u2060, \ufeffучителя", "школы, учителя"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    """Doubled spaces, spaces before marks and inside brackets, marks that nobody sees go."""
    assert _mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "первая строка  \nвторая",
        "Список:\n  – один\n  – два",
        "«программа … по повышению» … дальше",
        "файл .yaml, в 10 :30",
        "| a   | b  |\n| --- | -- |",
        "кавычки « » и скобки",
    ],
)
def test_left(text: str) -> None:
    """Ends and beginnings of lines, ellipses, names of files and tables stay."""
    assert _mended(text) == text
