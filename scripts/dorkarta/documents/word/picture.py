"""A picture in the line of text (DrawingML)."""

from typing import Final

from dorkarta.documents.word.markup import w
from dorkarta.documents.word.xml import Xml, element

_MILLIMETRE: Final = 36000
"""In the units of DrawingML."""
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NAME: Final[dict[str, str | int]] = {"id": 1, "name": "QR"}


def picture(relationship: str, *, side: float, description: str) -> Xml:
    """A run with a square picture.

    Arguments:
        relationship: Names the picture among the relationships of the document.
        side: Millimetres.
        description: What it shows, for those who do not see it.
    """
    length = round(side * _MILLIMETRE)
    extent: dict[str, str | int] = {"cx": length, "cy": length}
    data = element("a:graphicData", (_pic(relationship, extent),), {"uri": _PIC})
    inline = element(
        "wp:inline",
        (
            element("wp:extent", attributes=extent),
            element("wp:docPr", attributes={**_NAME, "descr": description}),
            element("a:graphic", (data,), {"xmlns:a": _A}),
        ),
        {"xmlns:wp": _WP, "distT": 0, "distB": 0, "distL": 0, "distR": 0},
    )
    return w("r", w("drawing", inline))


def _pic(relationship: str, extent: dict[str, str | int]) -> Xml:
    names = element("pic:cNvPr", attributes=_NAME), element("pic:cNvPicPr")
    fill = (
        element("a:blip", attributes={"r:embed": relationship}),
        element("a:stretch", (element("a:fillRect"),)),
    )
    place = element("a:off", attributes={"x": 0, "y": 0}), element("a:ext", attributes=extent)
    shape = (
        element("a:xfrm", place),
        element("a:prstGeom", (element("a:avLst"),), {"prst": "rect"}),
    )
    return element(
        "pic:pic",
        (element("pic:nvPicPr", names), element("pic:blipFill", fill), element("pic:spPr", shape)),
        {"xmlns:pic": _PIC},
    )
