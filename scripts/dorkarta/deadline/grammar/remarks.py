"""Plans and events: «по плану работы МНЦ», «после проведения …»."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dorkarta.deadline.nearness import misspelt_month
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import CONDITION_STEMS, PLAN_STEMS, Role, Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from dorkarta.deadline.cursor import Cursor


def _pattern(*openings: str) -> re.Pattern[str]:
    """Make a pattern of openings; the words after the first one are its alternatives, * is any ending."""
    alternatives = []
    for opening in openings:
        head, *tails = opening.split()
        tail = f"\\s+(?:{'|'.join(tails)})" if tails else ""
        alternatives.append((head + tail).replace("*", r"\w*"))
    return re.compile(rf"(?:{'|'.join(alternatives)})\b")


# A plan is named soon after its preposition: «по индивидуальному утверждённому графику».
_REACH = 5
_SIGNS = frozenset({Role.DASH, Role.COMMA, Role.COLON, Role.SLASH, Role.UNDERSCORE, Role.NUMERO, Role.AND})
_NO_EVENTS = frozenset({Role.END, Role.CLOSE, Role.COMMA, Role.SEMICOLON, Role.NUMBER, Role.TIME, Role.ADVERB})
_TERMS = ("дневный", "месячный", "недельный", "годичный")
_LASTING = frozenset({Scale.DAY, Scale.WEEK, Scale.MONTH})

# What a plan or an event begins with; * is any ending. What comes of them with a date is decided before.
_PLAN_OPENINGS = _pattern(
    "согласно",
    "согл",
    "в соответствии",
    "соответствии",
    "в соотв соответ",
    "в сроки",
    r"в срок\s+(?:установлен|указан)*",
    "в установлен* утвержден* указан* определен*",
    r"в рамках\s+план*",
    "на основании",
    "исходя из",
    "сроки",
    "срок определ* устан*",
    "даты",
    "в даты",
    "план*",
    "график*",
)
_CONDITION_OPENINGS = _pattern(
    "при",
    "в случае день дни период процессе ходе рамках момент преддверии последующем зависимости течение течении",
    "во время",
    "с момента даты учетом начала окончания выходом получением",
    "со дня",
    "от даты дня",
    "на протяжении этапе",
    "за",
    "через",
    "спустя",
    "после",
    "перед",
    "накануне",
    "до",
    "к",
    "ко",
    "по",
    "не позднее позже ранее",
    "помере",
    "понеобходимости",
    "посогласованию",
    "одновременно",
    "сразу",
    "незамедлительно",
    "немедленно",
    "своевременно",
    "оперативно",
    "безотлагательно",
    "заблаговременно",
    "ситуативно",
    "однократно",
    "разово",
    "единовременно",
    "единожды",
    "кроме",
    "за исключением",
    "исключая",
    "если",
    "как только",
    r"не менее(?:\s+чем)?\s+за",
    "на следующ*",
    "в рабочем\\s+порядке оперативном\\s+порядке плановом\\s+порядке",
    "уточняется",
    "уточняются",
    "будет",
    "будут",
    "дата уточняется по",
    "даты уточняются",
    "срок уточняется",
    "сроки уточняются",
)


def _opens(c: Cursor, openings: re.Pattern[str]) -> bool:
    start = c.token.start
    return openings.match(plain(c.text[start : start + 40])) is not None


def _names(c: Cursor, stems: tuple[str, ...], reach: int) -> bool:
    """Tell whether a word with one of the stems stands near ahead."""
    for step in range(1, reach + 1):
        token = c.ahead(step)
        if token.role in (Role.END, Role.SEMICOLON, Role.COMMA, Role.CLOSE):
            return False
        if plain(token.text).startswith(stems):
            return True
    return False


def plan(c: Cursor, reads_on: Callable[[Cursor], bool]) -> str | None:
    """Read a reference to a plan: «по отдельному графику», «согласно приказу от 12.03.2021».

    Arguments:
        c: The cursor.
        reads_on: Tells whether the rest at the cursor is a time again.
    """
    return swallow(c, reads_on) if _opens_plan(c) else None


def _opens_plan(c: Cursor) -> bool:
    along = c.role is Role.ALONG
    if along and c.ahead().role in (Role.WORD, Role.FILLER, Role.CIVIL, Role.SCHOOL, Role.RELATIVE, Role.EACH):
        if not _names(c, PLAN_STEMS, _REACH) or plain(c.ahead().text).startswith(_STRONG_CONDITIONS):
            return False
    elif not _opens(c, _PLAN_OPENINGS) or _is_mere_label(c) or plain(c.ahead().text).startswith("уточня"):
        return False
    return True


_STRONG_CONDITIONS = (
    "мер",
    "окончани",
    "завершени",
    "итог",
    "результат",
    "факт",
    "истечени",
    "согласовани",
    "готовност",
)
_LABELS = ("срок", "сроки", "дата", "даты")


def _is_mere_label(c: Cursor) -> bool:
    """Tell «Срок: май 2021» from «Сроки определяются планом»."""
    return plain(c.token.text) in _LABELS and c.ahead().role not in (Role.WORD, Role.ALONG)


def condition(c: Cursor, reads_on: Callable[[Cursor], bool]) -> str | None:
    """Read an event on which the time depends: «после проведения …», «в течение 40 дней после …».

    Arguments:
        c: The cursor.
        reads_on: Tells whether the rest at the cursor is a time again.
    """
    if not _opens(c, _CONDITION_OPENINGS):
        return _short_term(c, reads_on)
    if not _is_event(c):
        return None
    at = c.at
    found = swallow(c, reads_on)
    if " " not in found and c.tokens[at].role is not Role.WORD:
        c.at = at  # a preposition and nothing behind it
        return None
    return found


def _is_event(c: Cursor) -> bool:
    """Tell whether an opening of several meanings begins an event here."""
    role, following = c.role, c.ahead()
    if role is Role.ALONG:
        return plain(following.text).startswith(CONDITION_STEMS) or following.role is Role.ENDING
    if role in (Role.TO, Role.TOWARDS, Role.AFTER):
        if following.role is Role.WORD and misspelt_month(following.text):
            return False
        return following.role not in _NO_EVENTS
    if role is Role.IN and following.role is Role.DURING:
        return c.ahead(2).role in (
            Role.NUMBER,
            Role.COUNT,
            Role.UNIT,
            Role.WORD,
            Role.LESSON,
            Role.RELATIVE,
            Role.ORDINAL,
        )
    if role is Role.IN and following.role is Role.PERIOD:
        return c.ahead(2).role in (Role.WORD, Role.FILLER, Role.PLACE, Role.LESSON, Role.SCHOOL, Role.AFTER)
    if role is Role.IN and plain(c.token.text) == "за":
        return following.role in (Role.NUMBER, Role.COUNT, Role.UNIT)
    if role is Role.NOT:
        return c.ahead(2).role not in (Role.END, Role.CLOSE, Role.COMMA, Role.SEMICOLON)
    return True


def _short_term(c: Cursor, reads_on: Callable[[Cursor], bool]) -> str | None:
    """Read «в 10-дневный срок», «3 дня со дня …», «10 рабочих дней после …»."""
    at = c.at
    found = _has_short_term(c)
    c.at = at
    return swallow(c, reads_on) if found else None


def _has_short_term(c: Cursor) -> bool:
    if c.take(Role.IN):
        return any(plain(c.ahead(step).text).endswith(_TERMS) for step in range(4))
    if not c.take(Role.NUMBER, Role.COUNT):
        return False
    c.take(Role.WORD)
    if not c.take_unit(*_LASTING) or not c.sees(Role.AFTER, Role.FROM, Role.OF, Role.TO):
        return False
    return c.ahead().role in (Role.WORD, Role.UNIT, Role.FILLER)


def swallow(c: Cursor, reads_on: Callable[[Cursor], bool]) -> str:
    """Take the words up to the end of the phrase, or to where a time is named again.

    Arguments:
        c: The cursor; its token is taken in any case.
        reads_on: Tells whether the rest at the cursor is a time again.
    """
    at = c.at
    depth = 0
    ahead_of = False
    c.at += 1
    while c.role not in (Role.END, Role.SEMICOLON):
        role = c.role
        if role is Role.TO and not ahead_of and _counts_back(c):
            ahead_of = True  # «за две недели до окончания четверти»: «до» says no limit
        elif role is Role.CLOSE:
            if not depth:
                break
            depth -= 1
        elif not depth and ((_may_read_on(c) and reads_on(c)) or _plan_in_brackets(c)):
            break
        elif role is Role.OPEN:
            if not c.opens():
                break  # a bracket that nobody closes is no part of the remark
            depth += 1
        c.at += 1
    return _tidy(c, at)


def _counts_back(c: Cursor) -> bool:
    """Tell whether «за 10 (рабочих) дней» or «за месяц» stands before the cursor."""
    before = c.tokens[max(0, c.at - 4) : c.at]
    counted = any(
        plain(word.text) == "за" and behind.role in (Role.NUMBER, Role.COUNT, Role.UNIT)
        for word, behind in pairwise(before)
    )
    return counted and before[-1].role is Role.UNIT and before[-1].value in _LASTING


def _plan_in_brackets(c: Cursor) -> bool:
    """Tell whether a plan in brackets follows: «после проведения ВПР (по плану МНЦ)»."""
    if c.role is not Role.OPEN:
        return False
    c.at += 1
    found = _opens_plan(c)
    c.at -= 1
    return found


def _tidy(c: Cursor, at: int) -> str:
    """Give the text from a token to the cursor, without signs at its end and with its quotation mark closed."""
    after = c.at
    while c.at > at + 1 and c.tokens[c.at - 1].role in _SIGNS:
        c.at -= 1
    text = c.since(at)
    c.at = after
    if text.count("«") > text.count("»"):
        text += "»"
    return text + '"' if text.count('"') % 2 else text


def _may_read_on(c: Cursor) -> bool:
    """Tell cheaply whether a time may begin at the cursor."""
    token, following = c.token, c.ahead()
    match token.role:
        case Role.COMMA | Role.OPEN | Role.ADVERB | Role.TO | Role.TIMES:
            return True
        case Role.IN:
            return following.role is Role.DURING
        case Role.NOT:
            return following.role in (Role.RARER, Role.LATER)
        case Role.NUMBER | Role.COUNT:
            return following.role is Role.TIMES
        case _:
            return False
