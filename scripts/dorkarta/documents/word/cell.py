"""A cell of a table, and how it is joined with its neighbours above and below."""

from dataclasses import dataclass
from typing import Final

from dorkarta.documents.word.markup import twips, w
from dorkarta.documents.word.xml import Xml


@dataclass(frozen=True, kw_only=True, slots=True)
class Joint:
    """What a cell shares with the cells above and below it."""

    above: bool = False
    """It belongs to the cell above, and is empty."""
    below: bool = False
    """The cell below belongs to it."""
    merged: bool = True
    """The cells are one; else there is just no rule between them."""


APART: Final = Joint()


def cell(width: float, *paragraphs: Xml, span: int = 1, joint: Joint = APART, centered: bool = False) -> Xml:
    """A cell.

    Arguments:
        width: Millimetres.
        paragraphs: At least one: Word refuses a cell without.
        span: How many columns it covers.
        joint: How it is joined with the cells above and below.
        centered: Whether its text stands in the middle of its height.
    """
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=twips(width), type="dxa"),
            w("gridSpan", val=span) if span > 1 else None,
            _merge(joint),
            _open_borders(joint),
            w("vAlign", val="center") if centered else None,
        ),
        *paragraphs,
    )


def _merge(joint: Joint) -> Xml | None:
    if not joint.merged or joint == APART:
        return None
    return w("vMerge", val="continue" if joint.above else "restart")


def _open_borders(joint: Joint) -> Xml | None:
    open_sides = [side for side, is_open in (("top", joint.above), ("bottom", joint.below)) if is_open]
    return w("tcBorders", *(w(side, val="nil") for side in open_sides)) if open_sides and not joint.merged else None
