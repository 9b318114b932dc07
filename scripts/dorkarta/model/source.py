"""Where a record comes from and who set it in force."""

from pydantic import Field

from dorkarta.model.base import Date, Inferred, Model, Reference, Text
from dorkarta.model.note import Note


class Source(Model):
    """The document that a record transcribes."""

    title: Text
    url: Text | None = None
    form: Text | None = None
    """What the transcript was made from: «распознанный скан», «DOCX»."""
    notes: tuple[Note, ...] = ()


class Approval(Model):
    """The grif «УТВЕРЖДАЮ» / «УТВЕРЖДЕНО» (ГОСТ Р 7.0.97-2025). A post, never a person (152-ФЗ)."""

    by: Text | None = None
    """The body, as a name that the registry of bodies knows."""
    post: Text | None = None
    date: Date | None = None
    number: Text | None = None
    document: Reference | None = None
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)


class Act(Model):
    """An official decision about an activity: it was changed or called off."""

    date: Date | None = None
    by: Text | None = None
    what: Text | None = None
    document: Reference | None = None
