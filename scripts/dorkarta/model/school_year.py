"""School years: their quarters and holidays, which differ by territory and year."""

from typing import Literal

from pydantic import Field

from dorkarta.model.base import Inferred, Model, Span, Text
from dorkarta.model.note import Note

Season = Literal["autumn", "winter", "spring", "summer"]


class SchoolYearRecord(Model):
    """One school year. Schools decide for themselves; a territory's data or the ministry's advice stand for them."""

    year: Span
    """From its first day to the last one of the summer: `2025-09-01/2026-08-31`."""
    quarters: tuple[Span, ...] = ()
    holidays: dict[Season, Span] = Field(default_factory=dict)
    source: Text
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)


class SchoolYears(Model):
    """`school-years.yaml` of the registry (the ministry's advice) or of a territory."""

    years: tuple[SchoolYearRecord, ...]
