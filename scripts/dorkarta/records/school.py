"""School calendars, out of the registry."""

from collections.abc import Iterable
from typing import Final

from dorkarta.deadline import SchoolCalendar, SchoolYear, Season
from dorkarta.model.school_year import SchoolYearRecord

_SEASONS: Final = {
    "autumn": Season.AUTUMN,
    "winter": Season.WINTER,
    "spring": Season.SPRING,
    "summer": Season.SUMMER,
}


def school_calendar(years: Iterable[SchoolYearRecord]) -> SchoolCalendar:
    """The calendar of school years; of several records of a year the first one holds."""
    found: dict[int, SchoolYear] = {}
    for record in years:
        found.setdefault(record.year.start.year, _school_year(record))
    return SchoolCalendar(years=tuple(found[year] for year in sorted(found)))


def _school_year(record: SchoolYearRecord) -> SchoolYear:
    return SchoolYear(
        start=record.year.start.year,
        quarters=record.quarters,
        holidays=tuple((_SEASONS[name], span) for name, span in sorted(record.holidays.items())),
    )
