"""The plain data that templates see: nothing of the model, no clock, no look-ups.

The shapes are those that the macros of `theme/blocks/_parts.html` name; a page's key is the hash of its view.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A title that may lead somewhere."""

    title: str
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteView:
    """A remark of the transcriber."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Meta:
    """A line of a page's head."""

    label: str
    value: str
    href: str | None = None
    inferred: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """A button of a page's head; kind: download, json, print, edit, copy, event (the way to the calendar)."""

    kind: str
    label: str
    href: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedView:
    """A feed. Without an address of the site there is nothing to subscribe to, only the file."""

    title: str
    download: str
    webcal: str | None
    address: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SubscriptionView:
    """What a page offers."""

    feeds: tuple[FeedView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """The head of a page."""

    title: str
    kicker: str | None = None
    lead: str | None = None
    meta: tuple[Meta, ...] = ()
    notes: tuple[NoteView, ...] = ()
    notes_title: str = "Пояснения"
    inferred: Mapping[str, str] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    subscription: SubscriptionView | None = None
    address: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number with its noun."""

    value: int
    label: str
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A way into a part of the site."""

    title: str
    href: str
    note: str | None = None
    text: str | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FormView:
    """A form; kind: event, document, monitoring, process."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyView:
    """Who answers, as the document prints it."""

    id: str
    label: str
    href: str | None
    full: str | None
    addition: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DeadlineView:
    """The words of a deadline, and what they mean where that says more."""

    text: str | None
    reading: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorView:
    """A row of planned figures."""

    name: str
    target: str | None
    by_year: Mapping[str, str]
    counts: tuple[str, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class SubView:
    """A part of an activity."""

    id: str
    number: str | None
    title: str | None
    forms: tuple[FormView, ...]
    deadline: DeadlineView | None
    bodies: tuple[BodyView, ...]
    months: tuple[str, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    lost: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityView:
    """A row of the table of activities."""

    id: str
    number: str | None
    title: str | None
    forms: tuple[FormView, ...]
    deadline: DeadlineView | None
    bodies: tuple[BodyView, ...]
    result: str | None
    indicators: tuple[IndicatorView, ...]
    documents: tuple[Link, ...]
    subs: tuple[SubView, ...]
    level: str | None
    months: tuple[str, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    lost: tuple[str, ...]
    edit: str | None
    state: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionView:
    """Rows under a heading; without a title, just rows."""

    id: str
    title: str | None
    number: str | None = None
    notes: tuple[NoteView, ...] = ()
    activities: tuple[ActivityView, ...] = ()
    sections: tuple["SectionView", ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnsView:
    """The headings of the table; a column that no row fills has none."""

    number: str
    title: str
    form: str | None
    deadline: str | None
    responsible: str | None
    result: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TableView:
    """A table of activities."""

    id: str
    caption: str
    columns: ColumnsView
    years: tuple[str, ...]
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """A choice of a filter; `months` where it stands for several."""

    value: str
    label: str
    months: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionGroup:
    """Choices under a heading."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FilterView:
    """The filter row over a table."""

    total: int
    noun: tuple[str, str, str]
    forms: tuple[Option, ...]
    bodies: tuple[Option, ...]
    levels: tuple[Option, ...]
    whens: tuple[OptionGroup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceView:
    """What proves an entry."""

    title: str
    href: str | None
    issuer: str | None
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
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
    state: str | None
    evidence: tuple[EvidenceView, ...]
    activity: Link | None
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    lost: tuple[str, ...]
    edit: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class IssuerView:
    """Who issued a document."""

    label: str
    href: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentView:
    """A document of the register."""

    id: str
    kind: str
    number: str | None
    date: str | None
    title: str | None
    issuer: IssuerView | None
    url: str | None
    mentions: tuple[Link, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    edit: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class MeaningView:
    """One meaning of an abbreviation."""

    text: str
    where: str | None
    source: str | None
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TermView:
    """An abbreviation."""

    id: str
    short: str
    meanings: tuple[MeaningView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordLine:
    """A roadmap or a report in a list."""

    title: str
    href: str
    kicker: str | None = None
    meta: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkLine:
    """A body or a territory in a list."""

    title: str
    href: str | None
    text: str | None = None
    count: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityLine:
    """An activity outside its table."""

    number: str | None
    title: str
    href: str
    when: str | None
    forms: tuple[FormView, ...]
    where: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class NormView:
    """A norm of a level."""

    number: str | None
    title: str
    href: str | None
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ComponentView:
    """What a subject of the system does."""

    number: str | None
    title: str
    parts: tuple[str, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SubjectView:
    """Bodies with their components."""

    id: str
    bodies: tuple[BodyView, ...]
    components: tuple[ComponentView, ...]
    notes: tuple[NoteView, ...]
