"""Parts of a month: its beginning, a week, a decade."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """A part of a month or of something longer."""

    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    DECADE_1 = "decade-1"
    DECADE_2 = "decade-2"
    DECADE_3 = "decade-3"
    WEEK_1 = "week-1"
    WEEK_2 = "week-2"
    WEEK_3 = "week-3"
    WEEK_4 = "week-4"
    WEEK_5 = "week-5"
    WEEK_LAST = "week-last"


DECADES = (Part.DECADE_1, Part.DECADE_2, Part.DECADE_3)
WEEKS = (Part.WEEK_1, Part.WEEK_2, Part.WEEK_3, Part.WEEK_4, Part.WEEK_5)
HALVES = (Part.FIRST_HALF, Part.SECOND_HALF)

# First and last day; 0 is the last day of the month, -6 the sixth before it.
_DAYS = {
    Part.BEGINNING: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.END: (21, 0),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 0),
    Part.DECADE_1: (1, 10),
    Part.DECADE_2: (11, 20),
    Part.DECADE_3: (21, 0),
    Part.WEEK_1: (1, 7),
    Part.WEEK_2: (8, 14),
    Part.WEEK_3: (15, 21),
    Part.WEEK_4: (22, 28),
    Part.WEEK_5: (29, 0),
    Part.WEEK_LAST: (-6, 0),
}


def between(first: Part, last: Part) -> tuple[Part, ...]:
    """Give the parts from one to another: the second, the third and the fourth week."""
    parts = tuple(Part)
    return parts[parts.index(first) : parts.index(last) + 1]


def days_of(part: Part, length: int) -> tuple[int, int] | None:
    """Give the first and the last day of a part of a month.

    Arguments:
        part: The part.
        length: How many days the month has.

    Returns:
        Two days of the month; None where the month has no such part (the fifth week of February).
    """
    first, last = (day if day > 0 else length + day for day in _DAYS[part])
    return (first, last) if first <= last else None
