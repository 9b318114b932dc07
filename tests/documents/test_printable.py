"""What texts lose before they are written into a file, and what they keep."""

import pytest
from lxml import etree

from dorkarta.printable import printable


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("строка\r\nстрока\rстрока\nстрока", "строка\nстрока\nстрока\nстрока"),
        ("а\vб\fв\x85г\u2028д\u2029е", "а\nб\nв\nг\nд\nе"),
        ("графа\tграфа", "графа\tграфа"),
        ("запись\x1eзапись\x1fполе", "запись запись поле"),
        ("зво\x07нок и н\x00оль", "звонок и ноль"),
        ("C1: \x80\x9f, суррогат \ud83d, нет такого знака \ufffe\uffff", "C1: , суррогат , нет такого знака "),
    ],
)
def test_control_characters_go(text: str, clean: str) -> None:
    """Line ends become one kind, separators become spaces, other control characters are dropped."""
    assert printable(text) == clean


def test_markup_stays(markup: tuple[str, ...]) -> None:
    """Of texts that look like markup or are hard for fonts nothing is changed."""
    assert [printable(text) for text in markup] == list(markup)


def test_every_character_fits_into_xml() -> None:
    """Whatever the text, XML takes it and gives it back."""
    text = printable("".join(map(chr, range(0x110000))))
    element = etree.Element("t")
    element.text = text
    assert etree.fromstring(etree.tostring(element, encoding="UTF-8")).text == text
