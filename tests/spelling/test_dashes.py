"""Dashes."""

import pytest

from dorkarta.spelling.dashes import dashes
from dorkarta.spelling.slip import Known, mended


def _mended(text: str) -> str:
    return mended(text, dashes(text, Known()))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("наставник - учителю", "наставник – учителю"),
        ("наставник -- учителю", "наставник – учителю"),
        ("май - июнь, 5 - 9 классы", "май – июнь, 5 – 9 классы"),
        ("«А» - «Б»", "«А» – «Б»"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    """A hyphen between spaces is a dash."""
    assert _mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "2020-2021, январь-февраль",
        "наставник – учителю, наставник — учителю",
        "- пункт\n- пункт",
        "приказ № 01 - 12/345",
        "онлайн- и офлайн",
        "--- заголовок",
        "а - - б",
    ],
)
def test_left(text: str) -> None:
    """Ranges stay as printed, and so do dashes of either length, lists and numbers of documents."""
    assert not [slip for slip in dashes(text, Known()) if slip.start < 4]
    assert _mended(text).replace("–", "-") == text.replace("–", "-")
