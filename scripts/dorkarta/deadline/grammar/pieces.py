"""Groups of pieces that share a noun and a year: «9, 10 ноября», «I–III кварталы 2021 года», «конец мая»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.grammar.years import bare_years, civil_year, school_year, year, years
from dorkarta.deadline.part import DECADES, HALVES, WEEKS, Part
from dorkarta.deadline.piece import Piece, Span, Unit, Year
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dorkarta.deadline.cursor import Cursor

_NUMBERED = {
    Scale.QUARTER: (Unit.QUARTER, 4, "квартал"),
    Scale.TERM: (Unit.TERM, 4, "четверть"),
    Scale.HALF: (Unit.HALF, 2, "полугодие"),
}
_PARTS: dict[int, tuple[Part, ...]] = {
    Scale.WEEK: WEEKS,
    Scale.DECADE: DECADES,
    Scale.HALF_PART: HALVES,
}
_EDGES = {Role.BEGINNING: Part.BEGINNING, Role.MIDDLE: Part.MIDDLE, Role.ENDING: Part.END}


class Head(NamedTuple):
    """Numbers that wait for their noun: «9», «5-7»."""

    first: int
    last: int


def single(piece: Piece) -> Span:
    """Make the span of one piece."""
    return Span(piece, piece)


def value(c: Cursor) -> int | None:
    """Read a number that may count days, weeks, quarters: «15», «15-го», «III», «двадцать пятого»."""
    token = c.token
    if token.role is Role.ORDINAL:
        c.at += 1
        return token.value
    if token.role is Role.NUMBER and len(token.text) <= 2:
        c.at += 1
        return token.value
    if token.role is Role.COUNT and token.value in (20, 30) and c.ahead().role is Role.ORDINAL:
        c.at += 2
        return token.value + c.tokens[c.at - 1].value
    return None


def heads(c: Cursor) -> list[Head] | None:
    """Read numbers that wait for their noun: «9, 10», «5-7 и 12», «I, III»."""
    first = value(c)
    if first is None:
        return None
    found: list[Head] = []
    while first is not None:
        last, at = first, c.at
        if c.take(Role.DASH):
            ending = value(c)
            if ending is None:
                c.at = at
            else:
                last = ending
        found.append(Head(first, last))
        at = c.at
        c.take(Role.COMMA)
        c.take(Role.AND)
        first = value(c) if c.at > at else None
        if first is None:
            c.at = at
    return found


def _spans(heads: Sequence[Head], piece: Callable[[int], Piece], named: Sequence[Year | None]) -> list[Span]:
    """Give each head its noun; the year belongs to the last one, the others take it from their neighbour.

    Of several years each gets all heads: «май, август 2020-2022 гг.».
    """
    spans = [Span(piece(head.first), piece(head.last)) for head in heads]
    if len(named) > 1:
        return [dated(span, y) for y in named for span in spans]
    if named[0] is not None:
        spans[-1] = dated(spans[-1], named[0])
    return spans


def dated(span: Span, named: Year | None) -> Span:
    """Give the end of a span its year; its beginning keeps none unless both are one."""
    if span.last is None:
        return span
    last = span.last._replace(year=named)
    return Span(last if span.first == span.last else span.first, last)


def _checked(head: Head, limit: int, noun: str) -> None:
    if not 1 <= head.first <= limit or not 1 <= head.last <= limit:
        wrong = head.first if not 1 <= head.first <= limit else head.last
        msg = f"Такого не бывает: {noun} с номером {wrong}."
        raise ContradictionError(msg)
    if head.last < head.first:
        msg = f"Срок противоречит себе: {noun} {head.last} раньше, чем {head.first}."
        raise ContradictionError(msg)


def _days(c: Cursor, found: list[Head]) -> list[Span]:
    """Read the month after the numbers of days."""
    month = c.token.value
    c.at += 1
    for head in found:
        _checked(head, 31, "день месяца")
    return _spans(found, lambda day: Piece(Unit.DAY, month, day), years(c))


def _numbered(c: Cursor, found: list[Head]) -> list[Span]:
    """Read «квартал», «четверть», «полугодие» after their numbers."""
    school = c.take(Role.SCHOOL) is not None
    unit, limit, noun = _NUMBERED[Scale(c.token.value)]
    c.at += 1
    for head in found:
        _checked(head, limit, noun)
    if school and unit is Unit.HALF:
        unit = Unit.SCHOOL_HALF
    return _spans(found, lambda number: Piece(unit, number), _years_of(c))


def _years_of(c: Cursor) -> tuple[Year | None, ...]:
    """Read the years after a quarter or a half-year; «учебного года» alone tells nothing new."""
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
            _checked(head, 5, "день недели")
    return _spans(found, lambda nth: Piece(Unit.WEEKDAY, month.value, nth, weekday=weekday), years(c))


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
    if c.take_unit(Scale.TERM):
        return [Piece(Unit.TERM, year=year(c))]
    piece = school_year(c) or civil_year(c) or _holidays(c)
    return [piece] if piece else None


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
        c.at += 1
    token = c.token
    if token.role is Role.MONTH:
        # «1. Декабрь» is a row with its number: a day stands before «декабря».
        if len(found) == 1 and _enumerates(c, at):
            return _month(c)
        return _days(c, found)
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
        _checked(head, 31, "день месяца")
    spans = [
        Span(Piece(Unit.DAY, date.month, head.first), Piece(Unit.DAY, date.month, head.last)) for head in found
    ]
    if joint.role is not Role.DASH:
        return [*spans, *last]
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
    if not 1 <= token.month <= 12 or (named and not 1900 <= named.number <= 2100):
        msg = f"Такой даты нет: «{token.text}»."
        raise ContradictionError(msg)
    if named:
        c.take_unit(Scale.YEAR)
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


def _season(c: Cursor) -> list[Span]:
    """Read «осень 2020», «зима 2020-2021»."""
    season = c.token.value
    c.at += 1
    named = _season_pair(c) or year(c)
    return [single(Piece(Unit.SEASON, season, year=named))]


def _season_pair(c: Cursor) -> Year | None:
    """Read the two years of a winter: «2020-2021 гг.»."""
    first, joint, second = c.token, c.ahead(), c.ahead(2)
    if first.role is second.role is Role.NUMBER and joint.role is Role.DASH and second.value == first.value + 1:
        c.at += 3
        c.take_unit(Scale.YEAR)
        return Year(first.value, school=True)
    return None


def _holidays(c: Cursor) -> Piece | None:
    """Read «осенние каникулы», «школьных каникул 2020-2021 учебного года»."""
    at = c.at
    season = c.take(Role.SEASONAL)
    c.take(Role.SCHOOL)
    if c.take(Role.HOLIDAYS) is None:
        c.at = at
        return None
    c.take(Role.FILLER)
    return Piece(Unit.HOLIDAYS, season.value if season else 0, year=year(c))


def _seasonal(c: Cursor) -> list[Span] | None:
    """Read «осенние каникулы», «в осенне-зимний период 2020 г.»."""
    piece = _holidays(c)
    if piece is not None:
        return [single(piece)]
    at = c.at
    seasons = [c.token.value]
    c.at += 1
    while c.role is Role.DASH and c.ahead().role is Role.SEASONAL:
        seasons.append(c.ahead().value)
        c.at += 2
    if c.take(Role.PERIOD) is None and not (c.role is Role.FILLER and c.token.text.lower() in ("время", "срок")):
        c.at = at
        return None
    c.take(Role.FILLER)
    first, last = (Piece(Unit.SEASON, season) for season in (seasons[0], seasons[-1]))
    return [dated(Span(first, last), year(c))]


def _term(c: Cursor) -> list[Span] | None:
    """Read «четверть» without a number, «квартал IV», «полугодие 1»."""
    at = c.at
    noun = c.token
    c.at += 1
    if noun.value in _NUMBERED:
        found = heads(c)
        if found is not None and c.role not in (Role.MONTH, Role.TIMES, Role.LESSON, Role.UNIT, Role.DATE_NUMBER):
            unit, limit, name = _NUMBERED[Scale(noun.value)]
            for head in found:
                _checked(head, limit, name)
            return _spans(found, lambda number: Piece(unit, number), _years_of(c))
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
    Role.SEASON: _season,
    Role.SEASONAL: _seasonal,
    Role.UNIT: _term,
    Role.WEEKDAY: _weekday,
}


def group(c: Cursor) -> list[Span] | None:
    """Read pieces that share a noun and a year; the spans are closed.

    Arguments:
        c: The cursor, at the first of them.
    """
    if c.role is Role.HOLIDAYS or (c.role is Role.SCHOOL and c.ahead().role is Role.HOLIDAYS):
        piece = _holidays(c)
        return [single(piece)] if piece else None
    if c.role is Role.SCHOOL:
        at = c.at
        piece = school_year(c)
        if piece is None or piece.year is None:
            c.at = at
            return None
        return [single(piece)]
    rule = _GROUPS.get(c.role)
    return rule(c) if rule else None
