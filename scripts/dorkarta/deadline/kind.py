"""The kinds of deadlines."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of deadline an expression is."""

    EXACT_DAY = "exact-day"
    DAY_RANGE = "day-range"
    MONTH = "month"
    MONTH_RANGE = "month-range"
    MONTH_LIST = "month-list"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    SCHOOL_QUARTER = "school-quarter"
    YEAR = "year"
    YEAR_RANGE = "year-range"
    SCHOOL_YEAR = "school-year"
    BY_DATE = "by-date"
    FROM_DATE = "from-date"
    RECURRING = "recurring"
    ON_EVENT = "on-event"
    BY_PLAN = "by-plan"
    ONGOING = "ongoing"
    UNPARSEABLE = "unparseable"
