"""One edition of the site: the records, the date, and how the site is set up."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.feeds import feeds_of
from dorkarta.history.chronicle import Chronicle
from dorkarta.progress.execution import Execution
from dorkarta.progress.outlook import Outlook
from dorkarta.progress.tally import Tallies
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.library import Library
from dorkarta.records.plan import Plan
from dorkarta.records.threads import Threads


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What `mkdocs.yml` says that pages need."""

    site_name: str
    site_url: str
    """With a slash at its end, or empty."""
    edit_url: str | None
    """The beginning of addresses where files are edited, with a slash at its end."""
    new_url: str | None = None
    """Where a new file is written: an address in which `{file}` and `{text}` stand for its name and text."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """All that pages are made from."""

    plan: Plan
    as_of: datetime.date
    settings: Settings
    downloads: Mapping[str, int] = field(default_factory=dict)
    """The addresses of the files to take away, with their sizes in bytes."""
    history: Chronicle = field(default_factory=Chronicle)
    """What the commits of the records changed, as far as it is known."""

    @cached_property
    def corpus(self) -> Corpus:
        """The records of the plan."""
        return self.plan.corpus

    @cached_property
    def calendar(self) -> Calendar:
        """The plan laid out in time."""
        return Calendar(planned=self.plan.planned)

    @cached_property
    def execution(self) -> Execution:
        """How the plan is carried out by the day of the edition."""
        return Execution(plan=self.plan, as_of=self.as_of)

    @cached_property
    def tallies(self) -> Tallies:
        """How much of the plan is carried out where."""
        return Tallies(execution=self.execution)

    @cached_property
    def outlook(self) -> Outlook:
        """What is near and what is past."""
        return Outlook(execution=self.execution)

    @cached_property
    def library(self) -> Library:
        """The practices of the plan, from every side."""
        return Library(plan=self.plan)

    @cached_property
    def threads(self) -> Threads:
        """Which activities carry out which."""
        return Threads(plan=self.plan)

    @cached_property
    def roadmap_names(self) -> Mapping[str, str]:
        """What roadmaps are called, by their paths; other pages name them in thousands of links."""
        return {path: naming.roadmap_name(self.corpus, record) for path, record in self.corpus.roadmaps.items()}

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """The addresses of the iCalendar feeds with their titles; what has no event has no feed."""
        return {feed.address: feed.title for feed in feeds_of(self.plan)}

    def with_downloads(self, downloads: Mapping[str, int]) -> "Edition":
        """The same edition with files to take away; what was found out of it stays known: none depends on them."""
        edition = replace(self, downloads=downloads)
        vars(edition).update({name: known for name, known in vars(self).items() if name not in vars(edition)})
        return edition

    def prepare(self) -> None:
        """Find out what most pages ask for, so that processes which share the pages need not do it each for itself."""
        plan, execution, calendar = self.plan, self.execution, self.calendar
        _ = (
            (plan.by_roadmap, plan.by_key, plan.implementing, plan.by_body_and_roadmap),
            (execution.units, execution.by_body),
            (calendar.loads_inside, calendar.school_years, calendar.listed.by_month),
            (self.threads, self.library, self.feeds),
        )

    def edit(self, file: str, line: int) -> str | None:
        """Where a line of a record is corrected."""
        base = self.settings.edit_url
        return f"{base}{file}#L{line}" if base else None

    def absolute(self, url: str) -> str | None:
        """The address that people see on paper."""
        base = self.settings.site_url
        return f"{base}{url}" if base else None
