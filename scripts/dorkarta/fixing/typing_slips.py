"""Slips of typing mended in the source of the texts that have them."""

from collections import Counter
from typing import Any, Final

from dorkarta.fixing.deed import Deed
from dorkarta.fixing.scalar import Scalar
from dorkarta.fixing.source import Source
from dorkarta.records.texts import free_texts
from dorkarta.records.walk import Path
from dorkarta.spelling.dashes import dashes
from dorkarta.spelling.hyphens import hyphens
from dorkarta.spelling.laws import LAWS
from dorkarta.spelling.look_alikes import look_alikes
from dorkarta.spelling.quotes import quotes
from dorkarta.spelling.shnor import shnor
from dorkarta.spelling.slip import Known, Law
from dorkarta.spelling.spaces import spaces

_DEEDS: Final[dict[Law, Deed]] = {
    look_alikes: Deed.LOOK_ALIKE,
    hyphens: Deed.HYPHEN,
    spaces: Deed.SPACE,
    quotes: Deed.QUOTE,
    dashes: Deed.DASH,
    shnor: Deed.SHNOR,
}


def spelt_source(source: Source, model: type[Any], known: Known) -> tuple[Source, Counter[Deed]]:
    """The source with its free texts by the laws of typing, and what was done."""
    changes: dict[Path, Scalar] = {}
    done: dict[Path, Counter[Deed]] = {}
    for path, text in free_texts(model, source.tree.value):
        scalar, deeds = _spelt(source.scalar(path, text), known)
        if deeds:
            changes[path], done[path] = scalar, deeds
    after, proven = source.changed(changes)
    return after, sum((done[path] for path in proven), Counter[Deed]())


def _spelt(scalar: Scalar, known: Known) -> tuple[Scalar, Counter[Deed]]:
    deeds: Counter[Deed] = Counter()
    before = None
    while scalar is not before:
        before = scalar
        for law in LAWS:
            slips = [slip for slip in law(scalar.value, known) if slip.instead is not None]
            if slips and (after := scalar.edited(slips)) is not None:
                scalar = after
                deeds[_DEEDS[law]] += len(slips)
    return scalar, deeds


def spelt_prose(text: str, known: Known) -> tuple[str, Counter[Deed]]:
    """Prose by the laws of typing, and what was done."""
    scalar, deeds = _spelt(Scalar(source=f"|\n{text}", value=text), known)
    return scalar.source.removeprefix("|\n"), deeds
