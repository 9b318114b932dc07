"""Cleaning of a cell: the damage of scans and word processors."""

from __future__ import annotations

import re
import unicodedata

from dorkarta.deadline.names import ROMAN
from dorkarta.deadline.vocabulary import WORDS

_SPACE = dict.fromkeys(
    (code for code in range(0x3001) if unicodedata.category(chr(code)) in {"Zs", "Zl", "Zp", "Cc"}), " "
)
_INVISIBLE = dict.fromkeys(code for code in range(0x2100) if unicodedata.category(chr(code)) == "Cf")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe58\ufe63"), "-")
_MARKS = dict.fromkeys(map(ord, "*†‡⁎✱¹²³⁰⁴⁵⁶⁷⁸⁹•▪●◦·"), " ")
_ROMAN = {0x2160 + i: roman for i, roman in enumerate(ROMAN[1:])}
_ROMAN |= {code + 0x10: roman for code, roman in _ROMAN.items()}
_TABLE = {**_SPACE, **_INVISIBLE, **_DASHES, **_MARKS, **_ROMAN, ord("…"): " "}

# Letters typed or scanned for digits: «2О21», «1З.03», «l5 декабря», «З марта»; and «1V» for «IV».
_DIGITLIKE = re.compile(
    r"(?<=[0-9])[OoОо](?=[0-9])"
    r"|(?<!\w)(?=[0-9]*[OoОоЗlI])(?=[lI]?[OoОоЗ]*[0-9])[lI]?[0-9OoОоЗ]{1,4}(?!\w)"
    r"|(?<![\w«])З(?=\s?\.\s?\d\d\.|\s+(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек))"
)
_DIGITS = str.maketrans("OoОоЗlI", "0000311")
_ROMANLIKE = re.compile(r"(?<!\w)(?=[IVX]*1)(?=[1I]*[VX])[1IVX]{2,4}(?!\w)")
_LAST_MARK = re.compile(r"(?<=\w)\s+\d{1,2}\)$")
_SOFT_HYPHEN = re.compile("[\u00ad¬]\\s*")
_BRACKETED_MARK = re.compile(r"\[\d{1,2}\]")
_HYPHEN = re.compile(r"([^\W\d_]+)-(\s*)([^\W\d_]+)")


def plain(word: str) -> str:
    """Bring a word to the form in which the vocabulary holds it."""
    return word.lower().replace("ё", "е")


def _mend(match: re.Match[str]) -> str:
    """Join a word that a line break has cut; leave «сентябрь- октябрь» apart."""
    left, space, right = match.groups()
    head, tail = plain(left), plain(right)
    if head + tail in WORDS:
        return left + right
    if space and right.islower() and len(right) > 1 and head not in WORDS and tail not in WORDS:
        return left + right
    return match.group()


def clean(text: str) -> str:
    """Take off footnote marks, odd dashes and spaces, join broken words.

    Arguments:
        text: A cell as it stands in the document.

    Returns:
        The same in one line, letters and their case kept. Cleaning it again changes nothing.
    """
    if not text.isascii():
        if "\u00ad" in text or "¬" in text:
            text = _SOFT_HYPHEN.sub("", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    if "[" in text:
        text = _BRACKETED_MARK.sub(" ", text)
    text = " ".join(text.translate(_TABLE).split())
    text = _DIGITLIKE.sub(lambda match: match.group().translate(_DIGITS), text)
    if "1" in text:
        text = _ROMANLIKE.sub(lambda match: match.group().replace("1", "I"), text)
    if text.endswith(")") and "(" not in text:
        text = _LAST_MARK.sub("", text)
    if "-" in text:
        text = _HYPHEN.sub(_mend, text)
    return text.strip(" .,")
