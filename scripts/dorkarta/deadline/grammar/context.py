"""What the dates of a phrase give to each other: «2021 год: март, май», «май, август 2020-2022 гг.»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dorkarta.deadline.grammar.heads import dated
from dorkarta.deadline.piece import Phrase, Piece, Span, Unit, Year
from dorkarta.deadline.repeat import Recurrence, Repeat

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEARS = frozenset({Unit.YEAR, Unit.SCHOOL_YEAR, Unit.YEAR_PAIR})


def spread(before: tuple[Span, ...], found: Sequence[Span]) -> tuple[Span, ...]:
    """Put dates behind others; years that the last one has several of belong to all: «май, август 2020-2022 гг.».

    Arguments:
        before: The dates that stand before.
        found: The dates that follow them.
    """
    named = [span.last.year for span in found if span.last and span.last.year]
    if len(set(named)) < 2 or len({dated(span, None) for span in found}) > 1:
        return (*before, *found)
    at = len(before)
    while at and before[at - 1].first == before[at - 1].last and _yearless(before[at - 1]):
        at -= 1
    sharing = before[at:]
    return (*before[:at], *(dated(span, year) for year in named for span in (*sharing, dated(found[0], None))))


def with_month_days(phrase: Phrase) -> Phrase:
    """Make days of the months that are named: «август (до 25 числа)» is one day, no recurrence."""
    repeat = phrase.repeat
    if repeat is None or repeat != Repeat(unit=Recurrence.MONTHLY, days=repeat.days) or not repeat.days:
        return phrase
    if any(31 in (days.first, days.last) for days in repeat.days):
        return phrase  # «последний день месяца»: which number it has, the month's year tells
    months = [span.first for span in phrase.spans if span.first is not None and span.first == span.last]
    if phrase.inner or len(months) < max(1, len(phrase.spans)) or any(_is_no_month(piece) for piece in months):
        return phrase

    def day(month: Piece, number: int | None) -> Piece | None:
        return month._replace(unit=Unit.DAY, day=number) if number else None

    spans = tuple(Span(day(month, days.first), day(month, days.last)) for month in months for days in repeat.days)
    return replace(phrase, spans=spans, repeat=None)


def names_months(phrase: Phrase) -> bool:
    """Tell whether a phrase names single months and nothing else."""
    single = (span.first is not None and span.first == span.last for span in phrase.spans)
    return phrase.plain and all(single) and not any(_is_no_month(span.first) for span in phrase.spans if span.first)


def in_parts(span: Span) -> bool:
    """Tell whether a span names a part: «вторая неделя сентября»."""
    return span.last is not None and span.last.part is not None


def _is_no_month(piece: Piece) -> bool:
    return piece.unit is not Unit.MONTH or piece.part is not None


def with_year_context(phrase: Phrase) -> Phrase:
    """Give a year that stands apart to the pieces it belongs to: «2021 год: март, май», «май (2021)»."""
    if len(phrase.inner) == 1 and _is_year(phrase.inner[0]) and phrase.spans and _yearless(phrase.spans[-1]):
        phrase.spans += phrase.inner
        phrase.inner = ()
    if len(phrase.spans) < 2:
        return phrase
    kept: list[Span] = []
    for span in phrase.spans:
        if kept and _is_year(span) and _yearless(kept[-1]):
            kept[-1] = dated(kept[-1], _year_of(span))
        elif len(kept) == 1 and _is_year(kept[0]) and _yearless(span):
            kept = [dated(span, _year_of(kept[0]))]
        else:
            kept.append(span)
    phrase.spans = tuple(kept)
    return phrase


def _year_of(span: Span) -> Year | None:
    return span.last.year if span.last else None


def _is_year(span: Span) -> bool:
    return span.first is not None and span.first == span.last and span.first.unit in _YEARS


def _yearless(span: Span) -> bool:
    def bare(piece: Piece | None) -> bool:
        return piece is not None and piece.year is None and piece.unit not in _YEARS

    return bare(span.last) or (span.last is None and bare(span.first))


def joined(phrases: list[Phrase]) -> list[Phrase]:
    """Join neighbours that only name dates: their years belong together, «январь, апрель 2021; май 2022»."""
    neighbours: list[Phrase] = []
    for phrase in phrases:
        before = neighbours[-1] if neighbours else None
        if before and before.plain and phrase.plain and before.about == phrase.about:
            before.spans += phrase.spans
            before.doubts += phrase.doubts
            before.unread += phrase.unread
            before.strange = before.strange or phrase.strange
        else:
            neighbours.append(phrase)
    return neighbours
