"""Spans as long as the record's period: «в течение года», «весь период», «постоянно»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.grammar.years import year
from dorkarta.deadline.piece import Whole
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from dorkarta.deadline.cursor import Cursor

_OF_WHAT = ("реализации", "действия", "выполнения", "исполнения", "проведения", "срока", "работы", "проекта")


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
    all_of_it = c.take(Role.WHOLE)
    found = _stretch(c, said=bool(during or all_of_it))
    if found is None:
        c.at = at
    return found


def _on_a_constant_basis(c: Cursor) -> bool:
    """Read «на постоянной основе»."""
    if c.role is Role.IN and c.ahead(2).text.lower() == "основе":
        c.at += 3
        return True
    return False


def _stretch(c: Cursor, *, said: bool) -> Whole | None:
    """Read «года», «учебного года», «периода реализации программы».

    Arguments:
        c: The cursor, behind «в течение» or «весь».
        said: One of these words stands there.
    """
    c.take(Role.RELATIVE) if said and c.ahead().role in (Role.SCHOOL, Role.UNIT) else None
    c.take(Role.FILLER) if said and c.ahead().role in (Role.SCHOOL, Role.UNIT, Role.CIVIL) else None
    school = c.take(Role.SCHOOL)
    if (said or school) and (school or c.take(Role.CIVIL) or True):
        at = c.at
        if c.take_unit(Scale.YEAR):
            if not _years_follow(c):
                return Whole.SCHOOL_YEAR if school else Whole.YEAR
            c.at = at
            return None
    if said and (c.take(Role.PERIOD) or c.token.text.lower() in ("срока", "времени")):
        if c.role is Role.FROM or _years_follow(c):
            return None
        _of_what(c)
        return Whole.PERIOD
    return None


def _years_follow(c: Cursor) -> bool:
    at = c.at
    found = year(c)
    c.at = at
    return found is not None


def _of_what(c: Cursor) -> None:
    """Step over «реализации программы», up to what may be a time again."""
    while c.role in (Role.WORD, Role.FILLER, Role.PLACE) and (
        c.role is not Role.FILLER or c.token.text.lower() in _OF_WHAT
    ):
        c.at += 1
