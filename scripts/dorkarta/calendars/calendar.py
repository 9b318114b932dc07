"""The calendar of a plan: what is on in every month and school year, what goes on all year, what has no date."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dorkarta.calendars.events import Event, events_of, long_of, ongoing_of, undated_of
from dorkarta.calendars.months import between, month_of, school_year_of
from dorkarta.records.corpus import COUNTRY, gathered, lineage
from dorkarta.records.extent import LINES, in_municipality
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month, Occurrence


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbour:
    """The nearest month with something in it, and the empty ones that were passed on the way there."""

    month: Month
    passed: tuple[Month, ...]


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """Planned activities, laid out in time. An event stands in every month that it touches."""

    planned: tuple[Planned, ...]
    made: tuple[Event, ...] | None = None
    """Their events, where a larger calendar has made them."""

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All, in order of days."""
        return events_of(self.planned) if self.made is None else self.made

    @cached_property
    def by_roadmap(self) -> Mapping[str, tuple[Event, ...]]:
        """By the path of the roadmap, in order of days."""
        return gathered((event.planned.record.path, event) for event in self.events)

    @cached_property
    def by_month(self) -> Mapping[Month, tuple[Event, ...]]:
        """The months that have something, in order, with what touches them."""
        found = gathered((month, event) for event in self.events for month in event.months)
        return {month: found[month] for month in sorted(found)}

    @cached_property
    def is_large(self) -> bool:
        """Whether some month holds more than one page."""
        return any(len(events) > LINES for events in self.by_month.values())

    @cached_property
    def listed(self) -> "Calendar":
        """What is listed one by one where all of it is shown: a large calendar lists what regions themselves plan."""
        if not self.is_large:
            return self
        regional = Calendar(planned=tuple(one for one in self.planned if not in_municipality(one.record.territory)))
        return Calendar(planned=()) if regional.is_large else regional

    def activities(self, month: Month) -> tuple[Planned, ...]:
        """What is on in a month, each activity once, in order of days."""
        return tuple({event.planned.key: event.planned for event in self.by_month.get(month, ())}.values())

    def last_active(self, until: Month) -> tuple[Month, ...]:
        """The months with something of the last school year that has any, up to a month."""
        past = [month for month in self.by_month if month <= until]
        return tuple(month for month in past if school_year_of(month) == school_year_of(past[-1]))

    @cached_property
    def ongoing(self) -> tuple[Planned, ...]:
        """What goes on for longer than a quarter."""
        return ongoing_of(self.planned)

    def ongoing_in_month(self, month: Month) -> tuple[Planned, ...]:
        """What goes on for longer than a quarter and falls into a month."""
        return self._ongoing_by_month.get(month, ())

    @cached_property
    def _ongoing_by_month(self) -> Mapping[Month, tuple[Planned, ...]]:
        return gathered((month, one) for one in self.ongoing for month in long_months(one))

    @cached_property
    def undated(self) -> tuple[Planned, ...]:
        """What a plan or a condition gives its time."""
        return undated_of(self.planned)

    @cached_property
    def school_years(self) -> tuple[int, ...]:
        """Those with events; and where long or undated work lies outside of them all, the first year of its roadmap."""
        years = {school_year_of(month) for month in self.by_month}
        for one in (*self.ongoing, *self.undated):
            own = years_of(one)
            if not years.intersection(own):
                years.add(own[0])
        return tuple(sorted(years))

    def of_year(self, first: int) -> tuple[Event, ...]:
        """The events of a school year, each of them once."""
        return self._by_year.get(first, ())

    @cached_property
    def _by_year(self) -> Mapping[int, tuple[Event, ...]]:
        return gathered((year, event) for event in self.events for year in _years(event.occurrence))

    def inside(self, territory: str) -> "Calendar":
        """What is planned in a territory and in all inside it; the events are the same."""
        if territory not in self._inner:
            planned, events = self._inside
            self._inner[territory] = Calendar(planned=planned.get(territory, ()), made=events.get(territory, ()))
        return self._inner[territory]

    @cached_property
    def _inner(self) -> dict[str, "Calendar"]:
        """What `inside` was asked before."""
        return {}

    @cached_property
    def _inside(self) -> tuple[Mapping[str, tuple[Planned, ...]], Mapping[str, tuple[Event, ...]]]:
        """By territory."""
        return (
            gathered((path, one) for one in self.planned for path in lineage(one.record.territory)),
            gathered((path, event) for event in self.events for path in lineage(event.planned.record.territory)),
        )

    @cached_property
    def years_by_territory(self) -> Mapping[str, tuple[int, ...]]:
        """By territory: the school years with events there or inside it."""
        return gathered((path, first) for first in sorted(self._by_year) for path in self._around(first))

    def _around(self, first: int) -> frozenset[str]:
        """The territories of a school year's events, and those around them."""
        own = {event.planned.record.territory for event in self.of_year(first)}
        return frozenset(path for territory in own for path in lineage(territory)) - {COUNTRY}

    def ongoing_in(self, first: int) -> tuple[Planned, ...]:
        """What goes on for longer than a quarter and falls into a school year."""
        return self._ongoing_by_year.get(first, ())

    @cached_property
    def _ongoing_by_year(self) -> Mapping[int, tuple[Planned, ...]]:
        return gathered(
            (year, one) for one in self.ongoing for year in dict.fromkeys(map(school_year_of, long_months(one)))
        )

    def undated_in(self, first: int) -> tuple[Planned, ...]:
        """What has no date and stands in a roadmap whose period touches a school year."""
        return self._undated_by_year.get(first, ())

    @cached_property
    def _undated_by_year(self) -> Mapping[int, tuple[Planned, ...]]:
        return gathered((year, one) for one in self.undated for year in years_of(one))

    def before(self, month: Month) -> Neighbour | None:
        """The nearest earlier month with something in it."""
        place = bisect_left(self._months, month)
        if not place:
            return None
        earlier = self._months[place - 1]
        return Neighbour(month=earlier, passed=tuple(between(earlier, month)))

    def after(self, month: Month) -> Neighbour | None:
        """The nearest later month with something in it."""
        place = bisect_right(self._months, month)
        if place == len(self._months):
            return None
        later = self._months[place]
        return Neighbour(month=later, passed=tuple(between(month, later)))

    @cached_property
    def _months(self) -> tuple[Month, ...]:
        return tuple(self.by_month)

    def year_to_show(self, month: Month) -> int | None:
        """The school year of a month; where nothing is on in it, the last one before it, else the first one after."""
        years = sorted({school_year_of(each) for each in self.by_month}) or self.school_years
        asked = school_year_of(month)
        until = [year for year in years if year <= asked]
        return until[-1] if until else next(iter(years), None)


def years_of(one: Planned) -> tuple[int, ...]:
    """The school years that the roadmap of an activity touches."""
    period = one.record.content.period
    return tuple(range(school_year_of(month_of(period.start)), school_year_of(month_of(period.end)) + 1))


def long_months(one: Planned) -> frozenset[Month]:
    """The months in which an activity goes on without being an entry."""
    return frozenset(month for each in long_of(one) for month in each.months)


def _years(occurrence: Occurrence) -> Iterable[int]:
    """The school years that an occurrence touches."""
    months = occurrence.months
    return range(school_year_of(months[0]), school_year_of(months[-1]) + 1)
