"""Numbers that wait for their noun, and what becomes of them when it comes: «9, 10» and «ноября 2021»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.piece import Piece, Span, Year
from dorkarta.deadline.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dorkarta.deadline.cursor import Cursor


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


def laid(heads: Sequence[Head], piece: Callable[[int], Piece], named: Sequence[Year | None]) -> list[Span]:
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


def check(head: Head, limit: int, noun: str) -> None:
    """Refuse numbers that the noun cannot have.

    Arguments:
        head: The numbers.
        limit: The highest one.
        noun: The noun, for the message.

    Raises:
        ContradictionError: «V квартал», «15-10 октября».
    """
    if not 1 <= head.first <= limit or not 1 <= head.last <= limit:
        wrong = head.first if not 1 <= head.first <= limit else head.last
        msg = f"Такого не бывает: {noun} с номером {wrong}."
        raise ContradictionError(msg)
    if head.last < head.first:
        msg = f"Срок противоречит себе: {noun} {head.last} раньше, чем {head.first}."
        raise ContradictionError(msg)
