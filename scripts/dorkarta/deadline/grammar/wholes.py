"""Spans as long as the record's period: «в течение года», «весь период», «постоянно»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.grammar.years import year
from dorkarta.deadline.piece import Whole
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from dorkarta.deadline.cursor import Cursor

_OF_WHAT = ("реализации", "действия", "выполнения", "исполнения")


def whole(c: Cursor) -> Whole | None:
    """Read a span as long as the record's period; one with years of its own is not for us.

    Arguments:
        c: The cursor, at any word.
    """
    at = c.at
    if c.take(Role.ALWAYS) or _on_a_constant_basis(c):
        return Whole.ALWAYS
    c.take(Role.IN)
    during = c.take(Role.DURING)
    said = during is not None
    said = c.take(Role.WHOLE) is not None or said
    found = _year(c, said=said) or _period(c, said=said)
    if found is None:
        c.at = at
    return found


def _on_a_constant_basis(c: Cursor) -> bool:
    """Read «на постоянной основе»."""
    if c.role is Role.IN and c.ahead(2).text.lower() == "основе":
        c.at += 3
        return True
    return False


def _year(c: Cursor, *, said: bool) -> Whole | None:
    """Read «года», «учебного года», «текущего календарного года».

    Arguments:
        c: The cursor, behind «в течение» or «весь».
        said: One of these words stands there; without it only «учебный год» is a span.
    """
    at = c.at
    if said:
        c.skip(Role.FILLER, Role.RELATIVE, Role.CIVIL)
    school = c.take(Role.SCHOOL)
    if (said or school) and c.take_unit(Scale.YEAR) and not _years_follow(c):
        return Whole.SCHOOL_YEAR if school else Whole.YEAR
    c.at = at
    return None


def _period(c: Cursor, *, said: bool) -> Whole | None:
    """Read «всего периода», «срока действия программы», «период реализации проекта»."""
    at = c.at
    named = c.take(Role.PERIOD) is not None or _is_stretch(c)
    if named and (said or plain(c.token.text) in _OF_WHAT) and not (c.role is Role.FROM or _years_follow(c)):
        _of_what(c)
        return Whole.PERIOD
    c.at = at
    return None


def _is_stretch(c: Cursor) -> bool:
    if c.role is Role.FILLER and plain(c.token.text) == "срока":
        c.at += 1
        return True
    return False


def _years_follow(c: Cursor) -> bool:
    at = c.at
    found = year(c)
    c.at = at
    return found is not None


def _of_what(c: Cursor) -> None:
    """Step over «реализации программы», up to what may be a time again."""
    while c.role is Role.WORD or (c.role is Role.FILLER and plain(c.token.text) in _OF_WHAT):
        c.at += 1
