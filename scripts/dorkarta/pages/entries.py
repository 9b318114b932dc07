"""Entries of the calendar as lines of lists: what happens, where, by whom, in which form."""

import datetime
from collections.abc import Iterable, Mapping

from dorkarta import addresses
from dorkarta.calendars.events import Event, kind_of
from dorkarta.calendars.kinds import NOUNS
from dorkarta.model.form import FormKind
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.views import FormView
from dorkarta.records import naming
from dorkarta.records.plan import Planned
from dorkarta.records.words import state
from dorkarta.text import noun


@plain
class KindCount:
    """How many entries of a kind; `nouns` are its forms for 1, 2 and 5."""

    kind: str
    count: int
    noun: str
    nouns: str


@plain
class EntryView:
    """An entry; level, territory, bodies, forms and kind are what the filter compares."""

    title: str
    number: str | None
    href: str
    when: str | None
    words: str | None
    """The deadline as the document prints it, where it says more than the place of the entry."""
    state: str | None
    forms: tuple[FormView, ...]
    who: str
    where: str
    kind: str
    level: str
    territory: str
    bodies: str
    days: str = ""
    """The days of the month that it has for itself."""
    anchor: str | None = None


def kind_value(kind: FormKind | None) -> str:
    """A kind as the filter and the classes of CSS name it."""
    return kind.value if kind else "none"


def body_value(territory: str, identity: str) -> str:
    """A body as the filter names it: `krasnodar-krai/iro-kk`."""
    return addresses.body(territory, identity).removeprefix(addresses.BODIES).rstrip("/")


def kind_counts(counts: Mapping[FormKind | None, int]) -> tuple[KindCount, ...]:
    """The counts of all kinds, nought among them: a filter may show what is not there yet."""
    return tuple(
        KindCount(kind=kind_value(kind), count=count, noun=noun(count, *NOUNS[kind]), nouns="|".join(NOUNS[kind]))
        for kind, count in counts.items()
    )


def event_entry(
    edition: Edition,
    event: Event,
    *,
    when: str | None = None,
    days: Iterable[datetime.date] = (),
    anchor: str | None = None,
) -> EntryView:
    """An event as a line; of a repeated one the words of the document tell when else it is."""
    words = event.planned.activity.deadline if len(event.planned.occurrences) > 1 else None
    return _entry(edition, event.planned, when=when, words=words, days=days, anchor=anchor)


def planned_entry(edition: Edition, one: Planned) -> EntryView:
    """An activity as a line, with the words of its deadline."""
    return _entry(edition, one, words=one.activity.deadline)


def _entry(
    edition: Edition,
    one: Planned,
    *,
    words: str | None,
    when: str | None = None,
    days: Iterable[datetime.date] = (),
    anchor: str | None = None,
) -> EntryView:
    activity, territory = one.activity, one.record.territory
    names = [body.content.short or body.content.title for body in one.bodies]
    return EntryView(
        title=naming.activity_title(activity),
        number=activity.number,
        href=addresses.activity(one.record.path, activity.id),
        when=when,
        words=words,
        state=state(activity),
        forms=parts.forms(activity.form, one.forms),
        who=parts.short_list(names),
        where=edition.corpus.territory(territory).title,
        kind=kind_value(kind_of(one)),
        level=one.level.value,
        territory=territory,
        bodies=" ".join(body_value(body.territory, body.content.id) for body in one.bodies),
        days=" ".join(day.isoformat() for day in days),
        anchor=anchor,
    )
