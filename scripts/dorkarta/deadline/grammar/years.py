"""Years as they are written after a month, a quarter or by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.piece import Piece, Span, Unit, Year
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from dorkarta.deadline.cursor import Cursor

FIRST_YEAR, LAST_YEAR = 1900, 2100
_ENDS = (Role.END, Role.SEMICOLON, Role.CLOSE)
_PLURALS = frozenset({"гг", "годы", "годов", "годам", "годах"})
_JOINTS = (Role.DASH, Role.SLASH, Role.UNDERSCORE)


def _is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def _take_noun(c: Cursor) -> bool:
    """Step over «г.», «годов», «гг.»."""
    at = c.at
    while c.take_unit(Scale.YEAR):
        pass
    return c.at > at


def _take_school_noun(c: Cursor) -> bool:
    """Step over «учебного года», «уч. г.», «учебный»."""
    if not c.take(Role.SCHOOL):
        return False
    _take_noun(c)
    return True


def _following(first: int, digits: str) -> bool:
    """Tell whether the digits are the year after the first: «2021» or «21» after 2020."""
    if not digits.isdecimal():
        return False
    if len(digits) == 4:
        return int(digits) == first + 1
    return len(digits) == 2 and int(digits) == (first + 1) % 100


def _number(c: Cursor) -> int | None:
    """Read «2021»; «21» only before «г.», «/22» or «_22»."""
    token = c.token
    if token.role is not Role.NUMBER:
        return None
    if len(token.text) == 4 and _is_year(token.value):
        c.at += 1
        return token.value
    if len(token.text) != 2:
        return None
    number, after = 2000 + token.value, c.ahead()
    noun = after.role is Role.UNIT and after.value == Scale.YEAR
    pair = after.role in _JOINTS and _following(number, c.ahead(2).text)
    if pair and after.role is Role.DASH:
        pair = c.ahead(3).role is Role.SCHOOL
    if noun or pair:
        c.at += 1
        return number
    return None


def _pair(c: Cursor, first: int) -> bool:
    """Step over «-2021 учебного года», «/2021», «_21» after the first year of a school year."""
    joint, second = c.token.role, c.ahead()
    if joint not in _JOINTS or second.role is not Role.NUMBER or not _following(first, second.text):
        return False
    if joint is Role.DASH and c.ahead(2).role is not Role.SCHOOL:
        return False
    c.at += 2
    if not _take_school_noun(c):
        _take_noun(c)
    return True


def _single(number: int) -> ContradictionError:
    return ContradictionError(f"Учебный год называют двумя годами, а в сроке только один: {number}.")


def year(c: Cursor) -> Year | None:
    """Read a year that belongs to what stands before it."""
    at = c.at
    c.take(Role.CIVIL)
    if c.role in (Role.SCHOOL, Role.UNIT):
        # «учебного года 2020-2021»
        named = _take_school_noun(c)
        if named and _number_ahead(c):
            return year(c)
        c.at = at
        return None
    first = _number(c)
    if first is None:
        c.at = at
        _relative(c)
        return None
    if _pair(c, first):
        return Year(first, school=True)
    if _take_school_noun(c):
        raise _single(first)
    _take_noun(c)
    return Year(first)


def _number_ahead(c: Cursor) -> bool:
    return c.role is Role.NUMBER and len(c.token.text) in (2, 4)


def _relative(c: Cursor) -> None:
    """Step over «следующего года», «текущего учебного года»: they do not say which year."""
    at = c.at
    if c.take(Role.RELATIVE, Role.FILLER) is None:
        return
    c.take(Role.SCHOOL, Role.CIVIL)
    if not _take_noun(c):
        c.at = at


def year_pair(c: Cursor) -> Year | None:
    """Read «2020-2021» as the school year that it is behind a half-year or a school quarter."""
    at = c.at
    first = _number(c)
    if first and c.sees(Role.DASH) and c.ahead().role is Role.NUMBER and _following(first, c.ahead().text):
        c.at += 2
        if not _take_school_noun(c):
            _take_noun(c)
        return Year(first, school=True)
    c.at = at
    return None


def years(c: Cursor) -> tuple[Year | None, ...]:
    """Read the years that what stands before belongs to: «2021», «2020-2022 гг.», «2020 и 2021 годов»."""
    first = year(c)
    if first is None or first.school or _after_noun(c):
        return (first,)
    at = c.at
    found = [first.number]
    while joint := c.take(Role.DASH, Role.COMMA, Role.AND):
        number = _number(c)
        if number is None or number <= found[-1]:
            break
        found += range(found[-1] + 1, number + 1) if joint.role is Role.DASH else [number]
        # «август 2020, 2021» and «… 2021 гг.» are both Augusts, «декабрь 2020, 2021 год» is a month and a year.
        if _take_plural(c) or (joint.role is not Role.DASH and c.sees(*_ENDS)):
            return tuple(map(Year, found))
    c.at = at
    return (first,)


def _take_plural(c: Cursor) -> bool:
    """Step over «гг.», «годов», «г.г.»."""
    at = c.at
    if _take_noun(c) and (c.at - at > 1 or plain(c.tokens[at].text) in _PLURALS):
        return True
    c.at = at
    return False


def _after_noun(c: Cursor) -> bool:
    before = c.tokens[c.at - 1]
    return before.role is Role.UNIT and before.value == Scale.YEAR


class _Item(NamedTuple):
    """«2021», «2020-2022» or «2020/21» before it is known what its noun is."""

    first: int
    last: int
    school: bool


def _item(c: Cursor) -> _Item | None:
    first = _number(c)
    if first is None:
        return None
    joint, second = c.token.role, c.ahead()
    if joint not in _JOINTS or second.role is not Role.NUMBER:
        return _Item(first, first, school=False)
    if _following(first, second.text):
        c.at += 2
        return _Item(first, first + 1, school=joint is not Role.DASH)
    if joint is Role.DASH and len(second.text) == 4 and _is_year(second.value):
        c.at += 2
        if second.value < first:
            msg = f"Срок противоречит себе: {second.value} год раньше {first}."
            raise ContradictionError(msg)
        return _Item(first, second.value, school=False)
    return _Item(first, first, school=False)


def _school_span(item: _Item) -> Span:
    if item.first == item.last:
        raise _single(item.first)
    first, last = (Piece(Unit.SCHOOL_YEAR, year=Year(number, school=True)) for number in (item.first, item.last - 1))
    return Span(first, last)


def _civil_span(item: _Item) -> Span:
    first, last = (Piece(Unit.YEAR, year=Year(number)) for number in (item.first, item.last))
    return Span(first, last)


def _bare_span(item: _Item, *, noun: bool) -> Span:
    if item.school:
        return _school_span(item)
    if item.last == item.first + 1 and not noun:
        pair = Piece(Unit.YEAR_PAIR, year=Year(item.first))
        return Span(pair, pair)
    return _civil_span(item)


def bare_years(c: Cursor) -> list[Span] | None:
    """Read years that stand by themselves: «2021 год», «2020-2022 гг.», «2020-2021 учебный год»."""
    item = _item(c)
    if item is None:
        return None
    items = [item]
    at = c.at
    while c.take(Role.COMMA, Role.AND) and (item := _item(c)) is not None:
        items.append(item)
        at = c.at
    c.at = at
    c.take(Role.CIVIL)
    if _take_school_noun(c):
        return [_school_span(item) for item in items]
    noun = _take_noun(c)
    spans = [_bare_span(item, noun=noun) for item in items]
    if len(spans) == 1 and items[0].school and c.role is Role.DASH:
        return _school_years(c, spans[0])
    return spans


def _school_years(c: Cursor, first: Span) -> list[Span]:
    """Read the end of «2020/2021 – 2022/2023 учебные годы»."""
    at = c.at
    c.at += 1
    item = _item(c)
    if item is None or not item.school:
        c.at = at
        return [first]
    if not _take_school_noun(c):
        _take_noun(c)
    return [Span(first.first, _school_span(item).last)]


def school_year(c: Cursor) -> Piece | None:
    """Read «учебного года», with its years or without, and «2020-2021 учебного года»."""
    at = c.at
    c.take(Role.RELATIVE, Role.FILLER)
    if c.role is Role.SCHOOL:
        named = year(c)
        if named is None and not _take_school_noun(c):
            c.at = at
            return None
        if named is not None and not named.school:
            raise _single(named.number)
        return Piece(Unit.SCHOOL_YEAR, year=named)
    named = year(c)
    if named is None or not named.school:
        c.at = at
        return None
    return Piece(Unit.SCHOOL_YEAR, year=named)


def civil_year(c: Cursor) -> Piece | None:
    """Read «года», «2021 года», «календарного года»."""
    at = c.at
    c.take(Role.RELATIVE, Role.FILLER)
    named = year(c)
    if named is not None and not named.school:
        return Piece(Unit.YEAR, year=named)
    c.at = at
    c.take(Role.RELATIVE, Role.FILLER)
    c.take(Role.CIVIL)
    if named is None and c.take_unit(Scale.YEAR):
        return Piece(Unit.YEAR)
    c.at = at
    return None
