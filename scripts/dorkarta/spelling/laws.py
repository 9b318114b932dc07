"""All laws that can be mended, in the order in which one prepares the next."""

from typing import Final

from dorkarta.spelling.dashes import dashes
from dorkarta.spelling.hyphens import hyphens
from dorkarta.spelling.look_alikes import look_alikes
from dorkarta.spelling.quotes import quotes
from dorkarta.spelling.shnor import shnor
from dorkarta.spelling.slip import Known, Law, mended
from dorkarta.spelling.spaces import spaces

LAWS: Final[tuple[Law, ...]] = (look_alikes, hyphens, quotes, spaces, dashes, shnor)


def spelt(text: str, known: Known) -> str:
    """The text by all laws; a word that is broken twice is joined in two turns."""
    before = None
    while text != before:
        before = text
        for law in LAWS:
            text = mended(text, law(text, known))
    return text
