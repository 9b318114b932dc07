"""Missing years: taken from the neighbours, else from the period, else named as a doubt.

The rules, in their order:

1. A piece takes its year from the next one that has one («сентябрь-октябрь 2020»), else from the one before;
   a month that would come too late belongs to the year before («ноябрь – май 2013 г.», «декабрь, март 2021»).
2. Where no piece has a year, the expression as a whole is laid into the period. If just one place lies inside,
   that is it. If none does, a school year's period may begin in August, then a place that the period only
   touches will do, if it is the only one.
3. Where two places remain, there is no date but a doubt that names both.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.frame import (
    ASK,
    ONE_DAY,
    Frame,
    Settled,
    days_of,
    in_school_years,
    nameless,
    open_year,
    pieces_of,
    placed,
    start_of,
)
from dorkarta.deadline.neighbours import from_neighbours
from dorkarta.deadline.period import Period
from dorkarta.deadline.piece import REGISTRY_UNITS, SCHOOL_UNITS, Piece, Span, Unit, Year
from dorkarta.deadline.spelling import spans_text
from dorkarta.deadline.window import Days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def settle(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Give every piece its year.

    Arguments:
        spans: The dates as the expression names them.
        frame: The period and the calendar.

    Raises:
        ContradictionError: The years that are said exclude each other.
    """
    pieces = [piece for span in spans for piece in pieces_of(span)]
    if any(piece.unit is Unit.YEAR_PAIR for piece in pieces):
        spans = tuple(_told_apart(span, frame.period) for span in spans)
        pieces = [piece for span in spans for piece in pieces_of(span)]
    missing = sum(piece.year is None for piece in pieces)
    if not missing:
        return Settled(spans)
    sorts = {_sort_of(span) for span in spans}
    if len(sorts) > 1:
        return _sorts_apart(spans, sorts, frame)
    if _Sort.NAMELESS in sorts:
        return Settled(spans)  # no year of their own: each of them in the period is meant
    if missing < len(pieces):
        return from_neighbours(spans, frame)
    return _from_period(spans, frame)


class _Sort(IntEnum):
    """What a span's days come from: the calendar alone, the registry, or each quarter the registry has."""

    PLAIN = 0
    REGISTRY = 1
    NAMELESS = 2


def _sort_of(span: Span) -> _Sort:
    if nameless(span):
        return _Sort.NAMELESS
    return _Sort.REGISTRY if any(piece.unit in REGISTRY_UNITS for piece in pieces_of(span)) else _Sort.PLAIN


def _sorts_apart(spans: tuple[Span, ...], sorts: set[_Sort], frame: Frame) -> Settled:
    """Settle every sort by itself: where school quarters have no days, the others' years are still clear."""
    settled = {sort: settle(tuple(span for span in spans if _sort_of(span) is sort), frame) for sort in sorted(sorts)}
    laid = {sort: iter(one.spans) for sort, one in settled.items()}
    doubts = tuple(doubt for one in settled.values() for doubt in one.doubts)
    ambiguity = next((one.ambiguity for one in settled.values() if one.ambiguity), None)
    return Settled(tuple(next(laid[_sort_of(span)]) for span in spans), doubts, ambiguity)


def _told_apart(span: Span, period: Period | None) -> Span:
    """Decide what «2020-2021» is: a school year if the period is one, else two civil years."""
    first = span.first
    if first is None or first.unit is not Unit.YEAR_PAIR or first.year is None:
        return span
    number = first.year.number
    school = Piece(Unit.SCHOOL_YEAR, year=Year(number, school=True))
    if period and date(number, 8, 1) <= period.start and period.end <= date(number + 1, 8, 31):
        return Span(school, school)
    return Span(Piece(Unit.YEAR, year=Year(number)), Piece(Unit.YEAR, year=Year(number + 1)))


