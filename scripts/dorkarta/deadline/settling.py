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

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.period import Period
from dorkarta.deadline.piece import REGISTRY_UNITS, SCHOOL_UNITS, Piece, Span, Unit, Year
from dorkarta.deadline.window import Days, window
from dorkarta.deadline.spelling import spans_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dorkarta.deadline.school import SchoolCalendar

_DAY = timedelta(days=1)
_ASK = "Допишите год или укажите dates:."


class Settled(NamedTuple):
    """Dates with their years, and what remained unclear.

    Arguments:
        spans: The dates; those without a year have no days.
        doubts: In Russian.
    """

    spans: tuple[Span, ...]
    doubts: tuple[str, ...] = ()


class Frame(NamedTuple):
    """What the years are taken from.

    Arguments:
        period: The record's period.
        calendar: The territory's school calendar.
    """

    period: Period | None
    calendar: SchoolCalendar | None


def days_of(span: Span, calendar: SchoolCalendar | None) -> tuple[date | None, date | None]:
    """Give the ends of a span; None for an open end and for one that is not known.

    Raises:
        ContradictionError: It ends before it begins, or has no such day.
    """
    first = last = None
    if span.first is not None:
        days = window(span.first, calendar)
        if days:
            first = days[1] + _DAY if span.after else days[0]
        if span.first is span.last or span.first == span.last:
            return first, days[1] if days else None
    if span.last is not None:
        days = window(span.last, calendar)
        if days:
            last = days[0] - _DAY if span.before else days[1]
    if first and last and last < first:
        msg = f"Срок противоречит себе: конец ({last:%d.%m.%Y}) раньше начала ({first:%d.%m.%Y})."
        raise ContradictionError(msg)
    return first, last


