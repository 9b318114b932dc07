"""Abbreviations that nobody explains."""

import pytest

from dorkarta.spelling.abbreviations import unknown_abbreviations
from dorkarta.spelling.slip import Known

KNOWN = Known(abbreviations=frozenset({"ШНОР", "ФИС", "ОКО"}), names=frozenset({"КНМЦ"}))


def _found(text: str) -> list[str]:
    return [text[slip.start : slip.end] for slip in unknown_abbreviations(text, KNOWN)]


def test_found() -> None:
    """Words in capitals that no list knows are found wherever they stand."""
    assert _found("Заседание РСК, «МРЦ» и ГБУ-центра для ШНОР/ОПК") == ["РСК", "МРЦ", "ГБУ", "ОПК"]


@pytest.mark.parametrize(
    "text",
    [
        "ФИС ОКО и КНМЦ для ШНОР",
        "приказ от 14.05.2021 № МР-4/02вн, 273-ФЗ, № 52-П",
        "ПЛАН РАБОТЫ ШКОЛЫ на год",
        "ДОРОЖНАЯ КАРТА МБОУ",
        "НЕ позже мая",
        "МОНиМП, ШНОРы, Я, PISA",
        "ПНОР, ШСНОР и ПНСУ",
        "ФИО и СМС",
    ],
)
def test_left(text: str) -> None:
    """Known and everyday words, numbers, headings, stressed words, mixed letters and misspelt ШНОР are none."""
    assert _found(text) == []
