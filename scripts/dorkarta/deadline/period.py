"""Stretches of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """The days a record covers, both ends included.

    Arguments:
        start: The first day.
        end: The last day.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            msg = f"period ends on {self.end}, before its start {self.start}"
            raise ValueError(msg)

    def covers(self, start: date, end: date) -> bool:
        """Tell whether all days from `start` to `end` lie inside."""
        return self.start <= start and end <= self.end

    def meets(self, start: date, end: date) -> bool:
        """Tell whether at least one day from `start` to `end` lies inside."""
        return start <= self.end and self.start <= end


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """When something is to happen.

    Arguments:
        start: The first day; None when only a limit is known («до 15 декабря»).
        end: The last day; None when only a start is known («с 14 марта»).
        exact: The days themselves are meant; False: some time inside, the day is not said.
    """

    start: date | None
    end: date | None
    exact: bool
