"""What holds for every law of typing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.spelling.abbreviations import unknown_abbreviations
from dorkarta.spelling.laws import LAWS, spelt
from dorkarta.spelling.slip import Known, Law, mended

KNOWN = Known(
    abbreviations=frozenset({"ТМС", "ШНОР", "МОНиМП"}), words=frozenset({"образования", "план-график", "аб", "аа-аб"})
)
PIECES = st.sampled_from(
    [
        *'аоБОСхХIV AEcox-–—"«»„“”()[].,:;!?5№\n\u00ad\u00a0¬`<>|@/',
        "  ",
        " - ",
        "- ",
        " -",
        "обра- зования",
        "ПНОР",
        "TMC",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
WORDS = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяё", min_size=1, max_size=12)
LONG = 10_000
"""So many characters would take a law that is not linear minutes."""


@given(TEXTS)
def test_once_is_enough(text: str) -> None:
    """A text by all laws breaks none that can be mended."""
    once = spelt(text, KNOWN)
    assert [slip for law in LAWS for slip in law(once, KNOWN) if slip.instead is not None] == []


@given(TEXTS)
def test_slips_are_apart(text: str) -> None:
    """Slips of one law come from left to right, hold something, and change what they hold."""
    for law in (*LAWS, unknown_abbreviations):
        behind = 0
        for slip in law(text, KNOWN):
            assert behind <= slip.start < slip.end <= len(text)
            assert slip.instead != text[slip.start : slip.end]
            behind = slip.end


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_clean_text(words: list[str]) -> None:
    """Russian words with single spaces have no slips."""
    text = f"{' '.join(words)}."
    assert [slip for law in (*LAWS, unknown_abbreviations) for slip in law(text, KNOWN)] == []


@pytest.mark.parametrize("law", [*LAWS, unknown_abbreviations])
@pytest.mark.parametrize(
    "piece", ["а", "А", "a", "аa", "- ", "а- ", "\u00ad", " ", " ,", '"', "„а“", " - ", "А ", "`", "](", "@"]
)
def test_linear(law: Law, piece: str) -> None:
    """A law reads a long run of the same characters to its end, and mends it in one pass."""
    text = piece * (LONG // len(piece)) + "x"
    assert len(mended(text, law(text, KNOWN))) <= len(text)
