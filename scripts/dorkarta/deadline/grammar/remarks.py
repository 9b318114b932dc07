"""Plans, events and words beside the point: «по плану работы МНЦ», «после проведения …», «(7–9 кл.)»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dorkarta.deadline.grammar.heads import value
from dorkarta.deadline.nearness import misspelt_month
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import CONDITION_STEMS, PLAN_STEMS, Role, Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from dorkarta.deadline.cursor import Cursor
    from dorkarta.deadline.lexer import Token


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
    "в соответствии",
    "соответствии",
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
    "когда",
    "как только",
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
        return True
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
    c.at += 1
    while c.role not in (Role.END, Role.SEMICOLON):
        role = c.role
        if role is Role.CLOSE:
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


def noise(c: Cursor) -> bool:
    """Step over lessons, classes, clock times and places: «3 урок», «(7–9 кл.)», «в 15:00», «каб. 12».

    Arguments:
        c: The cursor.
    """
    at = c.at
    if _duration(c) or _clock(c) or _lessons(c) or _place(c) or c.takes(Role.NUMERO, Role.NUMBER):
        return True
    c.at = at
    return False


def _duration(c: Cursor) -> bool:
    """Step over how long something lasts, in brackets: «(4 дня)», «(8 учебных недель)»."""
    if not c.at or c.tokens[c.at - 1].role is not Role.OPEN or not c.sees(Role.NUMBER, Role.COUNT):
        return False
    for length in (2, 3):
        noun = c.ahead(length - 1)
        if noun.role is Role.UNIT and noun.value in _LASTING and c.ahead(length).role is Role.CLOSE:
            c.at += length
            return True
    return False


def _clock(c: Cursor) -> bool:
    """Step over «в 15:00», «с 10.00 до 12.00», «в 14-30»."""
    at = c.at
    preposition = c.take(Role.IN, Role.FROM, Role.TO, Role.TOWARDS)
    time = c.token
    if time.role is Role.TIME or (_at(preposition) and time.role is Role.DATE and not time.year and time.month < 60):
        c.at += 1
        c.skip(Role.LESSON)
        if preposition and preposition.role in (Role.TO, Role.FROM) and c.sees(Role.NUMBER, Role.DATE, Role.ORDINAL):
            c.at = at  # «до 14.00 15 марта»: the preposition is the date's
            return False
        while c.role in (Role.DASH, Role.TO) and c.ahead().role in (Role.TIME, Role.DATE) and not c.ahead().year:
            c.at += 2
            c.skip(Role.LESSON)
        return True
    hours, joint, minutes = c.token, c.ahead(), c.ahead(2)
    if (
        _at(preposition)
        and hours.role is minutes.role is Role.NUMBER
        and joint.role is Role.DASH
        and hours.value < 24
        and minutes.value in range(0, 60, 5)
        and len(minutes.text) == 2
        and c.ahead(3).role not in (Role.MONTH, Role.UNIT, Role.DATE_NUMBER, Role.SCHOOL)
    ):
        c.at += 3
        return True
    c.at = at
    return False


def _at(preposition: Token | None) -> bool:
    return preposition is not None and plain(preposition.text) in ("в", "во")


def _lessons(c: Cursor) -> bool:
    """Step over «3 урок», «5-9 классы», «для 9 «А» класса», «урок 3», «14 ч 30 мин»."""
    at = c.at
    c.skip(Role.IN)
    number = value(c)
    while number is not None:
        c.skip(Role.DASH, Role.COMMA, Role.AND)
        _letters(c)
        number = value(c)
    if c.take(Role.LESSON) is None:
        c.at = at
        return False
    while c.role in (Role.NUMBER, Role.NUMERO, Role.LESSON) and not _dated_number(c):
        c.at += 1
        _letters(c)
    return True


def _dated_number(c: Cursor) -> bool:
    """Tell whether the number at the cursor belongs to a date: «урок 12 марта»."""
    return c.role is Role.NUMBER and c.ahead().role in (Role.MONTH, Role.UNIT, Role.TIMES, Role.DATE_NUMBER)


def _letters(c: Cursor) -> None:
    """Step over the letters of classes: «9 «А», 9 б»."""
    while c.role in (Role.WORD, Role.IN, Role.AND, Role.FILLER) and len(c.token.text) == 1:
        c.at += 1


def _place(c: Cursor) -> bool:
    """Step over a place, up to the next comma or date: «актовый зал, …», «г. Краснодар», «МБОУ СОШ № 5»."""
    at = c.at
    c.take(Role.IN)
    town = c.role is Role.UNIT and c.token.text.lower() == "г" and c.ahead().role is Role.WORD
    if not town and c.role is not Role.PLACE:
        c.at = at
        return False
    c.at += 1
    while c.role in (Role.WORD, Role.PLACE, Role.NUMERO, Role.NUMBER, Role.LESSON, Role.DASH) and not _dated_number(c):
        if c.role is Role.DASH and c.ahead().role not in (Role.WORD, Role.PLACE):
            break
        if c.role is Role.NUMBER and len(c.token.text) > 3:
            break
        c.at += 1
    return True
