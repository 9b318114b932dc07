"""The block of deadlines: how they may be written and what is made of them, read as those of records are."""

from typing import Final

from dorkarta import dates
from dorkarta.deadline import Reading, SchoolCalendar, read, wording
from dorkarta.deadline.examples import PERIOD, REFUSED, UNDERSTOOD, Refusal
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.records.timing import Occurrence, timing_of

CALENDAR: Final = SchoolCalendar()
"""Quarters and holidays are those of a territory; the examples belong to none."""


@plain
class ReadingView:
    """An expression with its meaning."""

    words: str
    meaning: str
    when: str


@plain
class RefusalView:
    """An expression that is not taken."""

    words: str
    reason: str
    instead: str


@plain
class GroupView:
    """Expressions of one sort."""

    id: str
    title: str
    lead: str
    readings: tuple[ReadingView, ...]


@plain
class DeadlinesView:
    """The whole block."""

    period: str
    groups: tuple[GroupView, ...]
    refusals: tuple[RefusalView, ...]


def make(_edition: Edition) -> Block:
    """Every example, read now; so the page cannot say what the program does not do."""
    groups = tuple(
        GroupView(
            id=f"sort-{number}",
            title=examples.title,
            lead=examples.lead,
            readings=tuple(map(_reading, examples.words)),
        )
        for number, examples in enumerate(UNDERSTOOD, start=1)
    )
    view = DeadlinesView(
        period=dates.period(PERIOD.start, PERIOD.end), groups=groups, refusals=tuple(map(_refusal, REFUSED))
    )
    toc = (
        *(TocEntry(title=group.title, anchor=group.id) for group in groups),
        TocEntry(title="Что не принимается", anchor="refused"),
    )
    return Block(template="deadlines.html", view=view, toc=toc)


def _reading(words: str) -> ReadingView:
    timing = timing_of(words, (), period=PERIOD, calendar=CALENDAR)
    days = parts.short_list(map(_days, timing.occurrences if timing else ()), most=4)
    return ReadingView(words=words, meaning=wording(_read(words)), when=days or "без даты")


def _refusal(refusal: Refusal) -> RefusalView:
    reading = _read(refusal.words)
    return RefusalView(words=refusal.words, reason=reading.reason or reading.ambiguity or "", instead=refusal.instead)


def _read(words: str) -> Reading:
    return read(words, period=PERIOD, calendar=CALENDAR)


def _days(one: Occurrence) -> str:
    return f"до {dates.day(one.end)}" if one.limit else dates.period(one.start, one.end)
