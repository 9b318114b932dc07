"""Dates in correct Russian, so that reading them again gives the same dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.names import (
    GENITIVE_MONTHS,
    GENITIVE_ORDINALS,
    GENITIVE_WEEKDAYS,
    MONTHS,
    ORDINALS,
    ROMAN,
    WEEKDAY_GENDERS,
    WEEKDAYS,
)
from dorkarta.deadline.part import DECADES, WEEKS, Part
from dorkarta.deadline.piece import Piece, Span, Unit, Year
from dorkarta.deadline.school import Season

if TYPE_CHECKING:
    from collections.abc import Sequence

# Nominative and genitive of what has a number.
_NOUNS = {
    Unit.QUARTER: ("квартал", "квартала", "кварталы"),
    Unit.HALF: ("полугодие", "полугодия", "полугодия"),
    Unit.SCHOOL_HALF: ("полугодие", "полугодия", "полугодия"),
    Unit.TERM: ("четверть", "четверти", "четверти"),
    Unit.TRIMESTER: ("триместр", "триместра", "триместры"),
}
_SEASONS = {
    Season.WINTER: ("зима", "зимы"),
    Season.SPRING: ("весна", "весны"),
    Season.SUMMER: ("лето", "лета"),
    Season.AUTUMN: ("осень", "осени"),
}
_HOLIDAYS = {
    0: ("каникулы", "каникул"),
    Season.WINTER: ("зимние каникулы", "зимних каникул"),
    Season.SPRING: ("весенние каникулы", "весенних каникул"),
    Season.SUMMER: ("летние каникулы", "летних каникул"),
    Season.AUTUMN: ("осенние каникулы", "осенних каникул"),
}
_PARTS: dict[Part, tuple[str, str]] = {
    Part.BEGINNING: ("начало", "начала"),
    Part.MIDDLE: ("середина", "середины"),
    Part.END: ("конец", "конца"),
    Part.FIRST_HALF: ("первая половина", "первой половины"),
    Part.SECOND_HALF: ("вторая половина", "второй половины"),
    Part.WEEK_LAST: ("последняя неделя", "последней недели"),
    **{part: (f"{ORDINALS[n][1]} декада", f"{GENITIVE_ORDINALS[n][1]} декады") for n, part in enumerate(DECADES, 1)},
    **{part: (f"{ORDINALS[n][1]} неделя", f"{GENITIVE_ORDINALS[n][1]} недели") for n, part in enumerate(WEEKS, 1)},
}
_NOMINATIVE, _GENITIVE = 0, 1
_LISTED = frozenset({Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.DAY})
_LONG = frozenset({Unit.YEAR, Unit.SCHOOL_YEAR, Unit.TERM, Unit.TRIMESTER, Unit.SEASON})
_DAYLIKE = frozenset({Unit.DAY, Unit.WEEKDAY})


def part_text(part: Part) -> str:
    """Name a part: «последняя неделя»."""
    return _PARTS[part][_NOMINATIVE]


def _year_text(year: Year | None, *, civil: str = "года", school: str = "учебного года") -> str:
    """Name the year behind a piece, with a space before it."""
    if year is None:
        return ""
    if year.school:
        return f" {year.number}/{year.number + 1} {school}"
    return f" {year.number} {civil}"


def _weekday_text(piece: Piece, case: int) -> str:
    gender = WEEKDAY_GENDERS[piece.weekday or 0]
    if case == _GENITIVE:
        return f"{GENITIVE_ORDINALS[piece.day][gender]} {GENITIVE_WEEKDAYS[piece.weekday or 0]}"
    return f"{ORDINALS[piece.day][gender]} {WEEKDAYS[piece.weekday or 0]}"


def _whole_text(piece: Piece, case: int) -> str:
    """Name a piece without its year and part."""
    unit = piece.unit
    if unit is Unit.DAY:
        return f"{piece.day} {GENITIVE_MONTHS[piece.number]}"
    if unit is Unit.WEEKDAY:
        return f"{_weekday_text(piece, case)} {GENITIVE_MONTHS[piece.number]}"
    if unit is Unit.MONTH:
        return (MONTHS, GENITIVE_MONTHS)[case][piece.number]
    if unit is Unit.SEASON:
        return _SEASONS[Season(piece.number)][case]
    if unit is Unit.HOLIDAYS:
        return _HOLIDAYS[piece.number][case]
    noun = _NOUNS[unit][case]
    if unit is Unit.SCHOOL_HALF and not (piece.year and piece.year.school):
        noun = ("учебное ", "учебного ")[case] + noun
    return f"{ROMAN[piece.number]} {noun}" if piece.number else noun


def piece_text(piece: Piece, case: int = _NOMINATIVE, *, dated: bool = True) -> str:
    """Name a piece.

    Arguments:
        piece: The piece.
        case: 0 nominative, 1 genitive.
        dated: With its year.
    """
    year = piece.year if dated else None
    if piece.part is not None:
        return f"{_PARTS[piece.part][case]} {piece_text(piece._replace(part=None), _GENITIVE, dated=dated)}"
    if piece.unit is Unit.YEAR:
        noun = ("год", "года")[case]
        return f"{year.number} {noun}" if year else noun
    if piece.unit is Unit.SCHOOL_YEAR:
        noun = ("учебный год", "учебного года")[case]
        return _year_text(year, school=noun).strip() or noun
    school = "года" if piece.unit is Unit.SEASON else "учебного года"
    text = _whole_text(piece, case) + _year_text(year, school=school)
    if piece.weekday is not None and piece.unit is Unit.DAY:
        text += f" ({WEEKDAYS[piece.weekday]})"
    return text


def _with(piece: Piece) -> str:
    """Say from when, choosing between «с» and «со»: «со II квартала», «со 2 мая», «с начала 2021 года»."""
    text = piece_text(piece, _GENITIVE)
    if piece.unit in _LONG and piece.part is None:
        return f"с начала {text}"
    return f"{'со' if text.startswith(('II ', 'втор', '2 ')) else 'с'} {text}"


def _day_range(first: Piece, last: Piece) -> str:
    if first.year == last.year and first.number == last.number and first.day != last.day:
        return f"с {first.day} по {piece_text(last)}"
    return f"с {piece_text(first)} по {piece_text(last)}"


def _range(first: Piece, last: Piece) -> str:
    if first.unit is last.unit is Unit.DAY and first.weekday is last.weekday is None:
        return _day_range(first, last)
    if first.unit is last.unit is Unit.YEAR and first.year and last.year and not (first.part or last.part):
        return f"{first.year.number}–{last.year.number} годы"
    if first.unit is last.unit is Unit.SCHOOL_YEAR and first.year and last.year and not (first.part or last.part):
        return f"{first.year.number}/{first.year.number + 1} – {last.year.number}/{last.year.number + 1} учебные годы"
    if first.year == last.year and first.unit is last.unit and not (first.part or last.part):
        if first.unit in _NOUNS and first.number < last.number:
            return f"{ROMAN[first.number]}–{ROMAN[last.number]} {_NOUNS[last.unit][2]}{_year_text(last.year)}"
        if first.unit is Unit.MONTH and first.number < last.number and not (last.year and last.year.school):
            return f"{MONTHS[first.number]}–{piece_text(last)}"
    return f"{piece_text(first)} – {piece_text(last)}"


def _limit(piece: Piece, *, before: bool) -> str:
    text = piece_text(piece, _GENITIVE)
    if before and piece.unit in _LONG and piece.part is None:
        return f"до начала {text}"
    if before or piece.unit in _DAYLIKE:
        return f"до {text}"
    return f"до конца {text}"


def span_text(span: Span) -> str:
    """Name a span: «с 4 по 6 ноября 2023 года», «до конца мая 2021 года»."""
    if span.first is None:
        return _limit(span.last, before=span.before) if span.last else ""
    if span.last is None:
        return f"после {piece_text(span.first, _GENITIVE)}" if span.after else _with(span.first)
    if span.first == span.last:
        # «четверть» alone would be taken for a slip of the pen
        every = span.first.unit is Unit.TERM and not span.first.number and not span.first.part
        return f"в течение {piece_text(span.first, _GENITIVE)}" if every else piece_text(span.first)
    if span.before:
        return f"{_with(span.first)} до {piece_text(span.last, _GENITIVE)}"
    return _range(span.first, span.last)


def _shares_year(span: Span, following: Span) -> bool:
    """Tell whether a span may leave its year to the next one: «апрель, октябрь 2021 года»."""
    one, other = span.first, following.first
    return (
        one is not None
        and other is not None
        and span.first == span.last
        and following.first == following.last
        and one.unit is other.unit
        and one.unit in _LISTED
        and one.year is not None
        and one.year == other.year
        and not (one.part or other.part or one.year.school)
        and one.weekday is other.weekday is None
        and (one.number, one.day) < (other.number, other.day)
    )


def _shares_noun(one: Piece | None, other: Piece | None) -> bool:
    """Tell whether a piece may leave its noun to the next one: «9, 10 ноября», «I, III кварталы»."""
    if one is None or other is None:
        return False
    return one.unit in _NOUNS or (one.unit is Unit.DAY and one.number == other.number)


def _short_text(piece: Piece) -> str:
    return str(piece.day) if piece.unit is Unit.DAY else ROMAN[piece.number]


def spans_text(spans: Sequence[Span]) -> str:
    """Name several spans: «февраль–март, сентябрь 2021 года», «9, 10 ноября 2021 года»."""
    texts = []
    plural = False
    limit = False
    for at, span in enumerate(spans):
        following = spans[at + 1] if at + 1 < len(spans) else None
        piece = span.first
        if following is None or piece is None or not _shares_year(span, following):
            text = span_text(span)
            noun = _NOUNS[piece.unit] if plural and piece and piece.unit in _NOUNS else None
            text = text.replace(noun[0], noun[2], 1) if noun else text
            # Without these words the day would share the preposition of the limit before it.
            texts.append(f"а также {text}" if limit and span.closed else text)
            plural = False
        elif _shares_noun(piece, following.first):
            texts.append(f"а также {_short_text(piece)}" if limit else _short_text(piece))
            plural = True
        else:
            texts.append(f"а также {piece_text(piece, dated=False)}" if limit else piece_text(piece, dated=False))
            plural = False
        limit = span.first is None
    return "".join(text if not at else f"{_joint(spans, at)} {text}" for at, text in enumerate(texts))


def _joint(spans: Sequence[Span], at: int) -> str:
    """Choose the sign before a span: a comma would give a year to what has none."""
    one, other = (span.first or span.last for span in spans[at - 1 : at + 1])
    if one is None or other is None:
        return ","
    years = (Unit.YEAR, Unit.SCHOOL_YEAR)
    before = one.unit in years and one.year and other.year is None and at == 1
    behind = other.unit in years and other.year and one.year is None
    return ";" if before or behind else ","
