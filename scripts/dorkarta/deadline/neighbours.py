"""Years taken from neighbours: «сентябрь-октябрь 2020», «ноябрь – май 2013 г.», «декабрь, март 2021»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.frame import ASK, Frame, Settled, pieces_of, placed, start_of
from dorkarta.deadline.piece import SCHOOL_UNITS, Piece, Span, Year
from dorkarta.deadline.spelling import span_text
from dorkarta.deadline.window import window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dorkarta.deadline.school import SchoolCalendar


def from_neighbours(spans: tuple[Span, ...], frame: Frame) -> Settled:
    """Let pieces without a year take it from the next one that has one, else from the one before."""
    settled = list(spans)
    for at in range(len(settled) - 1, -1, -1):
        settled[at] = _from_right(settled, at, frame)
    for at in range(len(settled)):
        settled[at] = _from_left(settled, at, frame)
    return _in_order(spans, settled, frame)


def _in_order(said: Sequence[Span], settled: list[Span], frame: Frame) -> Settled:
    """Look at the years that were taken from behind: may what stands before rule them out?

    Arguments:
        said: The spans with the years that are said.
        settled: The spans with the years they would take.
        frame: The period and the calendar.

    Raises:
        ContradictionError: A range would begin before its neighbour: «сентябрь 2020, май-март 2021».
    """
    doubts: tuple[str, ...] = ()
    for at in range(1, len(settled)):
        if not _out_of_order(said, settled, at, frame.calendar):
            continue
        span, before = settled[at], settled[at - 1]
        if span.first != span.last:
            msg = f"Срок противоречит себе: «{span_text(span)}» начинается раньше, чем «{span_text(before)}»."
            raise ContradictionError(msg)
        if span.first is None or span.first.year is None:
            continue
        later = placed(span.first, span.first.year.number + 1)
        names = f"«{span_text(span)}», «{span_text(Span(later, later))}»"
        doubts += (f"Год не указан, а по порядку подходят несколько сроков: {names}. {ASK}",)
        settled[at] = said[at]
    return Settled(tuple(settled), doubts, next(iter(doubts), None))


def _out_of_order(said: Sequence[Span], settled: Sequence[Span], at: int, calendar: SchoolCalendar | None) -> bool:
    """Tell whether a span took the year before its right neighbour's and so came to stand before its left one."""
    first, before = settled[at].first, settled[at - 1].first
    named = said[at].first
    earlier = said[at - 1].last
    if first is None or before is None or named is None or named.year or not (earlier and earlier.year):
        return False
    behind = list(pieces_of(settled[at]))[1:] + [piece for span in settled[at + 1 :] for piece in pieces_of(span)]
    if not behind or behind[0].year == first.year:
        return False
    start, mark = start_of(first, calendar), start_of(before, calendar)
    return start is not None and mark is not None and start < mark


def _from_right(spans: Sequence[Span], at: int, frame: Frame) -> Span:
    span = spans[at]
    single = span.first == span.last
    following = next(pieces_of(spans[at + 1]), None) if at + 1 < len(spans) else None
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
    earlier = list(pieces_of(spans[at - 1]))[-1] if at else None
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
    mark = start_of(anchor, frame.calendar)
    same = placed(piece, number)
    if piece.unit in SCHOOL_UNITS and mark:
        same = placed(piece, number if mark.month >= 9 else number - 1)
    start = start_of(same, frame.calendar)
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
