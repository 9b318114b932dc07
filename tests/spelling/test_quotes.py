"""Russian quotes."""

import pytest

from dorkarta.spelling.quotes import quotes
from dorkarta.spelling.slip import Known, mended


def _mended(text: str) -> str:
    return mended(text, quotes(text, Known()))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('"Точка роста"', "«Точка роста»"),
        ('МКУ "ЦО "Старт""', "МКУ «ЦО „Старт“»"),
        ("“Точка роста”", "«Точка роста»"),
        ("„Точка роста“", "«Точка роста»"),
        ('«Школа "Старт"»', "«Школа „Старт“»"),
        ("«Школа “Старт”»", "«Школа „Старт“»"),
        ('№560"Об итогах"', "№560«Об итогах»"),
        ('начало "без конца', "начало «без конца"),
        ('конец без начала"', "конец без начала»"),
        ('("А", "Б")', "(«А», «Б»)"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    """Outer quotes are «ёлочки», inner ones „лапки“."""
    assert _mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    ["«Точка роста»", "«Школа „Старт“»", "ЦО «Школа «Старт»»", '`a = "b"`', '<a title="б">', "без кавычек"],
)
def test_left(text: str) -> None:
    """Right quotes, «ёлочки» inside «ёлочки» and code stay."""
    assert _mended(text) == text
