"""A file of the site that is made when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class FilePromise:
    """Its address is known before, at no cost; until it is made it holds nothing."""

    address: str
    territory: str | None
    """It is made of records in this territory, above it and inside it; of any where it is the country, else of none."""
    records: tuple[str, ...] | None = None
    """The files of the roadmaps and reports that it is made of, where it is made of no other ones in its territory."""
    daily: bool = False
    """Whether it tells how things stand on the day of the edition."""
    make: Callable[[], bytes]
