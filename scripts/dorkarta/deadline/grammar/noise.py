"""Words beside the point: «3 урок», «(7–9 кл.)», «в 15:00», «каб. 12»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.grammar.heads import value
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from dorkarta.deadline.cursor import Cursor
    from dorkarta.deadline.lexer import Token

_LASTING = frozenset({Scale.DAY, Scale.WEEK, Scale.MONTH})


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
