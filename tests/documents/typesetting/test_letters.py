"""Widths of texts, as the face has them."""

import pytest

from dorkarta.documents.typesetting.letters import Letters


def test_widths_grow_with_size_and_weight() -> None:
    """A text is twice as wide in twice the size, and wider in bold."""
    assert Letters(22).width("Школа 5") == pytest.approx(2 * Letters(11).width("Школа 5"))
    assert Letters(11, bold=True).width("Школа") > Letters(11).width("Школа")
    assert Letters(11).width("") == 0


@pytest.mark.parametrize(
    ("text", "share", "count"),
    [
        ("слово слово", 1.0, 1),
        ("слово слово", 0.9, 2),
        ("слово\nслово", 1.0, 2),
        ("", 1.0, 1),
        ("словослово", 0.5, 2),
        ("а словословослово", 0.5, 3),
    ],
)
def test_counts_lines(text: str, share: float, count: int) -> None:
    """A text takes the lines that its words need; a word wider than the room takes several."""
    letters = Letters(11)
    room = max(letters.width(line) for line in text.split("\n")) * share + 0.001

    assert letters.height(text, room) == count
