"""The calendar of a plan: what is on in every month and school year, what goes on all year, what has no date."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dorkarta.calendars.events import Event, events_of, long_of, ongoing_of, undated_of
from dorkarta.calendars.months import between, month_of, months_of, school_year_of
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month


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
        """All, in order of days."""
        return events_of(self.planned)

    @cached_property
    def by_month(self) -> Mapping[Month, tuple[Event, ...]]:
        """The months that have something, in order, with what touches them."""
        found: dict[Month, list[Event]] = {}
        for event in self.events:
            for month in event.occurrence.months:
                found.setdefault(month, []).append(event)
        return {month: tuple(found[month]) for month in sorted(found)}

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
        found: dict[Month, list[Planned]] = {}
        for one in self.ongoing:
            for month in long_months(one):
                found.setdefault(month, []).append(one)
        return {month: tuple(ones) for month, ones in found.items()}

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
        months = set(months_of(first))
        return tuple(event for event in self.events if not months.isdisjoint(event.occurrence.months))

    def ongoing_in(self, first: int) -> tuple[Planned, ...]:
        """What goes on for longer than a quarter and falls into a school year."""
        months = set(months_of(first))
        return tuple(one for one in self.ongoing if not months.isdisjoint(long_months(one)))

    def undated_in(self, first: int) -> tuple[Planned, ...]:
        """What has no date and stands in a roadmap whose period touches a school year."""
        return tuple(one for one in self.undated if first in years_of(one))

    def before(self, month: Month) -> Neighbour | None:
        """The nearest earlier month with something in it."""
        earlier = [each for each in self.by_month if each < month]
        return Neighbour(month=earlier[-1], passed=tuple(between(earlier[-1], month))) if earlier else None

    def after(self, month: Month) -> Neighbour | None:
        """The nearest later month with something in it."""
        later = next((each for each in self.by_month if each > month), None)
        return Neighbour(month=later, passed=tuple(between(month, later))) if later else None

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
