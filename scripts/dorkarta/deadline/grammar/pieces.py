"""Groups of pieces that share a noun and a year: «9, 10 ноября», «I–III кварталы 2021 года», «конец мая»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.grammar.heads import Head, check, heads, laid, single
from dorkarta.deadline.grammar.seasons import holidays, season, seasonal
from dorkarta.deadline.grammar.years import bare_years, civil_year, school_year, year, year_pair, years
from dorkarta.deadline.lexer import NO_DAY, is_roman
from dorkarta.deadline.part import DECADES, HALVES, WEEKS, Part
from dorkarta.deadline.piece import Piece, Span, Unit, Year
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from dorkarta.deadline.cursor import Cursor

_NUMBERED = {
    Scale.QUARTER: (Unit.QUARTER, 4, "квартал"),
    Scale.TERM: (Unit.TERM, 4, "четверть"),
    Scale.TRIMESTER: (Unit.TRIMESTER, 3, "триместр"),
    Scale.HALF: (Unit.HALF, 2, "полугодие"),
}
_PARTS: dict[int, tuple[Part, ...]] = {
    Scale.WEEK: WEEKS,
    Scale.DECADE: DECADES,
    Scale.HALF_PART: HALVES,
}
_PLURAL = ("ые", "ие", "ых", "их", "ым", "им")
_EDGES = {Role.BEGINNING: Part.BEGINNING, Role.MIDDLE: Part.MIDDLE, Role.ENDING: Part.END}


def _days(c: Cursor, found: list[Head]) -> list[Span]:
    """Read the month after the numbers of days."""
    month = c.token.value
    c.at += 1
    for head in found:
        check(head, 31, "день месяца")
    return laid(found, lambda day: Piece(Unit.DAY, month, day), years(c))


def _numbered(c: Cursor, found: list[Head]) -> list[Span]:
    """Read «квартал», «четверть», «полугодие» after their numbers."""
    school = c.take(Role.SCHOOL) is not None
    unit, limit, noun = _NUMBERED[Scale(c.token.value)]
    c.at += 1
    for head in found:
        check(head, limit, noun)
    after = c.token.role
    named = _years_of(c, unit)
    if unit is Unit.HALF and (school or (after is Role.SCHOOL and named == (None,))):
        unit = Unit.SCHOOL_HALF
    return laid(found, lambda number: Piece(unit, number), named)


def _years_of(c: Cursor, unit: Unit) -> tuple[Year | None, ...]:
    """Read the years after a quarter or a half-year; «учебного года» alone tells nothing new."""
    if unit is not Unit.QUARTER and (pair := year_pair(c)):
        return (pair,)  # «I полугодие 2020-2021»: a half of two civil years there is not
    named = years(c)
    if named == (None,) and c.role is Role.SCHOOL:
        school_year(c)
    return named


def _weekdays(c: Cursor, found: list[Head]) -> list[Span] | None:
    """Read «понедельник октября» after its number."""
    weekday = c.token.value
    c.at += 1
    month = c.take(Role.MONTH)
    if month is None:
        return None
    for head in found:
        if head.first != -1:
            check(head, 5, "день недели")
    return laid(found, lambda nth: Piece(Unit.WEEKDAY, month.value, nth, weekday=weekday), years(c))


def parts_behind(c: Cursor) -> list[tuple[Part, Part]] | None:
    """Read the parts of a month that stand behind it: «(2-я неделя)», «3-4 неделя», «конец месяца».

    Arguments:
        c: The cursor, behind the month, at the part.
    """
    start = c.at
    c.take(Role.IN)
    at = c.at
    if c.role in _EDGES:
        part = _EDGES[c.token.role]
        c.at += 1
        if c.take_unit(Scale.MONTH):
            return [(part, part)]
        c.at = start
        return None
    found = heads(c)
    noun = c.token
    if not found or noun.role is not Role.UNIT or noun.value not in _PARTS or _lasts(c, at):
        c.at = start
        return None
    c.at += 1
    if owner(c):
        c.at = start  # «сентябрь, вторая неделя октября»
        return None
    c.take_unit(Scale.MONTH)
    return [(_part(noun.value, head.first), _part(noun.value, head.last)) for head in found]


def _lasts(c: Cursor, at: int) -> bool:
    """Tell «(2 недели)», «(1-2 недели)», «(1 неделя)», which may be how long it lasts, from «(2-я неделя)»."""
    number, noun = c.tokens[at], c.token
    if noun.value != Scale.WEEK or number.role is not Role.NUMBER:
        return False
    lasting = plain(noun.text) in ("недели", "недель")
    if c.at > at + 1:
        return lasting and number.value == 1 and c.tokens[at + 1].role is Role.DASH
    return lasting or (number.value == 1 and c.tokens[at - 1].role is Role.OPEN)


def _part(scale: int, number: int) -> Part:
    parts = _PARTS[scale]
    if number == -1:
        return Part.WEEK_LAST if scale == Scale.WEEK else parts[-1]
    if not 1 <= number <= len(parts):
        msg = f"Такой части месяца нет: {number}."
        raise ContradictionError(msg)
    return parts[number - 1]


def _of_part(owner: Piece, part: Part) -> Piece:
    """Take a part of a piece; half of a year is a half-year."""
    if part in HALVES and owner.unit in (Unit.YEAR, Unit.SCHOOL_YEAR):
        unit = Unit.HALF if owner.unit is Unit.YEAR else Unit.SCHOOL_HALF
        return owner._replace(unit=unit, number=HALVES.index(part) + 1)
    return owner._replace(part=part)


def _parts(c: Cursor, found: list[Head]) -> list[Span] | None:
    """Read «неделя октября», «декада мая», «половина года» after their numbers."""
    scale = c.token.value
    c.at += 1
    owners = owner(c)
    if not owners:
        return None
    return [
        Span(_of_part(of, _part(scale, head.first)), _of_part(of, _part(scale, head.last)))
        for of in owners
        for head in found
    ]


def owner(c: Cursor) -> list[Piece] | None:
    """Read what a part belongs to: «мая 2021 года», «I квартала», «учебного года», «каждого» is not for us."""
    month = c.take(Role.MONTH, Role.SEASON)
    if month is not None:
        unit = Unit.MONTH if month.role is Role.MONTH else Unit.SEASON
        return [Piece(unit, month.value, year=y) for y in years(c)]
    at = c.at
    found = heads(c)
    if found is not None and (spans := _numbered_after(c, found)) is not None:
        return [span.last for span in spans if span.last is not None]
    c.at = at
    noun = c.take_unit(Scale.TERM, Scale.TRIMESTER)
    if noun is not None:
        return [Piece(_NUMBERED[Scale(noun.value)][0], year=year(c))]
    piece = school_year(c) or civil_year(c)
    if piece is None:
        spans = holidays(c)
        return [span.last for span in spans if span.last] if spans else None
    return [piece]


def _numbered_after(c: Cursor, found: list[Head]) -> list[Span] | None:
    noun = c.ahead() if c.role is Role.SCHOOL else c.token
    if noun.role is Role.UNIT and noun.value in _NUMBERED:
        return _numbered(c, found)
    return None


def _counted(c: Cursor) -> list[Span] | None:
    """Read numbers and their noun: «9, 10 ноября», «II квартал», «вторая неделя октября»."""
    at = c.at
    found = heads(c)
    if found is None:
        return None
    if c.role is Role.DATE_NUMBER and c.ahead().role is Role.MONTH:
        if c.tokens[at].text.lower().endswith(_PLURAL):
            return _vague_days(c, found)
        c.at += 1
    token = c.token
    if token.role is Role.MONTH:
        return _days_or_row(c, found, at)
    spans = _numbered_after(c, found)
    if spans is None and token.role is Role.UNIT and token.value in _PARTS:
        spans = _parts(c, found)
    if spans is None and token.role is Role.WEEKDAY:
        spans = _weekdays(c, found)
    if spans is None and token.role in (Role.DASH, Role.COMMA, Role.AND) and c.ahead().role is Role.DATE:
        spans = _days_of_date(c, found)
    if spans is None:
        c.at = at
    return spans


def _days_or_row(c: Cursor, found: list[Head], at: int) -> list[Span] | None:
    """Read the month after numbers: days, or «1. Декабрь», a row with its number."""
    if any(is_roman(number) for number in c.tokens[at : c.at]):
        c.at = at  # «ll марта» is a slip for «11 марта», «II марта» nobody writes
        return None
    # A day stands before «декабря».
    return _month(c) if len(found) == 1 and _enumerates(c, at) else _days(c, found)


def _vague_days(c: Cursor, found: list[Head]) -> list[Span] | None:
    """Read «числа мая» after «первые» or «последние»."""
    part = {1: Part.BEGINNING, -1: Part.END}.get(found[0].first)
    c.at += 1
    owners = owner(c)
    if part is None or not owners:
        return None
    return [single(_of_part(of, part)) for of in owners]


def _enumerates(c: Cursor, at: int) -> bool:
    number, month = c.tokens[at], c.token
    between = c.text[number.end : month.start]
    return "." in between and month.text[-1] in "ьйтЬЙТ"


def _days_of_date(c: Cursor, found: list[Head]) -> list[Span] | None:
    """Read the date that ends «01-15.09.2020» and «10, 15.09.2020»: the days share its month."""
    joint, date = c.token, c.ahead()
    if not date.value or found[-1].first != found[-1].last:
        return None
    c.at += 1
    last = _date(c)
    if not last or not last[0].last:
        return None
    for head in found:
        check(head, 31, "день месяца")
    spans = [Span(Piece(Unit.DAY, date.month, head.first), Piece(Unit.DAY, date.month, head.last)) for head in found]
    if joint.role is not Role.DASH:
        return [*spans, *last]
    check(Head(found[-1].first, date.value), 31, "день месяца")
    return [*spans[:-1], Span(spans[-1].first, last[0].last)]


def _month(c: Cursor) -> list[Span]:
    month = c.token.value
    c.at += 1
    if c.role is Role.UNIT and c.token.value == Scale.MONTH:
        c.at += 1
    return [single(Piece(Unit.MONTH, month, year=y)) for y in years(c)]


def _date(c: Cursor) -> list[Span] | None:
    """Read a date in digits: «25.04.13», «12.2020», «05.08»."""
    token = c.token
    c.at += 1
    named = Year(token.year) if token.year else None
    if token.value == NO_DAY or not 1 <= token.month <= 12 or (named and not 1900 <= named.number <= 2100):
        msg = f"Такой даты нет: «{token.text}»."
        raise ContradictionError(msg)
    if named:
        while c.take_unit(Scale.YEAR):
            pass
    else:
        named = year(c)
    if not token.value:
        return [single(Piece(Unit.MONTH, token.month, year=named))]
    return [single(Piece(Unit.DAY, token.month, token.value, named))]


def _edge(c: Cursor) -> list[Span] | None:
    """Read «начало сентября», «конец 2021 года», «конец четверти»."""
    at = c.at
    part = _EDGES[c.token.role]
    c.at += 1
    owners = owner(c)
    if not owners:
        c.at = at
        return None
    return [single(_of_part(of, part)) for of in owners]


def _term(c: Cursor) -> list[Span] | None:
    """Read «четверть» without a number, «квартал IV», «полугодие 1»."""
    at = c.at
    noun = c.token
    if noun.value == Scale.TERM and at and c.tokens[at - 1].role is Role.DURING:
        c.at += 1
        return [single(Piece(Unit.TERM, year=year(c)))]
    c.at += 1
    if noun.value == Scale.MONTH and c.role is Role.MONTH:
        return _month(c)
    if noun.value in _NUMBERED:
        found = heads(c)
        if found is not None and c.role not in (Role.MONTH, Role.TIMES, Role.LESSON, Role.UNIT, Role.DATE_NUMBER):
            unit, limit, name = _NUMBERED[Scale(noun.value)]
            for head in found:
                check(head, limit, name)
            return laid(found, lambda number: Piece(unit, number), _years_of(c, unit))
    c.at = at
    return None


def _weekday(c: Cursor) -> list[Span] | None:
    """Read «среда, 15 декабря 2021» and «среду (15.12.2021)»: the day of the week must fit the date."""
    at = c.at
    weekday = c.token.value
    c.at += 1
    c.skip(Role.COMMA, Role.DASH)
    spans = group(c) if c.role in (Role.NUMBER, Role.DATE, Role.ORDINAL) else None
    if not spans or not spans[0].first or spans[0].first.unit is not Unit.DAY:
        c.at = at
        return None
    first = spans[0].first._replace(weekday=weekday)
    spans[0] = Span(first, first if spans[0].first == spans[0].last else spans[0].last)
    return spans


def _number(c: Cursor) -> list[Span] | None:
    at = c.at
    spans = bare_years(c)
    if spans is None:
        c.at = at
        spans = _counted(c)
    return spans


_GROUPS: dict[Role, Callable[[Cursor], list[Span] | None]] = {
    Role.MONTH: _month,
    Role.NUMBER: _number,
    Role.ORDINAL: _counted,
    Role.COUNT: _counted,
    Role.DATE: _date,
    Role.BEGINNING: _edge,
    Role.MIDDLE: _edge,
    Role.ENDING: _edge,
    Role.SEASON: season,
    Role.SEASONAL: seasonal,
    Role.UNIT: _term,
    Role.WEEKDAY: _weekday,
}


def group(c: Cursor) -> list[Span] | None:
    """Read pieces that share a noun and a year; the spans are closed.

    Arguments:
        c: The cursor, at the first of them.
    """
    if c.role is Role.HOLIDAYS or (c.role is Role.SCHOOL and c.ahead().role is Role.HOLIDAYS):
        return holidays(c)
    if c.role is Role.SCHOOL:
        at = c.at
        piece = school_year(c)
        if piece is None or piece.year is None:
            c.at = at
            return None
        return [single(piece)]
    rule = _GROUPS.get(c.role)
    spans = rule(c) if rule else None
    if spans and c.role is Role.OPEN and c.ahead().role is Role.WEEKDAY and c.ahead(2).role is Role.CLOSE:
        _claim(c, spans)
    return spans


def _claim(c: Cursor, spans: list[Span]) -> None:
    """Read the day of the week behind a day: «1 сентября (вт.)»."""
    last = spans[-1]
    if last.last is not None and last.last.unit is Unit.DAY:
        piece = last.last._replace(weekday=c.ahead().value)
        spans[-1] = Span(piece if last.first == last.last else last.first, piece)
        c.at += 3
