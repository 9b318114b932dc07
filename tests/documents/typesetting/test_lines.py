"""Texts as runs: what stays together, what may be broken."""

import pytest

from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.typesetting.lines import balanced, gains_by_hyphens, lines, needs_hyphens, tied

LETTERS = Letters(11)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("приказ № 974", [["приказ №\u00a0974"]]),
        ("в 2021 г. и 2020–2022 гг.", [["в 2021\u00a0г. и 2020–2022\u00a0гг."]]),
        ("школа – дом", [["школа\u00a0– дом"]]),
        ("раз\nдва", [["раз"], ["два"]]),
        ("школы ШНОР/ШССУ края", [["школы ", ("ШНОР/ШССУ",), " края"]]),
        ("https://iro23.ru/shnor/a/b.html", [["https://iro23.ru/shnor/a/b.html"]]),
        ("результатами и/или", [["результатами ", ("и/или",)]]),
        ("", [[]]),
    ],
)
def test_ties_what_belongs_together(text: str, said: list[list[object]]) -> None:
    """Numbers stay with their signs, a dash with the word before it, compounds on one line."""
    assert lines(text, LETTERS, room=200) == said


def test_saves_acronyms_from_hyphens() -> None:
    """Where words are hyphenated, acronyms are runs of their own; a long word in capitals is a word."""
    assert lines("приказ МОНиМП КК, ОБРАЗОВАНИЕ", LETTERS, room=200, hyphenated=True) == [
        ["приказ ", ("МОНиМП",), " ", ("КК",), ", ОБРАЗОВАНИЕ"]
    ]
    assert lines("приказ МОНиМП КК", LETTERS, room=200) == [["приказ МОНиМП КК"]]


def test_breaks_addresses_after_their_signs() -> None:
    """An address that is too wide may be broken after a sign, a part of it that is too wide after any letter."""
    said = lines("https://iro23.ru/shnor/?q=zzzzzzzzzzzzzzzzzzzzzzzz", LETTERS, room=30)[0]

    assert said[:9] == ["https://", None, "iro23.", None, "ru/", None, "shnor/?", None, "q="]
    assert said[9:] == [None, *[each for _ in range(24) for each in ("z", None)][:-1]]


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("общеобразовательных,", False),
        ("(профессиональных)", False),
        ("4" * 40, True),
        ("щ" * 20, True),
        ("а" * 90, True),
    ],
)
def test_leaves_words_to_hyphenation(word: str, broken: bool) -> None:  # noqa: FBT001  # a column of a table of cases
    """A word of syllables is not broken between any letters, even if it is a little wider than its column."""
    assert (None in lines(word, LETTERS, room=LETTERS.width(word) / 1.5)[0]) is broken


def test_nothing_is_added_to_the_letters() -> None:
    """All runs together are the text, but for spaces that no line ends at."""
    text = "Приказ № 12 от 1 мая 2021 г. https://example.org/" + "дорожная-карта/" * 20 + " ШНОР/ШССУ"
    runs = [run if isinstance(run, str) else run[0] for run in lines(text, LETTERS, room=20, hyphenated=True)[0] if run]

    assert "".join(runs).replace("\u00a0", " ") == text


def test_headings_do_not_end_in_short_words() -> None:
    """Prepositions go with the next word, and the lines of a heading come out about equally long."""
    title = tied("Дорожная карта по сопровождению системы работы со школами в крае")

    assert title == "Дорожная карта по\u00a0сопровождению системы работы со\u00a0школами в\u00a0крае"
    width = LETTERS.width(title)
    assert width / 2 < balanced(title, LETTERS, room=width * 0.9) < width * 0.65
    assert LETTERS.width("Коротко") <= balanced("Коротко", LETTERS, room=100) <= 100


@pytest.mark.parametrize("room", range(60, 240, 10))
def test_even_lines_are_no_more_lines(room: int) -> None:
    """In the room that makes lines even, a text takes as many of them as in the whole."""
    text = tied("Министр образования, науки и молодежной политики Краснодарского края\nи ещё строка")

    assert LETTERS.height(text, balanced(text, LETTERS, room=room)) == LETTERS.height(text, room)


def test_hyphens_only_where_they_help() -> None:
    """A text that is no lower with hyphens has none; a word wider than its column needs them."""
    assert not gains_by_hyphens("приложение к приказу", LETTERS, room=30)
    assert gains_by_hyphens("общеобразовательных организаций края " * 5, LETTERS, room=45)
    assert needs_hyphens("общеобразовательных", LETTERS, room=20)
    assert not needs_hyphens("школа 2021\u00a0г.", LETTERS, room=20)
