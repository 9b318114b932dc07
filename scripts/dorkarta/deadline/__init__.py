"""The Russian language of deadlines: what officials write, as intervals, recurrences and conditions.

Pure: no clock, no files. `read` gives a `Reading`; `wording` says it in correct Russian; `expand` lays a
recurrence into a period; `as_json` makes plain data of it.
"""

from dorkarta.deadline.kind import Kind
from dorkarta.deadline.occurrences import expand
from dorkarta.deadline.part import Part
from dorkarta.deadline.period import Interval, Period
from dorkarta.deadline.reader import read
from dorkarta.deadline.reading import IntervalJson, Reading, ReadingJson, as_json
from dorkarta.deadline.repeat import MonthDays, Recurrence, Repeat
from dorkarta.deadline.school import SchoolCalendar, SchoolYear, Season
from dorkarta.deadline.wording import wording

__all__ = [
    "Interval",
    "IntervalJson",
    "Kind",
    "MonthDays",
    "Part",
    "Period",
    "Reading",
    "ReadingJson",
    "Recurrence",
    "Repeat",
    "SchoolCalendar",
    "SchoolYear",
    "Season",
    "as_json",
    "expand",
    "read",
    "wording",
]
