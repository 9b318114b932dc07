"""How much is on: entries of a calendar counted by the months that they touch and by kind, none of them made."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from dorkarta.calendars.events import kind_of, months_of_events
from dorkarta.calendars.kinds import KINDS
from dorkarta.calendars.months import months_of, school_year_of
from dorkarta.model.form import FormKind
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month

T = TypeVar("T", Month, int)

Kinds = Mapping[FormKind | None, int]
"""How many entries there are of every kind, nought among them."""

_Span = tuple[tuple[Month, ...], FormKind | None]
"""The months that an entry touches, and its kind."""


@dataclass(frozen=True, kw_only=True)
class Load:
    """Entries by what pages count of them; those of a territory are added up from what is inside it."""

    entries: Mapping[_Span, int]

    @cached_property
    def by_month(self) -> Mapping[Month, Kinds]:
        """The months that have something, in order; an entry counts in every month that it touches."""
        return _counted((month, kind, count) for (months, kind), count in self.entries.items() for month in months)

    @cached_property
    def by_year(self) -> Mapping[int, Kinds]:
        """The school years that have something, in order; an entry counts once in a year."""
        return _counted(
            (year, kind, count)
            for (months, kind), count in self.entries.items()
            for year in range(school_year_of(months[0]), school_year_of(months[-1]) + 1)
        )

    def in_month(self, month: Month) -> Kinds:
        """What touches a month."""
        return self.by_month.get(month, _NOTHING)

    def in_year(self, first: int) -> Kinds:
        """What touches a school year."""
        return self.by_year.get(first, _NOTHING)

    def several(self, first: int) -> int:
        """How many entries touch more than one month of a school year."""
        inside = frozenset(months_of(first))
        return sum(count for (months, _), count in self.entries.items() if len(inside.intersection(months)) > 1)


def load_of(planned: Iterable[Planned]) -> Load:
    """Count the entries of activities."""
    entries = Counter[_Span]()
    for (timing, kind), count in Counter([(one.timing, kind_of(one)) for one in planned if one.timing]).items():
        for months in months_of_events(timing):
            entries[months, kind] += count
    return Load(entries=entries)


NONE: Final = Load(entries={})


def added(loads: Iterable[Load]) -> Load:
    """All of several loads that have no entry in common."""
    entries = Counter[_Span]()
    for load in loads:
        entries.update(load.entries)
    return Load(entries=entries)


_NOTHING: Kinds = dict.fromkeys(KINDS, 0)


def _counted(found: Iterable[tuple[T, FormKind | None, int]]) -> Mapping[T, Kinds]:
    """Months or years in order, each with its counts."""
    counts: defaultdict[T, Counter[FormKind | None]] = defaultdict(Counter)
    for name, kind, count in found:
        counts[name][kind] += count
    return {name: {kind: counts[name][kind] for kind in KINDS} for name in sorted(counts)}
