"""What was asked of a build; two equal requests of the same sources make the same site."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from dorkarta import fingerprint


class Part(StrEnum):
    """The parts of a site that a hurried build may leave out."""

    DOCUMENTS = "documents"
    SEARCH = "search"


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What was asked of a build."""

    as_of: datetime.date
    """The date of the edition."""
    site_url: str | None = None
    """The address of the site, where it is not that of `mkdocs.yml`."""
    compress: bool = False
    """Whether texts get a compressed twin, for servers that send it as it is."""
    without: frozenset[Part] = frozenset()
    """What is left out."""

    def digest(self, sources: str) -> str:
        """The hash of the request and of all sources, by the hash of those."""
        parts = (self.as_of.isoformat(), self.undated, str(self.compress), sources)
        return fingerprint.of_text("\0".join(parts))

    @property
    def undated(self) -> str:
        """What pages are made with, the day apart; compression changes none."""
        return f"{self.site_url} {sorted(self.without)}"
