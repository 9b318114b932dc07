"""Texts → lines of runs, with what helps to break them well; nothing of it is seen or read."""

import re
from math import ceil
from typing import Final

from dorkarta.documents.typesetting.letters import Letters

Line = list[str | tuple[str] | None]
"""Runs of letters; alone in a tuple if they must stay on one line; `None` where a line may end inside a word."""

_BREAK: Final = "\u200b"
"""Stands for `None` for a while: cleaned texts do not hold it, and printed ones shall not, lest it be copied."""

_TIED: Final = re.compile(r"(?<=№) (?=\d)|(?<=\d) (?=(?:гг?\.|%))| (?=[–—] )")
"""Spaces that no line ends at: «№ 974», «2021 г.», before a dash."""
_SHORT: Final = re.compile(r"(?<!\w)(\w{1,2}) ")
"""A preposition or a conjunction: it does not end a line of a heading."""
COMPOUND: Final = r"(?<![\w/.:-])\w{1,8}(?:/\w{1,8})+(?![\w/-]|\.\w)"
"""«ШНОР/ШССУ», «и/или», «№ п/п»; no part of an address."""
_ACRONYM: Final = r"\b(?=\w{2,9}\b)[^\W\d_]*[A-ZА-ЯЁ][^\W\d_]*[A-ZА-ЯЁ][^\W\d_]*\b"
"""A word with two capital letters, «МОНиМП»; a longer one is a word of a heading in capitals."""
_WHOLE: Final = re.compile(f"({COMPOUND})")
_WHOLE_AMONG_HYPHENS: Final = re.compile(f"({COMPOUND}|{_ACRONYM})")
_PIECE: Final = re.compile(r"[^/\\?&=#%._:;,@+|)}\]>-]*[/\\?&=#%._:;,@+|)}\]>-]*")
"""Ends in a sign after which a line may end."""
_VOWEL, _CONSONANT = "[аеёиоуыэюя]", "[б-джзй-нп-тф-щъь]"
_WORD: Final = re.compile(
    rf"\W*{_VOWEL}{{0,2}}(?:{_CONSONANT}{{1,6}}{_VOWEL}{{1,2}}){{2,}}{_CONSONANT}{{0,6}}\W*", re.IGNORECASE
)
"""What has syllables, perhaps in brackets or with a comma: words that hyphenation can break."""
_LETTER: Final = re.compile("(?s).[\u0300-\u036f]*")
_HYPHENATED: Final = 1.7
"""A word that is so many times wider than its column is still left to hyphenation."""
_FILLED: Final = 0.96
"""How much of a line letters take, on average, when words are hyphenated."""
_STEP: Final = 2.0
_ROUNDING: Final = 1.0
"""Millimetres: of the search for even lines, and what kerning may add to what was measured."""


def lines(text: str, letters: Letters, *, room: float, hyphenated: bool = False) -> list[Line]:
    """The lines of a text, each as the runs that it is made of.

    Arguments:
        text: Cleaned, with line ends.
        letters: What it is set in.
        room: Millimetres; what is wider and has no space gets places to break at.
        hyphenated: Words will be; acronyms are saved from it.
    """
    whole = _WHOLE_AMONG_HYPHENS if hyphenated else _WHOLE
    return [_runs(_breakable(_TIED.sub("\u00a0", line), letters, room), whole) for line in text.split("\n")]


def tied(heading: str) -> str:
    """A heading whose lines do not end in short words."""
    return _SHORT.sub("\\1\u00a0", heading)


def balanced(text: str, letters: Letters, *, room: float) -> float:
    """The least of the room in which a text takes no more lines: so they come out about equally long."""
    count = letters.height(text, room)
    least = max(letters.width(line) for line in text.split("\n")) / count
    widths = (least + step * _STEP for step in range(max(0, int((room - least) / _STEP))))
    return next((width + _ROUNDING for width in widths if letters.height(text, width) <= count), room)


def needs_hyphens(text: str, letters: Letters, *, room: float) -> bool:
    """Whether a text has a word that is too long for the room."""
    return letters.widest(text.replace("\n", " ")) > room


def gains_by_hyphens(text: str, letters: Letters, *, room: float) -> bool:
    """Whether a text becomes lower when its words are hyphenated."""
    least = sum(max(1, ceil(letters.width(line) / room / _FILLED)) for line in text.split("\n"))
    return least < letters.height(text, room)


def _runs(line: str, whole: re.Pattern[str]) -> Line:
    found: Line = []
    for piece in line.split(_BREAK):
        found += (None,) if found else ()
        found += [(part,) if index % 2 else part for index, part in enumerate(whole.split(piece)) if part]
    return found


def _breakable(line: str, letters: Letters, room: float) -> str:
    if letters.widest(line) <= room:
        return line
    return " ".join(_broken(word, letters, room) for word in line.split(" "))


def _broken(word: str, letters: Letters, room: float) -> str:
    """A word with places to break at, after its signs, or after any letter where nothing else helps."""
    width = letters.width(word)
    if width <= room:
        return word
    pieces = [piece for piece in _PIECE.findall(word) if piece]
    if len(pieces) > 1:
        return _BREAK.join(_broken(piece, letters, room) for piece in pieces)
    if _WORD.fullmatch(word) and width <= room * _HYPHENATED:
        return word
    return _BREAK.join(_LETTER.findall(word))
