"""The plain data that templates see: nothing of the model, no clock, no look-ups.

The shapes are those that the macros of `theme/blocks/_parts.html` name; a page's key is the hash of its view.
"""

from collections.abc import Mapping
from dataclasses import field

from dorkarta.pages.plain import plain


@plain
class Link:
    """A title that may lead somewhere."""

    title: str
    href: str | None = None


@plain
class NoteView:
    """A remark of the transcriber."""

    kind: str
    text: str


@plain
class Meta:
    """A line of a page's head."""

    label: str
    value: str
    href: str | None = None
    inferred: str | None = None


@plain
class Action:
    """A button of a page's head.

    Kind: download, json, print, edit, copy, event (the way to the calendar), choose (the risk helper), document.
    """

    kind: str
    label: str
    href: str | None = None
    note: str | None = None


@plain
class FeedView:
    """A feed. Without an address of the site there is nothing to subscribe to, only the file."""

    title: str
    download: str
    webcal: str | None
    address: str | None


@plain
class SubscriptionView:
    """What a page offers."""

    feeds: tuple[FeedView, ...]


@plain
class FileView:
    """The whole document as a file; hint says what it is for: «для печати», «Word»."""

    label: str
    hint: str
    size: str
    href: str
    name: str


@plain
class PartFile:
    """A part of the document as a file, or a blank that belongs to it."""

    title: str
    label: str
    size: str
    href: str
    name: str


@plain
class FileGroup:
    """Parts under a heading: «По уровням»."""

    title: str
    files: tuple[PartFile, ...]


@plain
class DownloadsView:
    """What can be taken away; the first file is the prominent one."""

    files: tuple[FileView, ...]
    groups: tuple[FileGroup, ...] = ()


@plain
class BadgeView:
    """A few words that stand out; kind is for looks only, the words say all."""

    kind: str
    label: str


@plain
class Header:
    """The head of a page."""

    title: str
    kicker: str | None = None
    badge: BadgeView | None = None
    lead: str | None = None
    meta: tuple[Meta, ...] = ()
    notes: tuple[NoteView, ...] = ()
    notes_title: str = "Пояснения"
    inferred: Mapping[str, str] = field(default_factory=dict)
    downloads: DownloadsView | None = None
    actions: tuple[Action, ...] = ()
    subscription: SubscriptionView | None = None


@plain
class Figure:
    """A number with its noun."""

    value: int
    label: str
    href: str | None = None


@plain
class Card:
    """A way into a part of the site."""

    title: str
    href: str
    note: str | None = None
    text: str | None = None
    figures: tuple[Figure, ...] = ()


@plain
class FormView:
    """A form; kind: event, document, monitoring, process."""

    id: str
    label: str
    kind: str


@plain
class BodyView:
    """Who answers, as the document prints it."""

    id: str
    label: str
    href: str | None
    full: str | None
    addition: str | None = None


@plain
class DeadlineView:
    """The words of a deadline, and what they mean where that says more."""

    text: str | None
    reading: str | None = None


@plain
class Option:
    """A choice of a filter; `months` where it stands for several."""

    value: str
    label: str
    months: str | None = None


@plain
class OptionGroup:
    """Choices under a heading."""

    label: str
    options: tuple[Option, ...]


@plain
class FilterView:
    """The filter row over a table."""

    total: int
    noun: tuple[str, str, str]
    forms: tuple[Option, ...]
    bodies: tuple[Option, ...]
    levels: tuple[Option, ...]
    whens: tuple[OptionGroup, ...]
    states: tuple[Option, ...]


@plain
class IssuerView:
    """Who issued a document."""

    label: str
    href: str | None


@plain
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
    proves: tuple[Link, ...]
    """The activities that reports cite it for."""
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    edit: str | None


@plain
class MeaningView:
    """One meaning of an abbreviation."""

    text: str
    where: str | None
    source: str | None
    href: str | None = None


@plain
class TermView:
    """An abbreviation."""

    id: str
    short: str
    meanings: tuple[MeaningView, ...]


@plain
class RecordLine:
    """A roadmap or a report in a list."""

    title: str
    href: str
    kicker: str | None = None
    meta: tuple[str, ...] = ()
    text: str | None = None


@plain
class LinkLine:
    """A body or a territory in a list."""

    title: str
    href: str | None
    text: str | None = None
    count: str | None = None


@plain
class ActivityLine:
    """An activity outside its table."""

    number: str | None
    title: str
    href: str
    when: str | None
    forms: tuple[FormView, ...]
    where: str | None


@plain
class NormView:
    """A norm of a level."""

    number: str | None
    title: str
    href: str | None
    notes: tuple[NoteView, ...]


@plain
class ComponentView:
    """What a subject of the system does."""

    number: str | None
    title: str
    parts: tuple[str, ...]
    notes: tuple[NoteView, ...]


@plain
class SubjectView:
    """Bodies with their components."""

    id: str
    bodies: tuple[BodyView, ...]
    components: tuple[ComponentView, ...]
    notes: tuple[NoteView, ...]
