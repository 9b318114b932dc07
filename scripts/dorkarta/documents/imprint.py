"""Who publishes a paper, where it lives and when its records were changed."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Imprint:
    """What every paper of a site says about the site."""

    publisher: str
    """The name of the site."""
    site_url: str = ""
    """With a slash at its end, or empty: nothing leads from the paper to the site then."""
    modified: Mapping[str, datetime.datetime] = field(default_factory=dict)
    """The file of a record (`roadmaps/….yaml`, `content/practices/….md`) → its last change, UTC, where it is known."""

    def live(self, address: str) -> str | None:
        """The address that people type or scan."""
        return f"{self.site_url}{address}" if self.site_url else None

    def changed(self, files: Iterable[str]) -> datetime.date | None:
        """The day of the latest change; none where the change of some file is not known."""
        moment = self._latest(files)
        return moment.date() if moment else None

    def moment(self, files: Iterable[str], otherwise: datetime.date) -> datetime.datetime:
        """The time that stands in the file: the latest change, else the first moment of a day; never the clock's."""
        return self._latest(files) or datetime.datetime.combine(otherwise, datetime.time(), tzinfo=datetime.UTC)

    def _latest(self, files: Iterable[str]) -> datetime.datetime | None:
        moments = [self.modified.get(file) for file in files]
        known = [moment for moment in moments if moment is not None]
        return max(known) if known and len(known) == len(moments) else None
