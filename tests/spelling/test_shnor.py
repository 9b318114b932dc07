"""ШНОР, misspelt."""

import pytest

from dorkarta.spelling.shnor import shnor
from dorkarta.spelling.slip import Known, mended


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        *((wrong, "ШНОР") for wrong in ("ПНОР", "ПСНОР", "ШСНОР", "ПННОР", "ШНОП", "ЩНОР", "ШОНР", "ШННОР")),
        *((wrong, "ШНСУ") for wrong in ("ПНСУ", "ШНУС", "ЩНСУ")),
        *((wrong, "ШССУ") for wrong in ("ПССУ", "ЩССУ")),
        ("ШСНОР/ПССУ", "ШНОР/ШССУ"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    """What scans made of the three names is mended."""
    assert mended(wrong, shnor(wrong, Known())) == right


@pytest.mark.parametrize("text", ["ШНОР, ШНСУ, ШССУ", "ШНОРы", "СОНКО", "НОР", "пнор", "МПНОР"])
def test_left(text: str) -> None:
    """The names themselves and other words stay."""
    assert list(shnor(text, Known())) == []


def test_explained() -> None:
    """What a territory explains as its own abbreviation is no misspelling."""
    assert list(shnor("ПНОР", Known(abbreviations=frozenset({"ПНОР"})))) == []
