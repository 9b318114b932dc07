"""The site's typeface: Onest from its locked package, cut down to the letters that the site uses."""

import hashlib
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import IO

import fontTools

from dorkarta.replacing import replacing

FONTS = {"onest.woff2": ("fontpkg_onest", "files/Onest[wght].ttf")}
"""File on the site → package and file in it. One variable font holds all weights."""

CHARACTERS = frozenset(
    [
        *range(0x20, 0x7F),  # Latin
        *range(0xA0, 0x100),  # accents, « » · ×
        *range(0x400, 0x460),  # Cyrillic
        *range(0x490, 0x4FA),  # letters of the peoples of Russia, where the font has them
        *map(ord, "–—‒‘’‚“”„†•…‰′″‹›№₽→←↑↓≈≠≥≤−✓☐\u2009\u2011\u202f"),
    ]
)
FEATURES = ["calt", "case", "ccmp", "kern", "locl", "mark", "mkmk", "pnum", "tnum"]


def subset_fonts(out: Path, cache: Path) -> tuple[Path, ...]:
    """Write the subset fonts as woff2 and say where they are.

    Arguments:
        out: The folder of fonts in the site.
        cache: Where subsets are kept from one build to the next, by the hash of all that makes them.

    Returns:
        The written files.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (package, path) in FONTS.items():
        source = files(package).joinpath(path).read_bytes()
        target = out / name
        data = _cached(source, cache)
        if not target.exists() or target.read_bytes() != data:
            target.write_bytes(data)
        written.append(target)
    return tuple(written)


def _cached(source: bytes, cache: Path) -> bytes:
    recipe = f"{fontTools.version} {sorted(CHARACTERS)} {FEATURES}".encode()
    kept = cache / f"font-{hashlib.sha256(source + recipe).hexdigest()[:16]}.woff2"
    if not kept.exists():
        with replacing(kept) as file:
            _subset(source, file)
    return kept.read_bytes()


def _subset(source: bytes, target: IO[bytes]) -> None:
    from fontTools.subset import Options, Subsetter, load_font, save_font  # noqa: PLC0415  # a subset is seldom made

    options = Options()
    options.flavor = "woff2"
    options.layout_features = FEATURES
    options.recalc_timestamp = False  # or no two builds would give the same bytes
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # the licence stays in the font
    font = load_font(BytesIO(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    save_font(font, target, options)
