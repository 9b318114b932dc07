"""The calendar of a plan: what is on in every month and school year, what goes on all year, what has no date."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dorkarta.calendars.events import Event, events_of, long_of, months_with_events, ongoing_of, undated_of
from dorkarta.calendars.load import NONE, Load, added, load_of
from dorkarta.calendars.months import between, month_of, school_year_of
from dorkarta.gathering import gathered
from dorkarta.records.extent import LINES, in_municipality
from dorkarta.records.lineage import COUNTRY, lineage
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

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All, in order of days; of a large calendar ask for its load, or for what is listed of it."""
        return events_of(self.planned)

    @cached_property
    def by_month(self) -> Mapping[Month, tuple[Event, ...]]:
        """The months that have something, in order, with what touches them."""
        found = gathered((month, event) for event in self.events for month in event.months)
        return {month: found[month] for month in sorted(found)}

    @property
    def load(self) -> Load:
        """How much is on in all territories."""
        return self.loads_inside.get(COUNTRY, NONE)

    @cached_property
    def loads(self) -> Mapping[str, Load]:
        """By territory: how much its own roadmaps hold."""
        own = gathered((one.record.territory, one) for one in self.planned)
        return {territory: load_of(planned) for territory, planned in own.items()}

    @cached_property
    def loads_inside(self) -> Mapping[str, Load]:
        """By territory, the country among them: how much is on there and in all inside it."""
        around = gathered((path, load) for territory, load in self.loads.items() for path in lineage(territory))
        return {path: added(loads) for path, loads in around.items()}

    @cached_property
    def is_large(self) -> bool:
        """Whether some month holds more than one page."""
        return any(sum(kinds.values()) > LINES for kinds in self.load.by_month.values())

    @cached_property
    def listed(self) -> "Calendar":
        """What is listed one by one where all of it is shown: a large calendar lists what regions themselves plan."""
        if not self.is_large:
            return self
        regional = Calendar(planned=tuple(one for one in self.planned if not in_municipality(one.record.territory)))
        return Calendar(planned=()) if regional.is_large else regional

    def activities(self, month: Month) -> tuple[Planned, ...]:
        """What is on in a month, each activity once, in order of days."""
        return in_order_of_days(self.active(month), month)

    def active(self, month: Month) -> tuple[Planned, ...]:
        """What is on in a month, each activity once, in the order of the plan."""
        return self._active.get(month, ())

    @cached_property
    def _active(self) -> Mapping[Month, tuple[Planned, ...]]:
        return gathered((month, one) for one in self.planned if one.timing for month in months_with_events(one.timing))

    def last_active(self, until: Month) -> tuple[Month, ...]:
        """The months with something of the last school year that has any, up to a month."""
        past = [month for month in self._months if month <= until]
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
        years = set(self.load.by_year)
        for one in (*self.ongoing, *self.undated):
            own = years_of(one)
            if not years.intersection(own):
                years.add(own[0])
        return tuple(sorted(years))

    def of_year(self, first: int) -> tuple[Event, ...]:
        """The events of a school year, each of them once."""
        return tuple(event for event in self.events if first in _years(event.occurrence))

    @cached_property
    def years_by_territory(self) -> Mapping[str, tuple[int, ...]]:
        """By territory: the school years with events there or inside it."""
        return {
            path: tuple(load.by_year) for path, load in self.loads_inside.items() if path != COUNTRY and load.entries
        }

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
        return tuple(self.load.by_month)

    def year_to_show(self, month: Month) -> int | None:
        """The school year of a month; where nothing is on in it, the last one before it, else the first one after."""
        years = list(self.load.by_year) or self.school_years
        asked = school_year_of(month)
        until = [year for year in years if year <= asked]
        return until[-1] if until else next(iter(years), None)


def in_order_of_days(planned: Iterable[Planned], month: Month) -> tuple[Planned, ...]:
    """Activities by the days of their events that touch a month; what has none is left out."""
    found = (event for event in events_of(planned) if month in event.months)
    return tuple({event.planned.key: event.planned for event in found}.values())


def years_of(one: Planned) -> tuple[int, ...]:
    """The school years that the roadmap of an activity touches."""
    period = one.record.content.period
    return tuple(range(school_year_of(month_of(period.start)), school_year_of(month_of(period.end)) + 1))


def long_months(one: Planned) -> frozenset[Month]:
    """The months in which an activity goes on without being an entry."""
    return frozenset(month for each in long_of(one) for month in each.months)


def _years(occurrence: Occurrence) -> range:
    """The school years that an occurrence touches."""
    months = occurrence.months
    return range(school_year_of(months[0]), school_year_of(months[-1]) + 1)
