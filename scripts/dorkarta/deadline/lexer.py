"""Text to tokens."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dorkarta.deadline.names import ROMAN
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import (
    ABBREVIATIONS,
    PREPOSITIONS,
    SIGNS,
    TIMELY_ROLES,
    WORDS,
    Meaning,
    Role,
    Scale,
)

# Numbers with dots are read here, where the dots still stand: «25.04.13», «12.2020», «05.08.», «14.00».
# The order matters: the longest form comes first. Dots, quotes and other signs say nothing by themselves.
# Behind a whole date «10.10» is a likely hour (`clock`).
_TOKEN = re.compile(
    r"""
      (?P<iso>(?:19|20)\d\d[-.]\d\d[-.]\d\d(?!\d))
    | (?P<time>\d{1,2}:\d\d(?::\d\d)?|(?<!\d)\d{1,2}-00(?!\d))
    | (?P<date>\d{1,2}\s?[./\\]\s?\d{1,2}(?:\s?[./\\]\s?(?:19|20)\d\d|[./\\]\d\d)(?!\d))
    | (?P<slip>\d\d(?:[.,]\s?\d\d[.,]\s?|(?P<joint>[ -])\d\d(?P=joint))(?:19|20)\d\d(?!\d))
    | (?P<roman>\d{1,2}\s?\.\s?[IVX]{1,4}\s?\.\s?(?:(?:19|20)\d\d|\d\d)(?!\d))
    | (?P<month>(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d(?!\d))
    | (?P<clock>(?<=(?:19|20)\d\d[ ])(?:0?[7-9]|1\d|2[01])\.[0-5][05](?![\d.]))
    | (?P<day>\d{1,2}\.\d{1,2}(?!\d))
    | (?P<ordinal>(?:\d{1,2}|[IVXІХ]{1,5})\s?-\s?(?:ый|ая|ое|ой|го|ого|му|ому|ом|ую|ый|й|я|е|м|х|ю|ти|ми)(?!\w))
    | (?P<number>\d+)
    | (?P<half>п/г|п\.\s?г\.|кв-л[ае]?)
    | (?P<school>у\.\s?г\b)
    | (?P<during>т\.?(?=\s?(?:уч|года\b|всего\b)))
    | (?P<word>[^\W\d_]+)
    | (?P<sign>[-,;:()/_№&+])
    """,
    re.VERBOSE | re.IGNORECASE,
)

NO_DAY = 99
"""The day of «00.09.2020»: no month has it."""

_DIGITS = re.compile(r"\d+")
_ROMAN = {name: value for value, name in enumerate(ROMAN[1:], start=1)}
# Letters that stand for Roman numerals in typed and scanned papers.
_ROMAN_LETTERS = str.maketrans({"І": "I", "і": "I", "Х": "X", "У": "V", "Y": "V", "П": "II", "Ш": "III", "l": "I"})
_GLUED_PLANS = ("поплан", "пографик")
_LEADING_ROMAN = re.compile("[IVX]{1,4}")
_TWINS = str.maketrans("aceopxykmtbhABCEHKMOPTXYi", "асеорхукмтвнАВСЕНКМОРТХУі")


class Token(NamedTuple):
    """A piece of the text.

    Arguments:
        role: What it does in the grammar.
        value: The number of a month, the day of a date…, see the vocabulary.
        text: Its letters.
        start: Where it begins in the cleaned text.
        end: Where it ends.
        month: The month of a date.
        year: The year of a date; 0 when it is not said.
    """

    role: Role
    value: int
    text: str
    start: int
    end: int
    month: int = 0
    year: int = 0


def _century(digits: str) -> int:
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


def _numeric(text: str, start: int, end: int, kind: str) -> Token:
    """Read a number with dots or colons in it."""
    if kind in {"time", "clock"}:
        return Token(Role.TIME, 0, text, start, end)
    parts = _DIGITS.findall(text)
    if kind == "iso":
        parts.reverse()
    if kind == "month":
        return Token(Role.DATE, 0, text, start, end, int(parts[0]), int(parts[1]))
    if kind == "roman":
        month = _ROMAN.get(text.split(".")[1].strip().upper(), 0)
        return Token(Role.DATE, int(parts[0]), text, start, end, month, _century(parts[1]))
    day, month = int(parts[0]) or NO_DAY, int(parts[1])
    year = _century(parts[2]) if len(parts) > 2 else 0
    if not year and month not in range(1, 13) and day < 24 and month < 60 and len(parts[1]) == 2:
        return Token(Role.TIME, 0, text, start, end)
    return Token(Role.DATE, day, text, start, end, month, year)


def roman(word: str) -> int:
    """Read a Roman numeral up to XII, in whatever letters it was typed; 0 when it is none."""
    if len(word) > 4 or not (word.isupper() or word.isascii()):
        return 0
    return _ROMAN.get(word.translate(_ROMAN_LETTERS).upper(), 0)


def is_roman(token: Token) -> bool:
    """Tell whether a number was written in Roman letters."""
    return token.role is Role.ORDINAL and token.value > 0 and roman(token.text) == token.value


_SHORT_FORMS = {"school": Role.SCHOOL, "during": Role.DURING}


@lru_cache(maxsize=4096)
def meaning(word: str) -> Meaning:
    """Tell what a word is.

    Arguments:
        word: A word as it stands in the text; Latin letters among Cyrillic ones are forgiven.
    """
    known = WORDS.get(plain(word))
    if known is not None:
        return known
    number = roman(word)
    if number:
        return Meaning(Role.ORDINAL, number)
    twin = WORDS.get(plain(word.translate(_TWINS)))
    return twin if twin is not None else Meaning(Role.WORD)


@lru_cache(maxsize=4096)
def _glued(word: str) -> int:
    """Tell where the first of two glued words ends («смарта», «поплану», «Iквартал», «учебногогода»); 0: nowhere."""
    low = plain(word)
    for cut in (1, 2, 3):
        rest = low[cut:]
        if low[:cut] in PREPOSITIONS and len(rest) > 2 and rest in WORDS and rest not in ABBREVIATIONS:
            return cut
    if low.startswith(_GLUED_PLANS):
        return 2
    head = _LEADING_ROMAN.match(word)
    if head and low[head.end() :] in WORDS:
        return head.end()
    return next((cut for cut in range(3, len(low) - 2) if _whole(low[:cut]) and _whole(low[cut:])), 0)


def _whole(word: str) -> bool:
    """Tell whether a word is one of those of time, and no abbreviation."""
    known = WORDS.get(word)
    return known is not None and known.role in TIMELY_ROLES and word not in ABBREVIATIONS


def _words(text: str, start: int, end: int) -> list[Token]:
    """Read a word; a preposition glued to it becomes a token of its own."""
    role, value = meaning(text)
    if role is Role.WORD:
        cut = _glued(text)
        if cut:
            return _words(text[:cut], start, start + cut) + _words(text[cut:], start + cut, end)
    return [Token(role, value, text, start, end)]


def _mended(tokens: list[Token]) -> list[Token]:
    """Join neighbours that are one known word with a space in it: «полуго дие»."""
    mended: list[Token] = []
    for token in tokens:
        if token.role is Role.WORD and mended and mended[-1].role is Role.WORD:
            left = mended[-1]
            whole = meaning(left.text + token.text)
            if whole.role is not Role.WORD:
                mended[-1] = Token(*whole, left.text + token.text, left.start, token.end)
                continue
        mended.append(token)
    return mended


def tokens(text: str) -> list[Token]:
    """Cut a cleaned text into tokens; the last one is END.

    Arguments:
        text: The text, cleaned.
    """
    found: list[Token] = []
    unknown = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        piece = match.group()
        if kind == "word":
            words = _words(piece, start, end)
            if words[0].role is Role.THAN and found and found[-1].role is Role.COMMA:
                found.pop()  # «не позднее, чем 1 декабря»
            unknown += words[0].role is Role.WORD
            found += words
        elif kind == "sign":
            found.append(Token(*SIGNS[piece], piece, start, end))
        elif kind == "number":
            found.append(Token(Role.NUMBER, int(piece[:9]), piece, start, end))
        elif kind == "ordinal":
            digits = _DIGITS.match(piece)
            value = int(digits.group()) if digits else roman(piece.partition("-")[0].strip())
            found.append(Token(Role.ORDINAL if value else Role.WORD, value, piece, start, end))
        elif kind in _SHORT_FORMS:
            found.append(Token(_SHORT_FORMS[kind], 0, piece, start, end))
        elif kind == "half":
            scale = Scale.QUARTER if piece[0] in "кК" else Scale.HALF
            found.append(Token(Role.UNIT, scale, piece, start, end))
        else:
            found.append(_numeric(piece, start, end, kind))
    if unknown > 1:
        found = _mended(found)
    found.append(Token(Role.END, 0, "", len(text), len(text)))
    return found
