"""One edition of the site: the records, the date, and how the site is set up."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.feeds import feeds_of
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What `mkdocs.yml` says that pages need."""

    site_name: str
    site_url: str
    """With a slash at its end, or empty."""
    edit_url: str | None
    """The beginning of addresses where files are edited, with a slash at its end."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """All that pages are made from."""

    plan: Plan
    as_of: datetime.date
    settings: Settings

    @cached_property
    def corpus(self) -> Corpus:
        """The records of the plan."""
        return self.plan.corpus

    @cached_property
    def calendar(self) -> Calendar:
        """The plan laid out in time."""
        return Calendar(planned=self.plan.planned)

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """The addresses of the iCalendar feeds with their titles; what has no event has no feed."""
        return {feed.address: feed.title for feed in feeds_of(self.plan)}

    def edit(self, file: str, line: int) -> str | None:
        """Where a line of a record is corrected."""
        base = self.settings.edit_url
        return f"{base}{file}#L{line}" if base else None

    def absolute(self, url: str) -> str | None:
        """The address that people see on paper."""
        base = self.settings.site_url
        return f"{base}{url}" if base else None
