"""The school year of a territory: its quarters and holidays, given as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dorkarta.deadline.period import Period


class Season(IntEnum):
    """The seasons, in the order of a civil year."""

    WINTER = 1
    SPRING = 2
    SUMMER = 3
    AUTUMN = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolYear:
    """One school year.

    Arguments:
        start: The civil year in which it begins: 2020 for 2020/2021.
        quarters: The school quarters in their order; may be fewer than four while not all are known.
        holidays: The holidays by season.
    """

    start: int
    quarters: tuple[Period, ...] = ()
    holidays: tuple[tuple[Season, Period], ...] = ()

    def quarter(self, number: int) -> Period | None:
        """Give the quarter with this number, the first is 1."""
        return self.quarters[number - 1] if 1 <= number <= len(self.quarters) else None

    def holiday(self, season: Season) -> Period | None:
        """Give the holidays of a season."""
        return next((period for name, period in self.holidays if name == season), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolCalendar:
    """The school years of a territory.

    Arguments:
        years: The years that are known, in any order.
    """

    years: tuple[SchoolYear, ...] = ()
    # A calendar is a part of the key of the cache; its hash is asked for at every reading.
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash(self.years))

    def __hash__(self) -> int:
        return self._hash

    def __iter__(self) -> Iterator[SchoolYear]:
        return iter(self.years)

    def year(self, start: int) -> SchoolYear | None:
        """Give the school year that begins in this civil year."""
        return next((year for year in self.years if year.start == start), None)
