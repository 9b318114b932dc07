"""From laws of typing to findings: what is wrong in a text and what should stand there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dorkarta.checks.rule import Finding
from dorkarta.checks.text_rule import Passage
from dorkarta.spelling.slip import Law, Slip, mended
from dorkarta.text import capital

_NEAR: Final = 40
"""Characters on either side that may be shown with a slip."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrong:
    """Words with a slip, and as they should be."""

    what: str
    words: str
    right: str | None


def findings(law: Law) -> Callable[[Passage], Iterator[Finding]]:
    """A rule's way to find every breach of a law of typing."""

    def judge(passage: Passage) -> Iterator[Finding]:
        for wrong in breaches(passage, law):
            hint = f"Пишите «{wrong.right}»." if wrong.right else None
            yield Finding(passage.place, f"{capital(wrong.what)}: «{wrong.words}».", hint, wrong.words)

    return judge


def breaches(passage: Passage, law: Law, *, reach: int = 0) -> Iterator[Wrong]:
    """Every breach of a law, the same words in a text once; slips within reach of each other are one."""
    if slips := tuple(law(passage.words, passage.known)):
        for what, words, right in _wrong(passage.words, slips, reach):
            yield Wrong(what=what, words=words, right=right)


def _wrong(text: str, slips: tuple[Slip, ...], reach: int) -> Iterator[tuple[str, str, str | None]]:
    shown: set[str] = set()
    for group in _groups(slips, reach):
        start, end = _around(text, group)
        words = text[start:end]
        if words not in shown:
            shown.add(words)
            inside = [_moved(each, start) for each in slips if start <= each.start and each.end <= end]
            certain = all(each.instead is not None for each in group)
            yield group[0].what, _in_line(words), _in_line(mended(words, inside)) if certain else None


def _groups(slips: tuple[Slip, ...], reach: int) -> Iterator[list[Slip]]:
    group: list[Slip] = []
    for each in slips:
        if group and each.start - group[0].end >= reach:
            yield group
            group = []
        group.append(each)
    yield group


def _around(text: str, group: list[Slip]) -> tuple[int, int]:
    """Slips with the words that they touch, and with those behind the spaces that a dash has on both sides."""
    start, end = group[0].start, group[-1].end
    if text[start].isalpha() and text[end - 1].isalpha():
        return start, end
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    spaced = len(group) == 1 and before[-1:].isspace() and behind[:1].isspace()
    left = re.search(r"\S*\s*\Z" if spaced else r"\S*\Z", before)
    right = re.match(r"\s*\S*" if spaced else r"\S*", behind)
    return start - len(left.group() if left else ""), end + len(right.group() if right else "")


def _moved(each: Slip, start: int) -> Slip:
    return each._replace(start=each.start - start, end=each.end - start)


def _in_line(words: str) -> str:
    return words.replace("\n", " ")
