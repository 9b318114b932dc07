"""The plain data of the entries of a report, as their macro in `theme/blocks/_parts.html` names it."""

from collections.abc import Mapping

from dorkarta.pages.plain import plain
from dorkarta.pages.status import StatusView
from dorkarta.pages.views import BodyView, DeadlineView, Link, NoteView


@plain
class EvidenceView:
    """What proves an entry."""

    title: str
    href: str | None
    issuer: str | None
    notes: tuple[NoteView, ...]


@plain
class ActualView:
    """A figure that was reached, beside what was planned."""

    name: str
    year: str | None
    """Nothing where it is of the whole time of the roadmap."""
    target: str | None
    value: str
    notes: tuple[NoteView, ...]


@plain
class ReportedView:
    """The activity of a roadmap that an entry names."""

    activity: Link
    roadmap: Link
    status: StatusView | None
    """How it stands in the territory of the report; nothing where it is not carried out there."""
    indicators: Link | None
    """Where its figures are told, if the entry brings any."""


@plain
class EntryView:
    """A row of a report."""

    id: str
    number: str | None
    title: str
    description: str | None
    date: DeadlineView | None
    audience: tuple[str, ...]
    bodies: tuple[BodyView, ...]
    withheld: str | None
    status: StatusView
    """What the entry says by itself."""
    evidence: tuple[EvidenceView, ...]
    reported: ReportedView | None
    actuals: tuple[ActualView, ...]
    practices: tuple[Link, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    lost: tuple[str, ...]
    edit: str | None