def settle(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Give every piece its year.

    Arguments:
        spans: The dates as the expression names them.
        frame: The period and the calendar.

    Raises:
        ContradictionError: The years that are said exclude each other.
    """
    spans = tuple(_told_apart(span, frame.period) for span in spans)
    pieces = [piece for span in spans for piece in _pieces(span)]
    missing = sum(piece.year is None for piece in pieces)
    if not missing:
        return Settled(spans)
    if any(piece.unit in REGISTRY_UNITS and piece.year is None for piece in pieces) and len(spans) > 1:
        return _each_apart(spans, frame)
    if missing < len(pieces):
        return _from_neighbours(spans, frame)
    return _from_period(spans, frame)


def _pieces(span: Span) -> Iterator[Piece]:
    if span.first is not None:
        yield span.first
    if span.last is not None and span.last != span.first:
        yield span.last


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


def _dated(piece: Piece, number: int, *, school: bool = False) -> Piece:
    return piece._replace(year=Year(number, school or piece.unit in SCHOOL_UNITS))


def _start(piece: Piece, calendar: SchoolCalendar | None) -> date | None:
    days = window(piece, calendar)
    return days[0] if days else None


# Years of neighbours.


def _from_neighbours(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Let pieces without a year take it from the next one that has one, else from the one before."""
    settled = list(spans)
    for at in range(len(settled) - 1, -1, -1):
        settled[at] = _from_right(settled, at, frame)
    for at in range(len(settled)):
        settled[at] = _from_left(settled, at, frame)
    return Settled(tuple(settled))


def _from_right(spans: Sequence[Span], at: int, frame: Frame) -> Span:
    span = spans[at]
    single = span.first == span.last
    following = next(_pieces(spans[at + 1]), None) if at + 1 < len(spans) else None
    last = span.last
    if last is not None and last.year is None and following is not None and following.year:
        last = _before(last, following, frame, ranged=False)
    if single:
        return Span(last, last)
    first = span.first
    target = last if last is not None else following
    if first is not None and first.year is None and target is not None and target.year:
        first = _before(first, target, frame, ranged=last is not None)
    return span._replace(first=first, last=last)


def _from_left(spans: Sequence[Span], at: int, frame: Frame) -> Span:
    span = spans[at]
    single = span.first == span.last
    earlier = list(_pieces(spans[at - 1]))[-1] if at else None
    first = span.first
    if first is not None and first.year is None and earlier is not None and earlier.year:
        first = _behind(first, earlier, frame, ranged=False)
    if single:
        return Span(first, first)
    last = span.last
    target = first if first is not None else earlier
    if last is not None and last.year is None and target is not None and target.year:
        last = _behind(last, target, frame, ranged=first is not None)
    return span._replace(first=first, last=last)


def _before(piece: Piece, anchor: Piece, frame: Frame, *, ranged: bool) -> Piece:
    """Give a piece the year in which it stands just before another."""
    return _beside(piece, anchor, frame, step=-1, ranged=ranged)


def _behind(piece: Piece, anchor: Piece, frame: Frame, *, ranged: bool) -> Piece:
    """Give a piece the year in which it stands just behind another."""
    return _beside(piece, anchor, frame, step=1, ranged=ranged)


def _beside(piece: Piece, anchor: Piece, frame: Frame, *, step: int, ranged: bool) -> Piece:
    named = anchor.year
    if named is None:
        return piece
    if named.school:
        return piece._replace(year=named)
    number = named.number
    mark = _start(anchor, frame.calendar)
    same = _dated(piece, number, school=False)
    if piece.unit in SCHOOL_UNITS and mark:
        same = _dated(piece, number if mark.month >= 9 else number - 1)
    start = _start(same, frame.calendar)
    if mark is None or start is None or (start <= mark if step < 0 else start >= mark):
        return same
    other = piece._replace(year=Year(same.year.number + step, same.year.school)) if same.year else same
    if ranged or frame.period is None:
        return other
    # «Октябрь, май 2021»: a list may be out of order, the period tells.
    there, here = window(other, frame.calendar), window(same, frame.calendar)
    if there and here and not frame.period.meets(*there) and frame.period.covers(*here):
        return same
    return other


# Years of the period.


def _chain(spans: tuple[Span, ...], number: int, frame: Frame) -> tuple[Span, ...] | None:
    """Lay the spans one behind another, the first piece in this year."""
    laid: list[Span] = []
    before: Piece | None = None
    wraps = 0
    for span in spans:
        ends = []
        for piece in _pieces(span):
            if before is None or before.year is None:
                placed = _dated(piece, number)
            else:
                placed = _dated(piece, before.year.number)
                if before.unit not in SCHOOL_UNITS and piece.unit in SCHOOL_UNITS:
                    placed = _dated(piece, before.year.number - (before.number < 9))
                start, mark = _safe_start(placed, frame), _safe_start(before, frame)
                if start and mark and start < mark:
                    placed = _dated(piece, placed.year.number + 1) if placed.year else placed
                    wraps += 1
            ends.append(placed)
            before = placed
        laid.append(_with_ends(span, ends))
    return tuple(laid) if wraps <= 1 else None


def _safe_start(piece: Piece, frame: Frame) -> date | None:
    try:
        return _start(piece, frame.calendar)
    except ContradictionError:
        return _start(piece._replace(day=1, weekday=None), frame.calendar)


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
    start = next((_safe_start(piece, frame) for span in laid for piece in _pieces(span)), None)
    return start is not None and period.meets(start, start + 30 * _DAY)


def _inside(places: Iterable[_Place], period: Period) -> list[_Place]:
    return [place for place in places if all(period.covers(*days) for days in place.days)]


def _fitting(places: list[_Place], period: Period) -> list[_Place]:
    """Keep the places that fit the period best."""
    inside = _inside(places, period)
    if inside:
        return inside
    if (period.start.month, period.start.day) == (9, 1):
        early = _inside(places, Period(start=period.start.replace(month=8), end=period.end))
        if early:
            return early
    return [place for place in places if all(period.meets(*days) for days in place.days)]


def _from_period(spans: tuple[Span, ...], frame: Frame) -> Settled:
    if frame.period is None:
        return Settled(spans, (f"Год не указан, а период записи неизвестен, поэтому даты нет. {_ASK}",))
    flavours = list(_flavours(spans, frame.period))
    if len(flavours) > 1:
        names = " или ".join(dict.fromkeys(_named(flavour, frame) for flavour in flavours))
        return Settled(spans, (f"Срок можно понять двояко: {names}. {_ASK}",))
    spans = flavours[0]
    if not frame.calendar and any(piece.unit in REGISTRY_UNITS for span in spans for piece in _pieces(span)):
        return Settled(spans)
    places, fault = _places(spans, frame)
    fitting = _fitting(places, frame.period)
    fitting = [*(place for place in places if _at_the_door(place, frame.period)), *fitting]
    if len(fitting) == 1:
        return Settled(fitting[0].spans, _early(fitting[0], frame.period))
    if len(fitting) > 1:
        names = ", ".join(f"«{spans_text(place.spans)}»" for place in fitting)
        return Settled(spans, (f"Год не указан, а в период входят несколько сроков: {names}. {_ASK}",))
    if len(spans) > 1:
        apart = _each_apart(spans, frame)
        if not apart.doubts:
            return apart
    if fault is not None and not places:
        raise fault
    return Settled(spans, (f"Год не указан, и ни один из возможных сроков не лежит в периоде записи. {_ASK}",))


def yearly(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Settle what is done every year: in every year of the period in which it fits.

    Arguments:
        spans: The dates as the expression names them.
        frame: The period and the calendar.
    """
    if frame.period is None or any(piece.year for span in spans for piece in _pieces(span)):
        return settle(spans, frame)
    spans = next(_flavours(spans, frame.period))
    fitting = _fitting(_places(spans, frame)[0], frame.period)
    if not fitting:
        return settle(spans, frame)
    return Settled(tuple(span for place in fitting for span in place.spans))


def _at_the_door(place: _Place, period: Period) -> bool:
    """Tell whether a limit ends just before the period: «до начала учебного года», which begins that day."""
    return place.spans[0].before and place.days[0][1] + _DAY == period.start


def _early(place: _Place, period: Period) -> tuple[str, ...]:
    """Say so when August before the school year was taken."""
    start = place.days[0][0]
    if start >= period.start or start.month != 8 or place.days[0][1] >= period.start.replace(month=10):
        return ()
    return (f"Прочитано как {spans_text(place.spans)}: август перед началом учебного года.",)


def _flavours(spans: tuple[Span, ...], period: Period) -> Iterator[tuple[Span, ...]]:
    """Give the spans with «полугодие» and «год» as what they may be in this period: of a school or a civil year."""
    units = {piece.unit for span in spans for piece in _pieces(span)}
    if Unit.HALF not in units and Unit.YEAR not in units:
        yield spans
        return
    civil = (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
    school = (
        period.start.month in (8, 9) and period.end.month in (5, 6, 7, 8) and period.end.year == period.start.year + 1
    )
    if not school:
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
    return " или ".join(spans_text(place.spans) for place in places) or spans_text(spans)


def _each_apart(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Settle every span by itself: a list out of order, or one in which only some are known."""
    settled = [settle((span,), frame) for span in spans]
    doubts = dict.fromkeys(doubt for one in settled for doubt in one.doubts)
    return Settled(tuple(span for one in settled for span in one.spans), tuple(doubts))
