"""Latin letters inside Russian words, and Russian ones inside Latin words, that only look right."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.spelling.outline import LATIN, ODD
from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import covered

_CYRILLIC: Final = "АВСЕНКМОРТХУасеорхукёЁ"
_LATIN: Final = "ABCEHKMOPTXYaceopxykëË"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)

_MIXED: Final = re.compile(r"[А-Яа-яЁё][A-Za-z\u00c0-\u024f]|[A-Za-z\u00c0-\u024f][А-Яа-яЁё]")
_SHORT: Final = re.compile(r"(?<!\w)[ABCEHKMOPTXY]{2,}(?!\w)")
_LONE: Final = re.compile(
    r"(?:^|(?<=[а-яё] )|(?<=[а-яё], ))[coyk](?= [«А-Яа-яЁё\d])|(?:^|(?<=[.!?] ))[COYK](?= [а-яё])"
)
"""A preposition of one letter: «c января», «o школах»."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_RUSSIAN: Final = re.compile(r"[А-Яа-яЁё]+")
_FOREIGN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]+")

_INSIDE_RUSSIAN: Final = "латинские буквы вместо русских"
_INSIDE_LATIN: Final = "русские буквы вместо латинских"

SIGNS: Final = (LATIN, ODD)
"""What the outline of a text shows that could break the law."""


def look_alikes(text: str, known: Known) -> Iterator[Slip]:
    """Words of two alphabets, if all letters of one of them have twins in the other: «MКУ», «ХIХ», but not «VКонтакте».

    A word of Latin letters only is one where the same word in Russian letters is known: «TMC».
    """
    if not _FOREIGN.search(text):
        return
    text = covered(text)
    for match in _WORD.finditer(text):
        word = match.group()
        if (meant := _meant(word, match, known)) is not None:
            what = _INSIDE_RUSSIAN if _RUSSIAN.fullmatch(meant) else _INSIDE_LATIN
            yield Slip(*match.span(), meant, what)


def _meant(word: str, match: re.Match[str], known: Known) -> str | None:
    russian = word.translate(_TO_CYRILLIC)
    if _MIXED.search(word):
        latin = word.translate(_TO_LATIN)
        if set(latin) != {"X"} and _RUSSIAN.fullmatch(russian):
            return russian
        return latin if _FOREIGN.fullmatch(latin) else None
    if russian == word:
        return None
    alone = _SHORT.fullmatch(word) is not None and russian in known.abbreviations
    return russian if alone or _LONE.match(match.string, match.start()) else None
