"""WordprocessingML: what paragraphs are made of.

ECMA-376 fixes the order of children, and Word refuses files that break it; so children stand in the order of the
schema wherever elements are made.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from dorkarta.documents.word.xml import Xml, element, text
from dorkarta.printable import printable

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES: Final = {"xmlns:w": W, "xmlns:r": R}
_REMEMBERED: Final = 2000
"""Elements without children that are kept: a document is made of a few that come again and again."""
_LINES_AND_TABS: Final = re.compile(r"([\n\t])")
_MILLIMETRE: Final = 1440 / 25.4


def twips(millimetres: float) -> int:
    """A length in twentieths of a point, the unit of Word."""
    return round(millimetres * _MILLIMETRE)


def w(tag: str, *children: Xml | None, **attributes: str | int) -> Xml:
    """An element with attributes of the same namespace: `w("jc", val="center")` is `<w:jc w:val="center"/>`."""
    if not children:
        return _leaf(tag, tuple(attributes.items()))
    return element(f"w:{tag}", children, {f"w:{name}": value for name, value in attributes.items()})


@lru_cache(_REMEMBERED)
def _leaf(tag: str, attributes: tuple[tuple[str, str | int], ...]) -> Xml:
    return element(f"w:{tag}", (), {f"w:{name}": value for name, value in attributes})


def root(tag: str, *children: Xml | None) -> Xml:
    """The outermost element of a part."""
    return element(f"w:{tag}", children, _NAMESPACES)


def related(tag: str, relationship: str, *children: Xml, **attributes: str | int) -> Xml:
    """An element bound to a relationship of its part: `<w:hyperlink r:id="rId6">…`."""
    named = {f"w:{name}": value for name, value in attributes.items()}
    return element(f"w:{tag}", children, {"r:id": relationship, **named})


def run(words: str, style: str | None = None) -> Xml:
    """Text of one style. Its lines are parted by line breaks, its tabs are tabs, all else is literal."""
    if not words:
        return Xml("")
    properties = w("rPr", w("rStyle", val=style)) if style else None
    return w("r", properties, *(_piece(each) for each in _LINES_AND_TABS.split(printable(words)) if each))


def paragraph(style: str, *content: Xml, differing: Iterable[Xml] = ()) -> Xml:
    """A paragraph of a style.

    Arguments:
        style: The id of a style of paragraphs.
        content: Runs, links, bookmarks.
        differing: What differs from the style, in the order of the schema.
    """
    return w("p", w("pPr", w("pStyle", val=style), *differing), *content)


def field(instruction: str) -> Xml:
    """What the program counts: the number of the page."""
    return w("fldSimple", w("r", w("rPr", w("noProof")), _literal("1")), instr=instruction)


def place(name: str, number: int, *content: Xml) -> Xml:
    """Content that a link of this document can lead to."""
    return Xml("".join((w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number))))


def link_inside(name: str, *content: Xml) -> Xml:
    """A link to a place in this document."""
    return w("hyperlink", *content, anchor=name, history=1)


def _piece(words: str) -> Xml:
    if words == "\n":
        return w("br")
    return w("tab") if words == "\t" else _literal(words)


def _literal(words: str) -> Xml:
    return element("w:t", (text(words),), {"xml:space": "preserve"})
