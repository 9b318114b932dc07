"""Letters that print stay, others are told by their numbers; what is asked is asked once."""

import unicodedata
from collections.abc import Sequence

import pytest

from dorkarta.documents.typesetting.alphabet import Alphabet, clean, codes


class Fonts:
    """Fonts that have Latin and Cyrillic letters, and the acute accent over vowels."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def have(self, texts: Sequence[str]) -> bool:
        """Whether all of these print."""
        self.asked += texts
        return all(self._has(text) for text in texts)

    def _has(self, text: str) -> bool:
        letters = text.replace("а\u0301", "")
        return all(
            unicodedata.name(letter, "").startswith(("LATIN", "CYRILLIC", "LEFT", "RIGHT")) for letter in letters
        )


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("школа", "школа"),
        ("шк😀ола", "шк[U+1F600]ола"),
        ("👍🏽 да", "[U+1F44D U+1F3FD] да"),
        ("👨‍👩‍👧", "[U+1F468 U+1F469 U+1F467]"),
        ("中文 да 中", "[U+4E2D U+6587] да [U+4E2D]"),
        ("за\u0301мок", "за\u0301мок"),
        ("ш\u0301кола за\u0301мок", "ш[U+0301]кола за\u0301мок"),
        ("Ａ…", "A[U+2026]"),
        ("\ue000", "[U+E000]"),
        ("первая\nвторая", "первая\nвторая"),
    ],
)
def test_spells_what_does_not_print(text: str, spelled: str) -> None:
    """A letter without a picture becomes its number, or the plain letter that Unicode knows for it."""
    assert Alphabet(Fonts().have).spell(text) == spelled


def test_asks_for_a_letter_once() -> None:
    """What is known, good or bad, is not asked for again."""
    fonts = Fonts()
    alphabet = Alphabet(fonts.have)
    alphabet.learn(["школа 😀", "за\u0301мок"])
    known = len(fonts.asked)

    assert known > 0
    assert alphabet.spell("школа за\u0301мок 😀") == "школа за\u0301мок [U+1F600]"
    assert len(fonts.asked) == known


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("й и\u0306 е\u0308", "й й ё"),
        ("a\u200bb\u00adc\ufeffd", "abcd"),
        ("\u202eнаоборот\u202c", "наоборот"),
        ("звонок\x07\x00", "звонок"),
        ("раз\tдва\r\nтри", "раз два\nтри"),
        ("№\u00a05", "№\u00a05"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_cleans_what_is_not_seen(text: str, cleaned: str) -> None:
    """Marks of direction, joiners, soft hyphens and controls go, letters are composed; what is seen stays."""
    assert clean(text) == cleaned


def test_numbers_are_explained_once_each() -> None:
    """The reader is told the names of the letters, but for names that only repeat the number."""
    assert codes(["[U+1F600 U+1F44D] да [U+1F600]", "[U+4E2D]"]) == (
        "Знаки, которых нет в шрифтах этого документа, заменены их номерами в Юникоде: "
        "U+1F600 – grinning face; U+1F44D – thumbs up sign."
    )
    assert codes(["[U+4E2D]"]) == "Знаки, которых нет в шрифтах этого документа, заменены их номерами в Юникоде."
    assert codes(["без них", "[1]", "[U+]"]) is None
