"""What is wrong in a text, and what should stand there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Slip(NamedTuple):
    """A slip of the hand or of the scan."""

    start: int
    end: int
    instead: str | None
    """What should stand there; nothing where that cannot be known."""
    what: str
    """What is wrong, in Russian: «лишний пробел»."""


class Words(Protocol):
    """A collection of words that is asked for single ones."""

    def __contains__(self, word: object, /) -> bool:
        """Whether it holds a word."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the records of a place know already."""

    abbreviations: Words = field(default_factory=frozenset)
    """Those that are explained: «ШНОР», «МКУ», «МОНиМП»."""
    names: Words = field(default_factory=frozenset)
    """Words in capitals that names of bodies, forms and audiences hold."""
    words: Words = field(default_factory=frozenset)
    """In small letters, with their hyphens: «образования», «научно-методический»."""


class Law(Protocol):
    """A law of typing: what breaks it in a text, from left to right, no two slips over the same place."""

    def __call__(self, text: str, known: Known, /) -> Iterable[Slip]:
        """Every slip."""


def mended(text: str, slips: Iterable[Slip]) -> str:
    """The text with what should stand there; slips without an answer stay."""
    parts, behind = [], 0
    for slip in slips:
        if slip.instead is not None:
            parts += [text[behind : slip.start], slip.instead]
            behind = slip.end
    return "".join([*parts, text[behind:]])
