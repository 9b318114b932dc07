"""Letters that only look right."""

import pytest

from dorkarta.spelling.look_alikes import look_alikes
from dorkarta.spelling.slip import Known, mended

KNOWN = Known(abbreviations=frozenset({"ТМС", "ОО"}))


def _mended(text: str) -> str:
    return mended(text, look_alikes(text, KNOWN))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ШНOР", "ШНОР"),
        ("MКУ, кураторы ШHОР", "МКУ, кураторы ШНОР"),
        ("шкoла и kласс", "школа и класс"),
        ("cоветник, учëт", "советник, учёт"),
        ("ХIХ и ХXI век", "XIX и XXI век"),
        ("IТ-куб, СD-диск", "IT-куб, CD-диск"),
        ("TMC и OO", "ТМС и ОО"),
        ("c января, в школе c углублённым изучением", "с января, в школе с углублённым изучением"),
        ("Вопрос o школах. C учителями", "Вопрос о школах. С учителями"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    """Words of two alphabets become words of one, and so do known words and prepositions of the wrong one."""
    assert _mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "ВПР-2020, 500+, № 5",
        "e-mail, IT-куб, Wi-Fi, Zoom-конференция",
        "VКонтакте, ЯКласс, PISA, HR",
        "XIX век, II квартал, III-й этап",
        "TOP, CAMP, BOX",
        "iro23.ru, https://iro23.ru/пoиск, aбв@school.ru, `MКУ`",
        "5A класс, пункт c)",
    ],
)
def test_left(text: str) -> None:
    """Legal mixtures, foreign words, Roman numerals and addresses stay."""
    assert _mended(text) == text


def test_says_which() -> None:
    """A slip says which alphabet is foreign in the word."""
    said = [slip.what for slip in look_alikes("ШНOР, IТ", KNOWN)]
    assert said == ["латинские буквы вместо русских", "русские буквы вместо латинских"]