def _chain(spans: tuple[Span, ...], number: int, frame: Frame) -> tuple[Span, ...] | None:
    """Lay the spans one behind another, the first piece in this year; None when that takes more than a year."""
    found: list[Span] = []
    before: Piece | None = None
    wraps = 0
    for span in spans:
        ends = []
        for piece in pieces_of(span):
            end = placed(piece, number) if before is None else _next(piece, before, frame)
            wraps += before is not None and before.year is not None and end.year == _later(before.year, piece)
            ends.append(end)
            before = end
        found.append(_with_ends(span, ends))
    return tuple(found) if wraps <= 1 else None


def _later(year: Year, piece: Piece) -> Year:
    return Year(year.number + 1, in_school_years(piece))


def _next(piece: Piece, before: Piece, frame: Frame) -> Piece:
    """Give a piece the year in which it comes after another."""
    if before.year is None:
        return piece
    year = before.year.number
    if before.unit not in SCHOOL_UNITS and piece.unit in SCHOOL_UNITS and before.number < 9:
        year -= 1
    end = placed(piece, year)
    start, mark = _safe_start(end, frame), _safe_start(before, frame)
    return placed(piece, year + 1) if start and mark and start < mark else end


def _safe_start(piece: Piece, frame: Frame) -> date | None:
    try:
        return start_of(piece, frame.calendar)
    except ContradictionError:
        return start_of(piece._replace(day=1, weekday=None), frame.calendar)


def _with_ends(span: Span, ends: list[Piece]) -> Span:
    if span.first == span.last:
        return Span(ends[0], ends[0])
    if span.first is None:
        return span._replace(last=ends[0])
    return span._replace(first=ends[0], last=ends[1] if span.last is not None else None)


class _Place(NamedTuple):
    """A way to lay the spans into the period."""

    spans: tuple[Span, ...]
    days: tuple[Days, ...]


def _places(spans: tuple[Span, ...], frame: Frame) -> tuple[list[_Place], ContradictionError | None]:
    """Give every way to lay the spans near the period, and why there is none."""
    period = frame.period
    if period is None:
        return [], None
    found: list[_Place] = []
    fault: ContradictionError | None = None
    for number in range(period.start.year - 1, period.end.year + 1):
        laid = _chain(spans, number, frame)
        if laid is None:
            continue
        try:
            ends = [days_of(span, frame.calendar) for span in laid]
        except ContradictionError as error:
            if _near(laid, period, frame):
                fault = fault or error
            continue
        days = tuple((first or last, last or first) for first, last in ends if first or last)
        if days and len(days) == len(laid):
            found.append(_Place(laid, days))  # type: ignore[arg-type]
    return found, fault


def _near(laid: tuple[Span, ...], period: Period, frame: Frame) -> bool:
    start = next((_safe_start(piece, frame) for span in laid for piece in pieces_of(span)), None)
    return start is not None and period.meets(start, start + 30 * ONE_DAY)


def _inside(places: Iterable[_Place], period: Period) -> list[_Place]:
    return [place for place in places if all(period.covers(*days) for days in place.days)]


def _is_school_start(period: Period) -> bool:
    return (period.start.month, period.start.day) == (9, 1)


def _fitting(places: list[_Place], period: Period) -> list[_Place]:
    """Keep the places that fit the period best."""
    inside = _inside(places, period)
    if inside:
        return inside
    if _is_school_start(period):
        early = _inside(places, Period(start=period.start.replace(month=8), end=period.end))
        if early:
            return early
    return [place for place in places if all(period.meets(*days) for days in place.days)]


