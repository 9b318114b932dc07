"""What kinds of entries a calendar has, in the order and under the names in which people meet them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dorkarta.calendars.events import Event
from dorkarta.model.form import FormKind
from dorkarta.records import naming
from dorkarta.text import noun

KINDS: Final[tuple[FormKind | None, ...]] = (
    FormKind.EVENT,
    FormKind.DOCUMENT,
    FormKind.MONITORING,
    FormKind.PROCESS,
    None,
)
"""What people come for first, then what they owe; what has no form at the end."""

_RANK: Final = {kind: rank for rank, kind in enumerate(KINDS)}

TITLES: Final[Mapping[FormKind | None, str]] = dict(naming.KIND_TITLES) | {None: "Форма не указана"}

NOUNS: Final[Mapping[FormKind | None, tuple[str, str, str]]] = {
    FormKind.EVENT: ("событие", "события", "событий"),
    FormKind.DOCUMENT: ("документ к сроку", "документа к сроку", "документов к сроку"),
    FormKind.MONITORING: ("мониторинг", "мониторинга", "мониторингов"),
    FormKind.PROCESS: ("постоянная работа", "постоянные работы", "постоянных работ"),
    None: ("без формы", "без формы", "без формы"),
}

ENTRY: Final = ("запись", "записи", "записей")
"""What all kinds are."""


def counts_of(events: Iterable[Event]) -> Mapping[FormKind | None, int]:
    """How many there are of every kind, nought among them."""
    found = Counter([event.kind for event in events])
    return {kind: found[kind] for kind in KINDS}


def in_words(counts: Mapping[FormKind | None, int]) -> str:
    """«6 событий, 1 документ к сроку»"""
    return ", ".join(f"{count} {noun(count, *NOUNS[kind])}" for kind, count in counts.items() if count)


def by_kind(events: Iterable[Event]) -> Mapping[FormKind | None, tuple[Event, ...]]:
    """The kinds that there are, in their order, each with its events in order of days."""
    found = in_order(events)
    return {kind: own for kind in KINDS if (own := tuple(event for event in found if event.kind is kind))}


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By kind, then by day."""
    return tuple(sorted(events, key=lambda event: (_RANK[event.kind], event.order)))
