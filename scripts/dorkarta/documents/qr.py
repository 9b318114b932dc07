"""QR codes of addresses (ISO/IEC 18004); ГОСТ Р 7.0.97-2025 knows the code as a requisite of a document."""

import io
from functools import lru_cache
from typing import Final

import segno

_ERROR_CORRECTION: Final = "m"
"""15 % of the code may be lost to a stamp or a fold."""
_MASK: Final = 2
"""The pattern that is laid over the code. Readers know all eight; to find the fairest takes five times as long as all
the rest, and by the rules of the standard this one is hardly worse for our addresses."""
_REMEMBERED: Final = 64
"""The papers of one record lead to one page."""


@lru_cache(_REMEMBERED)
def qr_svg(address: str) -> str:
    """The code as SVG, black on nothing, with the quiet zone of four modules."""
    out = io.BytesIO()
    _code(address).save(out, kind="svg", xmldecl=False, svgns=True)
    return out.getvalue().decode()


@lru_cache(_REMEMBERED)
def qr_png(address: str) -> bytes:
    """The code as PNG, ten pixels a module."""
    out = io.BytesIO()
    _code(address).save(out, kind="png", scale=10)
    return out.getvalue()


@lru_cache(_REMEMBERED)
def _code(address: str) -> segno.QRCode:
    return segno.make(address, error=_ERROR_CORRECTION, mask=_MASK, micro=False)
