"""A hyphen that stands between words as a dash does."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.spelling.outline import BREAK, HYPHEN, ODD, SPACE, before
from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import covered

_HYPHEN: Final = re.compile(r"(?<=\S[ \u00a0])(?:-{1,3}|[‐‑‒])(?=\s+[^\s\-‐‑‒–—])")
_NUMBER: Final = re.compile(r"№\s?[\w./-]*\s\Z")
_LONGEST_NUMBER: Final = 30

SIGNS: Final = (*before(HYPHEN, SPACE, BREAK), ODD)
"""What the outline of a text shows that could break the law."""


def dashes(text: str, _known: Known) -> Iterator[Slip]:
    """Hyphens with a space on either side; the dash of a list begins its line, and «2020-2021» stays as printed."""
    text = covered(text)
    for match in _HYPHEN.finditer(text):
        before = text[max(0, match.start() - _LONGEST_NUMBER) : match.start()]
        if not _NUMBER.search(before):
            yield Slip(*match.span(), "–", "дефис вместо тире")