def _from_period(spans: tuple[Span, ...], frame: Frame) -> Settled:
    if frame.period is None:
        return open_year(spans, f"Год не указан, а период записи неизвестен, поэтому даты нет. {ASK}")
    flavours = list(_flavours(spans, frame.period))
    if len(flavours) > 1:
        names = ", ".join(dict.fromkeys(_named(flavour, frame) for flavour in flavours))
        return open_year(spans, f"Срок можно понять двояко: {names}. {ASK}")
    spans = flavours[0]
    if not frame.calendar and any(piece.unit in REGISTRY_UNITS for span in spans for piece in pieces_of(span)):
        return Settled(spans)
    places, fault = _places(spans, frame)
    fitting = _fitting(places, frame.period)
    fitting = [*(place for place in places if _at_the_door(place, frame.period)), *fitting]
    if len(fitting) == 1:
        return Settled(fitting[0].spans, _early(fitting[0], frame.period))
    if len(fitting) > 1:
        names = ", ".join(f"«{spans_text(place.spans)}»" for place in fitting)
        return open_year(spans, f"Год не указан, а в период входят несколько сроков: {names}. {ASK}")
    if len(spans) > 1:
        apart = _each_apart(spans, frame)
        if not apart.doubts:
            return apart
    if fault is not None:
        raise fault
    if not places:
        return Settled(spans, (f"«{spans_text(spans)}» – не точный срок. Укажите dates:.",))
    return open_year(spans, f"Год не указан, и ни один из возможных сроков не лежит в периоде записи. {ASK}")


def yearly(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Settle what is done every year: in every year of the period in which it fits.

    Arguments:
        spans: The dates as the expression names them.
        frame: The period and the calendar.
    """
    if frame.period is None or any(piece.year for span in spans for piece in pieces_of(span)):
        return settle(spans, frame)
    found: list[tuple[date, Span]] = []
    for span in next(_flavours(spans, frame.period)):
        fitting = _fitting(_places((span,), frame)[0], frame.period)
        if not fitting:
            return settle(spans, frame)
        found += [(place.days[0][0], place.spans[0]) for place in fitting]
    return Settled(tuple(span for _, span in sorted(found, key=lambda pair: pair[0])))


def _at_the_door(place: _Place, period: Period) -> bool:
    """Tell whether a limit ends just before the period: «до начала учебного года», which begins that day."""
    return place.spans[0].before and place.days[0][1] + ONE_DAY == period.start


def _early(place: _Place, period: Period) -> tuple[str, ...]:
    """Say so when August before the school year was taken."""
    start = place.days[0][0]
    if (
        not _is_school_start(period)
        or start >= period.start
        or start.month != 8
        or place.days[0][1] >= period.start.replace(month=10)
    ):
        return ()
    return (f"Прочитано как {spans_text(place.spans)}: август перед началом учебного года.",)


def _flavours(spans: tuple[Span, ...], period: Period) -> Iterator[tuple[Span, ...]]:
    """Give the spans with «полугодие» and «год» as what they may be in this period: of a school or a civil year."""
    units = {piece.unit for span in spans for piece in pieces_of(span)}
    if Unit.HALF not in units and Unit.YEAR not in units:
        yield spans
        return
    civil = (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
    school = (
        period.start.month in (8, 9) and period.end.month in (5, 6, 7, 8) and period.end.year == period.start.year + 1
    )
    if not school or Unit.YEAR in units:
        yield spans
    if not civil:
        yield tuple(span._replace(first=_as_school(span.first), last=_as_school(span.last)) for span in spans)


def _as_school(piece: Piece | None) -> Piece | None:
    if piece is None or piece.unit not in (Unit.HALF, Unit.YEAR):
        return piece
    return piece._replace(unit=Unit.SCHOOL_HALF if piece.unit is Unit.HALF else Unit.SCHOOL_YEAR)


def _named(spans: tuple[Span, ...], frame: Frame) -> str:
    if frame.period is None:
        return spans_text(spans)
    places = _fitting(_places(spans, frame)[0], frame.period)
    return ", ".join(f"«{spans_text(place.spans)}»" for place in places) or f"«{spans_text(spans)}»"


def _each_apart(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Settle every span by itself: a list out of order, or one in which only some are known."""
    settled = [settle((span,), frame) for span in spans]
    doubts = dict.fromkeys(doubt for one in settled for doubt in one.doubts)
    ambiguity = next((one.ambiguity for one in settled if one.ambiguity), None)
    return Settled(tuple(span for one in settled for span in one.spans), tuple(doubts), ambiguity)
