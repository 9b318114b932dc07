"""Words that the end of a line broke."""

import pytest

from dorkarta.spelling.hyphens import hyphens
from dorkarta.spelling.slip import Known, mended

KNOWN = Known(
    abbreviations=frozenset({"МОНиМП"}),
    words=frozenset({"диагностика", "семинаров-совещаний", "учителя-предметники", "январь-февраль"}),
)


def _mended(text: str) -> str:
    return mended(text, hyphens(text, KNOWN))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("диа- гностика", "диагностика"),
        ("диа-\nгностика", "диагностика"),
        ("обра- зования, методи- ческих, компетент- ностей", "образования, методических, компетентностей"),
        ("педаго- гических", "педагогических"),
        ("социально- го", "социального"),
        ("образо\u00adвания, обра\u00ad\nзования, обра¬ зования", "образования, образования, образования"),
        ("Научно- методический, учебно- воспитательного", "Научно-методический, учебно-воспитательного"),
        ("научно -методический", "научно-методический"),
        ("семинаров - совещаний", "семинаров-совещаний"),
        ("учителя- предметники", "учителя-предметники"),
        ("МО- НиМП", "МОНиМП"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    """What the records know as one word is joined, and so is what can be nothing else; compounds keep their hyphen."""
    assert _mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "онлайн- и офлайн-занятия",
        "двух- и трёхдневные, двух- трёхдневные курсы",
        "одно-, двух- или трёхразовое",
        "школа - центр",
        "социально-педагогический",
        "2020- 2021",
        "п. 1- Анализ",
    ],
)
def test_left(text: str) -> None:
    """Parts of words that stand alone legally, dashes and numbers are not broken words."""
    assert list(hyphens(text, KNOWN)) == []


def test_uncertain() -> None:
    """Where nobody knows the word, the slip is told without an answer."""
    (slip,) = hyphens("встреча психологов- практикантов", KNOWN)
    assert (slip.start, slip.end, slip.instead) == (8, 32, None)
