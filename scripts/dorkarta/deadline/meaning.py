"""Phrases to readings: the kind, the days, the doubts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.faults import ContradictionError
from dorkarta.deadline.frame import Frame, days_of, nameless
from dorkarta.deadline.kind import Kind
from dorkarta.deadline.period import Interval, Period
from dorkarta.deadline.piece import REGISTRY_UNITS, Phrase, Piece, Span, Unit, Year
from dorkarta.deadline.reading import Reading
from dorkarta.deadline.repeat import Recurrence, Repeat
from dorkarta.deadline.settling import settle, yearly
from dorkarta.deadline.spelling import piece_text, spans_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dorkarta.deadline.school import SchoolCalendar

_DAYLIKE = frozenset({Unit.DAY, Unit.WEEKDAY})
_SINGLE_KINDS = {
    Unit.DAY: Kind.EXACT_DAY,
    Unit.WEEKDAY: Kind.EXACT_DAY,
    Unit.MONTH: Kind.MONTH,
    Unit.SEASON: Kind.MONTH_RANGE,
    Unit.QUARTER: Kind.QUARTER,
    Unit.HALF: Kind.HALF_YEAR,
    Unit.SCHOOL_HALF: Kind.HALF_YEAR,
    Unit.TERM: Kind.SCHOOL_QUARTER,
    Unit.TRIMESTER: Kind.SCHOOL_QUARTER,
    Unit.HOLIDAYS: Kind.SCHOOL_QUARTER,
    Unit.YEAR: Kind.YEAR,
    Unit.SCHOOL_YEAR: Kind.SCHOOL_YEAR,
    Unit.YEAR_PAIR: Kind.YEAR_RANGE,
}
_RANGE_KINDS = {
    **_SINGLE_KINDS,
    Unit.DAY: Kind.DAY_RANGE,
    Unit.WEEKDAY: Kind.DAY_RANGE,
    Unit.MONTH: Kind.MONTH_RANGE,
    Unit.YEAR: Kind.YEAR_RANGE,
}
# Kinds whose spans make one expression, and what several of them are together.
_FAMILIES = {
    Kind.EXACT_DAY: "days",
    Kind.DAY_RANGE: "days",
    Kind.MONTH: "months",
    Kind.MONTH_RANGE: "months",
    Kind.YEAR: "years",
    Kind.YEAR_RANGE: "years",
}
_SEVERAL = {"months": Kind.MONTH_LIST, "years": Kind.YEAR_RANGE}


def span_kind(span: Span) -> Kind:
    """Tell what sort of deadline a span is."""
    first, last = span.first, span.last
    if first is None:
        return Kind.BY_DATE
    if last is None:
        return Kind.FROM_DATE
    if first == last:
        return _part_kind(first) if first.part else _SINGLE_KINDS[first.unit]
    if first.part or last.part:
        return Kind.DAY_RANGE
    if first.unit is last.unit:
        return _RANGE_KINDS[first.unit]
    return Kind.DAY_RANGE if _DAYLIKE & {first.unit, last.unit} else Kind.MONTH_RANGE


def _part_kind(piece: Piece) -> Kind:
    """Tell what a part is: of a month and a school quarter days, of anything longer its first or last month."""
    if piece.unit is Unit.MONTH:
        return Kind.DAY_RANGE
    if piece.unit in REGISTRY_UNITS:
        return Kind.SCHOOL_QUARTER
    return Kind.DAY_RANGE if piece.part and piece.part.name.startswith("WEEK") else Kind.MONTH


def _families(spans: Sequence[Span]) -> Iterator[tuple[Kind, tuple[Span, ...]]]:
    """Group neighbours that are one expression, with its kind."""
    group: list[Span] = []
    kinds: list[Kind] = []
    for span in spans:
        kind = span_kind(span)
        if kinds and _FAMILIES.get(kinds[-1], kinds[-1]) != _FAMILIES.get(kind, kind):
            yield _joint_kind(kinds), tuple(group)
            group, kinds = [], []
        group.append(span)
        kinds.append(kind)
    if group:
        yield _joint_kind(kinds), tuple(group)


def _joint_kind(kinds: list[Kind]) -> Kind:
    if len(kinds) == 1:
        return kinds[0]
    family = _FAMILIES.get(kinds[0], "")
    if family == "days":
        return Kind.DAY_RANGE if Kind.DAY_RANGE in kinds else Kind.EXACT_DAY
    return _SEVERAL.get(family, kinds[0])


def _exact(span: Span) -> bool:
    """Tell whether the days themselves are meant."""
    return all(piece is None or piece.unit in _DAYLIKE for piece in (span.first, span.last))


def _intervals(spans: Sequence[Span], calendar: SchoolCalendar | None, *, about: bool) -> Iterator[Interval]:
    for span in spans:
        start, end = days_of(span, calendar)
        whole = span.closed and not (start and end)
        if (start or end) and not whole:
            yield Interval(start=start, end=end, exact=_exact(span) and not about)


def _every_quarter(span: Span) -> bool:
    return span.first is not None and span.first.unit is Unit.TERM and nameless(span)


def _every(span: Span, frame: Frame) -> list[Span]:
    """Give a nameless school quarter or holiday each of its names that lies in the period."""
    piece = span.first or span.last
    if piece is None or frame.period is None or frame.calendar is None:
        return []
    found: list[tuple[date, Span]] = []
    for year in frame.calendar:
        for number in range(1, 5):
            named = piece._replace(number=number, year=Year(year.start, school=True))
            one = span._replace(first=named if span.first else None, last=named if span.last else None)
            start, end = days_of(one, frame.calendar)
            first, last = start or end, end or start
            if first and last and frame.period.meets(first, last):
                found.append((first, one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _unknown_days(spans: Sequence[Span], calendar: SchoolCalendar | None) -> Iterator[str]:
    """Say which pieces have no days though their year is known."""
    for span in spans:
        for piece in dict.fromkeys((span.first, span.last)):
            if piece is None or (piece.year is None and (piece.unit not in REGISTRY_UNITS or calendar)):
                continue
            if days_of(Span(piece, piece), calendar)[0] is not None:
                continue
            name = piece_text(piece)
            if piece.unit in REGISTRY_UNITS:
                yield f"Даты неизвестны: «{name}». Их задаёт школьный календарь территории."
            else:
                yield f"«{name}» – не точный срок. Укажите dates:."


class _Resolved(NamedTuple):
    """The dates of a phrase.

    Arguments:
        spans: With their years, for the wording.
        intervals: Their days.
        doubts: In Russian.
        ambiguity: Why none of several years was chosen, in Russian.
    """

    spans: tuple[Span, ...] = ()
    intervals: tuple[Interval, ...] = ()
    doubts: tuple[str, ...] = ()
    ambiguity: str | None = None


def _resolved(spans: tuple[Span, ...], frame: Frame, *, about: bool, every_year: bool) -> _Resolved:
    """Give spans their years and days."""
    settled = yearly(spans, frame) if every_year else settle(spans, frame)
    laid = [one for span in settled.spans for one in (_every(span, frame) if nameless(span) else [span])]
    intervals = tuple(_intervals(laid, frame.calendar, about=about))
    doubts = settled.doubts
    if len(intervals) < len(laid) or not laid:
        doubts += tuple(_unknown_days(settled.spans, frame.calendar))
    return _Resolved(settled.spans, intervals, doubts, settled.ambiguity)


def _more_exact(outer: _Resolved, phrase: Phrase, frame: Frame) -> _Resolved:
    """Let the dates in brackets make the others more exact: «I полугодие (декабрь)»."""
    period = frame.period
    closed = [(one.start, one.end) for one in outer.intervals if one.start and one.end]
    if closed:
        period = Period(start=min(start for start, _ in closed), end=max(end for _, end in closed))
    about = phrase.about or phrase.whole is not None
    inner = _resolved(phrase.inner, Frame(period, frame.calendar), about=about, every_year=False)
    if not inner.intervals:
        return outer._replace(doubts=outer.doubts + inner.doubts, ambiguity=outer.ambiguity or inner.ambiguity)
    if len(closed) < len(outer.intervals):
        return _Resolved(
            outer.spans + inner.spans,
            outer.intervals + inner.intervals,
            outer.doubts + inner.doubts,
            outer.ambiguity or inner.ambiguity,
        )
    ends = [(one.start or one.end, one.end or one.start) for one in inner.intervals]
    if closed and period and not all(first and last and period.meets(first, last) for first, last in ends):
        msg = f"Срок противоречит себе: «{spans_text(inner.spans)}» лежит вне «{spans_text(outer.spans)}»."
        raise ContradictionError(msg)
    return inner


def _whole_period(period: Period) -> tuple[Span, ...]:
    first, last = (Piece(Unit.DAY, day.month, day.day, Year(day.year)) for day in (period.start, period.end))
    return (Span(first, last),)


def _of_phrase(text: str, phrase: Phrase, frame: Frame) -> Reading:
    """Read one phrase."""
    spans, inner = phrase.spans, phrase.inner
    if any(nameless(span) for span in inner):
        spans, inner = spans + inner, ()
    doubts = phrase.doubts
    about = phrase.about or phrase.whole is not None
    if phrase.whole and not spans:
        if frame.period is not None:
            spans = _whole_period(frame.period)
        else:
            doubts += ("Период записи неизвестен, поэтому даты нет.",)
    repeat = phrase.repeat
    every_year = repeat is not None and repeat.unit is Recurrence.YEARLY
    dates = _resolved(spans, frame, about=about, every_year=every_year) if spans else _Resolved()
    if inner:
        dates = _more_exact(dates, phrase, frame)
    if repeat is None and any(map(_every_quarter, dates.spans)):
        repeat = Repeat(unit=Recurrence.PER_SCHOOL_QUARTER)
    groups = list(_families(dates.spans))
    return Reading(
        text=text,
        kind=_kind(phrase, groups),
        intervals=dates.intervals,
        repeat=repeat,
        condition=phrase.condition,
        plan=phrase.plan,
        doubts=tuple(dict.fromkeys((*doubts, *dates.doubts, *_unread_doubts(phrase)))),
        ambiguity=dates.ambiguity,
        parts=tuple(_parts(text, phrase, groups, frame)),
        phrase=Phrase(
            spans=dates.spans,
            repeat=phrase.repeat,
            whole=phrase.whole,
            condition=phrase.condition,
            plan=phrase.plan,
            about=phrase.about,
        ),
    )


def _unread_doubts(phrase: Phrase) -> Iterator[str]:
    if phrase.unread:
        yield f"Не прочитано: «{' '.join(phrase.unread)}»."


def _kind(phrase: Phrase, groups: list[tuple[Kind, tuple[Span, ...]]]) -> Kind:
    if phrase.repeat:
        return Kind.RECURRING
    if phrase.whole:
        return Kind.ONGOING
    if groups:
        return groups[0][0]
    return Kind.BY_PLAN if phrase.plan else Kind.ON_EVENT


def _parts(text: str, phrase: Phrase, groups: list[tuple[Kind, tuple[Span, ...]]], frame: Frame) -> Iterator[Reading]:
    """Give the expressions of a phrase that names dates of several sorts."""
    if len(groups) < 2 or phrase.repeat or phrase.whole:
        return
    for kind, spans in groups:
        intervals = tuple(_intervals(spans, frame.calendar, about=phrase.about))
        yield Reading(text=text, kind=kind, intervals=intervals, phrase=Phrase(spans=spans, about=phrase.about))


def meaning(text: str, phrases: Sequence[Phrase], frame: Frame) -> Reading:
    """Read the phrases of a cell.

    Arguments:
        text: The cell.
        phrases: What it says; at least one phrase that is not empty.
        frame: The period and the calendar.

    Raises:
        ContradictionError: The cell contradicts itself or the calendar.
    """
    said = [phrase for phrase in phrases if not phrase.empty]
    lost = tuple(doubt for phrase in phrases if phrase.empty for doubt in _unread_doubts(phrase))
    readings = [_of_phrase(text, phrase, frame) for phrase in said]
    first = readings[0]
    if len(readings) == 1:
        return replace(first, doubts=first.doubts + lost) if lost else first
    return Reading(
        text=text,
        kind=first.kind,
        intervals=tuple(interval for reading in readings for interval in reading.intervals),
        repeat=next((reading.repeat for reading in readings if reading.repeat), None),
        condition=next((reading.condition for reading in readings if reading.condition), None),
        plan=next((reading.plan for reading in readings if reading.plan), None),
        doubts=tuple(dict.fromkeys(doubt for reading in readings for doubt in reading.doubts)) + lost,
        ambiguity=next((reading.ambiguity for reading in readings if reading.ambiguity), None),
        parts=tuple(readings),
    )
