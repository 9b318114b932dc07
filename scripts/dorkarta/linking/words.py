"""The words of a title as they are compared: without endings, case, ё and words that tell nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import snowballstemmer

_WORD: Final = re.compile(r"[a-zа-яё0-9]+", re.IGNORECASE)
_SILENT: Final = frozenset(
    re.findall(
        r"\w+",
        "и в во на по с со к ко о об от до для из за у при под над через не или а но как что же ли бы то это этот "
        "их его ее который также том числе",
    )
)
_STEMMER: Final = snowballstemmer.stemmer("russian")


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word as it is compared, and as it is printed."""

    stem: str
    printed: str


@dataclass(frozen=True, kw_only=True)
class Language:
    """The abbreviations of a territory; «школы с низкими образовательными результатами» is the same word as «ШНОР»."""

    shorts: Mapping[tuple[str, ...], str]
    """By the stems of its meaning: the stem of the abbreviation."""

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text, each once, in the order in which they first come."""
        found: dict[str, Word] = {}
        for word in self._shortened([Word(stem=stem(each), printed=each) for each in _plain(text)]):
            found.setdefault(word.stem, word)
        return tuple(found.values())

    def _shortened(self, words: list[Word]) -> Iterator[Word]:
        at = 0
        while at < len(words):
            length, short = self._meaning_at(words, at)
            yield Word(stem=short, printed=" ".join(word.printed for word in words[at : at + length]))
            at += length

    def _meaning_at(self, words: list[Word], at: int) -> tuple[int, str]:
        """How many words from here on mean one, and which; the longest meaning goes first."""
        stems = tuple(word.stem for word in words[at : at + self._longest])
        for length in range(len(stems), 1, -1):
            if (short := self.shorts.get(stems[:length])) is not None:
                return length, short
        return 1, stems[0]

    @property
    def _longest(self) -> int:
        return max(map(len, self.shorts), default=1)


def language(meanings: Mapping[str, str]) -> Language:
    """The language of a territory, by its abbreviations and what they mean; a meaning of one word is left as it is."""
    known = {
        tuple(map(stem, _plain(meaning))): "".join(map(stem, _plain(short))) for short, meaning in meanings.items()
    }
    return Language(shorts={stems: short for stems, short in known.items() if len(stems) > 1 and short})


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in lower case without its ending; «стажировок» and «стажировка» are brought together as well."""
    found = str(_STEMMER.stemWord(_folded(word)))
    return f"{found[:-2]}к" if found.endswith(("ок", "ек")) and len(found) > _FLEETING else found


_FLEETING: Final = 6
"""Letters of a stem from which «-ок» is «-к» with a vowel that comes and goes; «урок» and «срок» are shorter."""


def _plain(text: str) -> Iterator[str]:
    """The words of a text as they are printed, without those that tell nothing."""
    return (word for word in _WORD.findall(text) if _folded(word) not in _SILENT)


def _folded(word: str) -> str:
    return word.casefold().replace("ё", "е")
