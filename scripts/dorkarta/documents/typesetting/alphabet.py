"""Which letters print: others are written by their numbers, so that no reader is left before an empty box.

PDF/UA forbids a text without glyphs, and the compiler refuses it. What its fonts have, and how letters join there, it
knows best itself; so it is asked, once for every letter that it has not been asked for yet.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from dorkarta.printable import printable

_UNSEEN: Final = re.compile(
    "[\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""Soft hyphens, joiners, marks of direction, choices between pictures of a letter, tags."""
_CODES: Final = re.compile(r"\[U\+[0-9A-F]{4,6}(?: U\+[0-9A-F]{4,6})*\]")
_JAMO: Final = "\u1100", "\u11ff"
"""The first and the last letter that Korean syllables are composed of."""
_NAMELESS: Final = re.compile(r"-[0-9A-F]{4,6}$")
"""Ends a name that tells no more than the number: «CJK UNIFIED IDEOGRAPH-4E2D»."""

_WORD: Final = re.compile("[^ \n]+")

Ask = Callable[[Sequence[str]], bool]
"""Whether all of these texts print."""


class Alphabet:
    """What is known to print, and what is known not to: letters, and words with marks over or under their letters."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._good: set[str] = {" ", "\n"}
        self._plain: set[str] = {" ", "\n"}
        """Of the good those that are what they are in any company."""
        self._bad: set[str] = set()

    def has(self, texts: Iterable[str]) -> bool:
        """Whether all texts are known to print as they are, which is nearly always so, and much faster to know."""
        return self._plain.issuperset(set("".join(set(texts))))

    def learn(self, texts: Iterable[str]) -> None:
        """Find out about many texts at once, which is cheaper than text by text."""
        self._sort({part for text in texts for part in self._unknown(clean(text))})

    def spell(self, text: str) -> str:
        """The text with `[U+1F600]` for a letter that does not print, or with a plain letter of the same meaning."""
        text = clean(text)
        if self._good.issuperset(text):
            return text
        self._sort(self._unknown(text))
        if self._bad.isdisjoint(_parts(text)):
            return text
        spelled = "".join(self._substitute(letter) if letter in self._bad else letter for letter in text)
        return _WORD.sub(lambda word: self._unmarked(word[0]), spelled).replace("][U+", " U+")

    def _unknown(self, text: str) -> set[str]:
        return set() if self._good.issuperset(text) else _parts(text) - self._good - self._bad

    def _sort(self, unknown: Iterable[str]) -> None:
        """Halves of what does not print as a whole are asked for again, down to the single letter or word."""
        parts = sorted(unknown)
        if not parts:
            return
        if self._ask(parts):
            self._good.update(parts)
            self._plain.update(filter(_is_plain, parts))
        elif len(parts) == 1:
            self._bad.update(parts)
        else:
            middle = len(parts) // 2
            self._sort(parts[:middle])
            self._sort(parts[middle:])

    def _substitute(self, letter: str) -> str:
        """A plain letter for a wide or an ornate one, as Unicode knows them; otherwise its number."""
        plain = clean(unicodedata.normalize("NFKC", letter))
        self._sort(self._unknown(plain))
        return plain if plain != letter and self._bad.isdisjoint(_parts(plain)) else _code(letter)

    def _unmarked(self, word: str) -> str:
        """A word; if its marks find no place at its letters, with their numbers."""
        if not any(map(_is_mark, word)):
            return word
        self._sort(self._unknown(word))
        return word if word in self._good else "".join(_code(sign) if _is_mark(sign) else sign for sign in word)


def clean(text: str) -> str:
    """The text in composed letters (NFC), tabs as spaces, without what is not seen."""
    text = printable(text).replace("\t", " ")
    return text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def codes(texts: Iterable[str]) -> str | None:
    """What the numbers in texts mean, for the reader; nothing where no text has one."""
    found = dict.fromkeys(code for text in texts for group in _CODES.findall(text) for code in group[1:-1].split())
    if not found:
        return None
    named = "; ".join(f"{code} – {name}" for code in found if (name := _name(code)))
    told = f": {named}" if named else ""
    return f"Знаки, которых нет в шрифтах этого документа, заменены их номерами в Юникоде{told}."


def _parts(text: str) -> set[str]:
    """What prints or does not: letters, and words with marks as a whole, for a mark must find its place at a letter."""
    marks = {sign for sign in set(text) if _is_mark(sign)}
    if not marks:
        return set(text)
    return (set(text) - marks) | {word for word in _WORD.findall(text) if not marks.isdisjoint(word)}


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _is_plain(part: str) -> bool:
    """Whether this is a letter that stays itself beside any other: no mark, and no part of a Korean syllable."""
    return len(part) == 1 and clean(part) == part and not _is_mark(part) and not _JAMO[0] <= part <= _JAMO[1]


def _code(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


def _name(code: str) -> str | None:
    name = unicodedata.name(chr(int(code.removeprefix("U+"), 16)), "")
    return None if not name or _NAMELESS.search(name) else name.lower()
