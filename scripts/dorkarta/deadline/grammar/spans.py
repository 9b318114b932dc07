"""Stretches: «с … по …», «28 октября – 6 ноября», «до 15 декабря», «с сентября»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.grammar.heads import value
from dorkarta.deadline.grammar.pieces import group, owner
from dorkarta.deadline.part import DECADES, WEEKS, Part
from dorkarta.deadline.piece import Piece, Span, Unit
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import Role

if TYPE_CHECKING:
    from dorkarta.deadline.cursor import Cursor

_DAYLIKE = frozenset({Unit.DAY, Unit.WEEKDAY})
_YEARS = frozenset({Unit.YEAR, Unit.SCHOOL_YEAR, Unit.YEAR_PAIR})
_PARTS = {Role.BEGINNING: Part.BEGINNING, Role.MIDDLE: Part.MIDDLE, Role.ENDING: Part.END}
_SIDES = tuple(_PARTS)
_CLOCK = frozenset({"ч", "час", "часа", "часов", "мин", "минут"})


def spans(c: Cursor) -> list[Span] | None:
    """Read dates of any form.

    Arguments:
        c: The cursor, at a preposition or at the first word of a date.
    """
    at = c.at
    role = c.role
    if role in (Role.FROM, Role.OF):
        found = _from(c)
    elif role is Role.AFTER:
        found = _after(c)
    elif role is Role.BETWEEN:
        found = _between(c)
    elif role in (Role.TO, Role.TOWARDS, Role.ALONG, Role.NOT):
        found = _limit(c)
    else:
        found = group(c)
        found = _range(c, found) if found else _without_from(c)
    if not found:
        c.at = at
        return None
    return found


def _range(c: Cursor, found: list[Span]) -> list[Span]:
    """Read the end of a range, if one follows: « – 6 ноября», «по май 2021»."""
    at = c.at
    begin = found[-1]
    if begin.first is None or begin.first != begin.last:
        return found
    joint = c.take(Role.DASH, Role.ALONG, Role.TO)
    if joint is None:
        return found
    if joint.role is Role.DASH:
        joint = c.take(Role.ALONG, Role.TO) or joint
    ending = _end(c, strict=joint.role is Role.TO)
    if not ending or not ending[0].last:
        c.at = at
        return found
    last = ending[0]
    if last.last is not None and last.last.unit in _YEARS and begin.first.unit not in _YEARS:
        year = c.since(at).strip("- ")
        msg = f"Неясно, к чему относится «{year}»: допишите «гг.» или «учебного года»."
        raise ContradictionError(msg)
    _check_days(begin.first, last.last)
    return [*found[:-1], Span(begin.first, last.last, before=last.before), *ending[1:]]


def _check_days(first: Piece, last: Piece | None) -> None:
    """Refuse «с 10 октября по 5 октября 2020»: a year between the two days would be a guess."""
    if (
        last is not None
        and first.unit is last.unit is Unit.DAY
        and first.year is None
        and first.number == last.number
        and first.day > last.day
    ):
        msg = f"Срок противоречит себе: {last.day}-е число раньше, чем {first.day}-е."
        raise ContradictionError(msg)


def _clock(c: Cursor) -> None:
    """Step over the time of day before a date: «до 14.00 15 марта»."""
    if c.take(Role.TIME):
        c.skip(Role.LESSON, Role.IN)
    while c.role is Role.NUMBER and plain(c.ahead().text) in _CLOCK:
        c.at += 2


def _end(c: Cursor, *, strict: bool) -> list[Span] | None:
    """Read where something ends.

    Arguments:
        c: The cursor, behind the preposition.
        strict: «До»: a month or anything longer is not included.

    Returns:
        Spans of which the last pieces count; several only when all are single days: «до 15 декабря и 15 мая».
    """
    at = c.at
    _clock(c)
    side = c.token.role
    if side in _SIDES:
        c.at += 1
        owners = owner(c) or _ends_of(group(c))
        if not owners:
            c.at = at
            return None
        if not strict and not owners[0].part:
            return [Span(None, owners[0]._replace(part=_PARTS[side]))]
        part = Part.FIRST_HALF if side is Role.MIDDLE else None
        return [Span(None, owners[0]._replace(part=owners[0].part or part), before=side is Role.BEGINNING)]
    found = group(c)
    if found is None:
        piece_of_year = _plain_owner(c) if strict else None
        return [Span(None, piece_of_year, before=True)] if piece_of_year else None
    ends = []
    for span in found:
        if span.last is None:
            return None
        coarse = span.last.unit not in _DAYLIKE and span.last.part is None
        ends.append(span._replace(before=strict and coarse))
    return ends


def _ends_of(found: list[Span] | None) -> list[Piece]:
    """Give the last pieces of a group: of «первой недели мая» in «до конца первой недели мая»."""
    return [span.last for span in found or () if span.last is not None]


def _plain_owner(c: Cursor) -> Piece | None:
    """Read «учебного года», «четверти», «каникул» in «до … »."""
    if c.role in (Role.SCHOOL, Role.HOLIDAYS, Role.RELATIVE, Role.UNIT):
        at = c.at
        owners = owner(c)
        if owners and owners[0].unit in (Unit.SCHOOL_YEAR, Unit.HOLIDAYS, Unit.TERM, Unit.TRIMESTER):
            return owners[0]
        c.at = at
    return None


def _limit(c: Cursor) -> list[Span] | None:
    """Read «до 15 декабря», «к началу учебного года», «не позднее 1 июня», «по июнь»."""
    strict = c.role in (Role.TO, Role.TOWARDS)
    if c.role is Role.NOT:
        if c.ahead().role is Role.EARLIER:
            return _not_earlier(c)
        if c.ahead().role is not Role.LATER:
            return None
        c.at += 2
        c.skip(Role.THAN, Role.FILLER)
        c.take(Role.TO)
    else:
        c.at += 1
    ends = _end(c, strict=strict)
    if not ends:
        return None
    if len(ends) > 1 and not all(end.last and end.last.unit in _DAYLIKE for end in ends):
        return None
    limits = [Span(None, end.last, before=end.before) for end in ends]
    return [*limits, *_further_limits(c, limits[-1])]


def _further_limits(c: Cursor, limit: Span) -> list[Span]:
    """Read the days that share the preposition: «до 1 декабря, 1 марта и 1 июня»."""
    further: list[Span] = []
    while limit.last and limit.last.unit is Unit.DAY and c.sees(Role.COMMA, Role.AND):
        at = c.at
        c.skip(Role.COMMA, Role.AND)
        days = group(c) if c.sees(Role.NUMBER, Role.DATE) else None
        if not days or c.sees(Role.DASH) or not all(d.first == d.last and d.last and d.last.day for d in days):
            c.at = at
            break
        further += [Span(None, day.last) for day in days]
    return further


def _not_earlier(c: Cursor) -> list[Span] | None:
    c.at += 2
    c.skip(Role.THAN, Role.FROM)
    found = group(c)
    return [Span(found[0].first, None)] if found else None


def _after(c: Cursor) -> list[Span] | None:
    """Read «после 20 мая», «после осенних каникул»; «после проведения …» is not for us."""
    c.at += 1
    c.take(Role.ENDING)
    found = group(c)
    piece = found[-1].last if found else _plain_owner(c)
    return [Span(piece, None, after=True)] if piece else None


def _between(c: Cursor) -> list[Span] | None:
    """Read «между 15 и 20 марта»."""
    c.at += 1
    found = group(c)
    if not found or len(found) != 2:  # both ends, no more
        return None
    return [Span(found[0].first, found[1].last)]


def _from(c: Cursor) -> list[Span] | None:
    """Read «с 14.03.2023», «с 1 по 15 октября», «со II квартала», «с начала учебного года»."""
    of = c.token.role is Role.OF
    c.at += 1
    c.take(Role.FROM)
    _clock(c)
    begin = _begin(c)
    if begin is None:
        return _bare_begin(c)
    if begin[-1].first != begin[-1].last:
        return begin  # «с 1-15 октября»
    found = _range(c, begin)
    if found[-1].first == found[-1].last:
        # «от 12.03.2021» is the date of a paper, only «от 1 до 15 мая» is a time.
        return None if of else [*begin[:-1], Span(begin[-1].first, None)]
    return found


def _begin(c: Cursor) -> list[Span] | None:
    at = c.at
    side = c.token.role
    if side in _SIDES:
        c.at += 1
        owners = owner(c)
        if owners:
            part = {Role.BEGINNING: None, Role.MIDDLE: Part.SECOND_HALF, Role.ENDING: Part.END}[side]
            piece = owners[0]._replace(part=part)
            return [Span(piece, piece)]
        c.at = at
        return None
    found = group(c)
    if not found:
        c.at = at
    return found


def _without_from(c: Cursor) -> list[Span] | None:
    """Read «10 по 15 сентября», with no «с»."""
    if c.role in (Role.NUMBER, Role.ORDINAL) and c.ahead().role is Role.ALONG:
        return _bare_begin(c)
    return None


def _bare_begin(c: Cursor) -> list[Span] | None:
    """Read «1 по 15 октября», «I по III квартал 2021»: the noun of the end serves the beginning."""
    number = value(c)
    if number is None or c.take(Role.ALONG, Role.TO, Role.DASH) is None:
        return None
    c.take(Role.ALONG)
    found = group(c)
    if not found or not found[0].last or found[0].first != found[0].last:
        return None
    last = found[0].last
    first = _sibling(last, number)
    return [Span(first, last), *found[1:]] if first else None


def _sibling(piece: Piece, number: int) -> Piece | None:
    """Make a piece like another, with another number and no year."""
    if piece.unit is Unit.DAY:
        if number > piece.day:
            msg = f"Срок противоречит себе: {piece.day}-е число раньше, чем {number}-е."
            raise ContradictionError(msg)
        return piece._replace(day=number, year=None, weekday=None)
    for parts in (WEEKS, DECADES):
        if piece.part in parts:
            return piece._replace(part=parts[number - 1], year=None) if 1 <= number <= len(parts) else None
    if piece.unit in (Unit.QUARTER, Unit.TERM, Unit.TRIMESTER, Unit.HALF, Unit.SCHOOL_HALF):
        return piece._replace(number=number, year=None)
    return None
