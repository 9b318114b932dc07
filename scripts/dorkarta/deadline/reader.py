"""Reading an expression: the package's front door."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.frame import Frame
from dorkarta.deadline.grammar import parse
from dorkarta.deadline.kind import Kind
from dorkarta.deadline.meaning import meaning
from dorkarta.deadline.nearness import nearest
from dorkarta.deadline.reading import Reading
from dorkarta.deadline.text import clean, plain
from dorkarta.deadline.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dorkarta.deadline.period import Period
    from dorkarta.deadline.piece import Phrase
    from dorkarta.deadline.school import SchoolCalendar

LONGEST = 2000
"""A cell with more letters is no deadline."""


def read(text: str, *, period: Period | None = None, calendar: SchoolCalendar | None = None) -> Reading:
    """Read an expression of time as Russian officials write it. Never raises for any text.

    Arguments:
        text: A cell of the document: «декабрь 2020, апрель, октябрь 2021», «не реже одного раза в четверть».
        period: The record's period; a missing year is taken from it.
        calendar: The territory's school calendar; without it school quarters and holidays have no dates.

    Returns:
        What it means; of the kind `unparseable`, with a reason, when it cannot be read.
    """
    return _read(text, period, calendar)


@lru_cache(maxsize=8192)
def _read(text: str, period: Period | None, calendar: SchoolCalendar | None) -> Reading:
    if len(text) > LONGEST:
        return _refused(text, f"В тексте больше {LONGEST} знаков: это не срок.")
    cleaned = clean(text)
    if not cleaned.strip("-_. "):
        return _refused(text, "Срок не указан.")
    try:
        phrases = _phrases(cleaned)
        reason = _fault(cleaned, phrases)
        if reason is not None:
            return _refused(text, reason)
        return meaning(text, phrases, Frame(period, calendar))
    except ContradictionError as error:
        return _refused(text, f"Срок «{_short(cleaned)}» не принят. {error}")


@lru_cache(maxsize=8192)
def _phrases(cleaned: str) -> list[Phrase]:
    """Keep the phrases: many records use the same words in other periods."""
    return parse(cleaned)


def _refused(text: str, reason: str) -> Reading:
    return Reading(text=text, kind=Kind.UNPARSEABLE, reason=reason)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _fault(text: str, phrases: list[Phrase]) -> str | None:
    """Tell why phrases may not be read: a misspelt word, a number that has no meaning, no time at all."""
    unread = [word for phrase in phrases for word in phrase.unread]
    if not unread and phrases:
        return None
    head = f"Срок «{_short(text)}» не понят."
    hint = _hint(text, unread)
    if hint:
        return f"{head} {hint}"
    strange = next((phrase.strange for phrase in phrases if phrase.strange), None)
    if strange is not None:
        return f"{head} Неясно, что значит «{strange}»."
    return head if all(phrase.empty for phrase in phrases) else None


def _hint(text: str, unread: Iterable[str]) -> str | None:
    mended = text
    for word in unread:
        known = nearest(word) if plain(word) not in WORDS else None
        if known:
            mended = mended.replace(word, known, 1)
    return None if mended == text else f"Возможно, «{_short(mended)}»?"
