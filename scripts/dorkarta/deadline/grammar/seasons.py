"""Seasons and school holidays: «осень 2020», «осенние и весенние каникулы», «в летний период»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.grammar.heads import Head, dated, laid, single
from dorkarta.deadline.grammar.years import year
from dorkarta.deadline.piece import Piece, Span, Unit, Year
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from dorkarta.deadline.cursor import Cursor


def season(c: Cursor) -> list[Span]:
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
        c.take(Role.SCHOOL)
        c.take_unit(Scale.YEAR)
        return Year(first.value, school=True)
    return None


def holidays(c: Cursor) -> list[Span] | None:
    """Read «осенние каникулы», «осенние и весенние каникулы», «школьных каникул 2020-2021 учебного года»."""
    at = c.at
    seasons: list[int] = []
    while season := c.take(Role.SEASONAL):
        seasons.append(season.value)
        if c.ahead().role is Role.SEASONAL:
            c.take(Role.COMMA, Role.AND)
    c.take(Role.SCHOOL)
    if c.take(Role.HOLIDAYS) is None:
        c.at = at
        return None
    if c.token.text.lower() == "время":
        c.at += 1
    heads = [Head(season, season) for season in seasons or [0]]
    return laid(heads, lambda season: Piece(Unit.HOLIDAYS, season), (year(c),))


def seasonal(c: Cursor) -> list[Span] | None:
    """Read «осенние каникулы», «в осенне-зимний период 2020 г.»."""
    spans = holidays(c)
    if spans is not None:
        return spans
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
