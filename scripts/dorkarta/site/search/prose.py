"""What search finds of a page of prose."""

import re
from typing import Final

from dorkarta.pages.findable import PAGE, Findable

_TAGS: Final = re.compile(r"<(?:script|style|noscript|form|table|nav|svg)\b.*?</\w+>|<!--.*?-->|<[^>]+>", re.DOTALL)
_SPACES: Final = re.compile(r"\s+")


def prose_findable(url: str, title: str, html: str) -> Findable:
    """A page of prose, by the text of its content."""
    text = _SPACES.sub(" ", _TAGS.sub(" ", html)).strip()
    return Findable(url=url, title=title, kind=PAGE, text=text, where="", when="", filters=(("kind", PAGE),))
