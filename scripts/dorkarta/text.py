"""Small laws of Russian text: equal names, likely misprints, numerals with nouns."""

import difflib
import re
from collections.abc import Iterable

_SPACES = re.compile(r"\s+")
_NEAR = 0.6
"""So much of two names is equal where one is taken for the other."""
_ROUNDING = 0.01
"""More than the fast count of what is equal can be wrong by."""
_MARKS = str.maketrans({"ё": "е", "“": "«", "„": "«", "”": "»", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def fold(text: str) -> str:
    """The form in which names are compared: case, ё/е, kinds of dashes, quotes and spaces do not matter."""
    return _SPACES.sub(" ", text.casefold().translate(_MARKS)).strip()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant, if one is near enough.

    How near difflib tells, which takes long. The letters that two names share in their order are never fewer than those
    that it finds in common, and are counted fast; so it is asked only about names that could still be the nearest.
    """
    from rapidfuzz import process  # noqa: PLC0415  # only where something is wrong
    from rapidfuzz.distance import Indel  # noqa: PLC0415  # as above

    by_fold = {fold(name): name for name in known}
    matcher = difflib.SequenceMatcher(b=fold(word))
    likely = process.extract(
        fold(word), list(by_fold), scorer=Indel.normalized_similarity, score_cutoff=_NEAR - _ROUNDING, limit=None
    )
    best: tuple[float, str] | None = None
    for name, at_most, _ in likely:  # from the likeliest on
        if best and at_most < best[0] - _ROUNDING:
            break
        matcher.set_seq1(name)
        if (shared := matcher.ratio()) >= _NEAR:
            best = max(best or (shared, name), (shared, name))
    return by_fold[best[1]] if best else None


def perhaps(word: str, known: Iterable[str]) -> str | None:
    """The hint «Возможно, «…»?» or nothing."""
    near = nearest(word, known)
    return f"Возможно, «{near}»?" if near else None


def has_words(text: str | None) -> bool:
    """Whether a text says anything: «–» and «+++» do not."""
    return any(letter.isalpha() for letter in text or "")


def capital(text: str) -> str:
    """With a capital first letter; the others stay as they are: «КПК», «МОНиМП»."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """As it stands inside a sentence: «Срок» → «срок»; an abbreviation keeps its letters."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def shortened(text: str, most: int) -> str:
    """The beginning of a text in whole words, with an ellipsis where something is left out."""
    return text if len(text) <= most else (text[:most].rpartition(" ")[0] or text[:most]).rstrip(" ,;:–-") + "…"


def numeral(count: int, one: str, few: str, many: str) -> str:
    """The count with the right form of its noun: 1 карта, 2 карты, 5 карт."""
    return f"{digits(count)} {noun(count, one, few, many)}"


def digits(count: int) -> str:
    """A count as it is printed: 9804, but 13 889; four digits stand together in Russian."""
    return str(count) if count < 10_000 else f"{count:,}".replace(",", "\u00a0")


def noun(count: int, one: str, few: str, many: str) -> str:
    """The form of the noun that the count asks for."""
    tens, units = count % 100, count % 10
    if units == 1 and tens != 11:
        return one
    if units in (2, 3, 4) and tens not in (12, 13, 14):
        return few
    return many


def file_size(count: int) -> str:
    """The size of a file as people read it: «96 КБ», «1,4 МБ»; a kilobyte has 1024 bytes, as file managers say."""
    kilobytes = max(1, round(count / 1024))
    return f"{kilobytes}\u00a0КБ" if kilobytes < 1024 else f"{count / 1024**2:.1f}\u00a0МБ".replace(".", ",")
