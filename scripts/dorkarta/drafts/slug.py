"""Names of new files: Latin letters for Russian words, as addresses of the site need them."""

import re
import unicodedata
from typing import Final

from dorkarta.deadline import Period

MOST: Final = 60
"""Letters of a name; longer ones end after a whole word."""

_LATIN: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
        "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
        "э": "e", "ю": "yu", "я": "ya", "№": "",
    }
)  # fmt: skip
"""Simplified transliteration without signs over letters and without apostrophes."""


def slug(text: str) -> str:
    """«Сетевые пары школ» → `setevye-pary-shkol`; empty where a text has neither letters nor digits."""
    latin = unicodedata.normalize("NFC", text).casefold().translate(_LATIN)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    name = "-".join(words)
    return name if len(name) <= MOST else name[: MOST + 1].rpartition("-")[0] or name[:MOST]


def years(span: Period) -> str:
    """`2021`, `2020-2021`: the years of a period in the name of its file."""
    first, last = span.start.year, span.end.year
    return f"{first}" if first == last else f"{first}-{last}"
