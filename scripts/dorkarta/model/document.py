"""A document that evidence, norms and activities refer to: one record per document."""

from pydantic import Field

from dorkarta.model.base import Date, Inferred, ItemId, Model, Text
from dorkarta.model.note import Note


class Document(Model):
    """An order, a letter, minutes, a contract; or a published event that a report cites in place of one."""

    id: ItemId
    kind: Text
    """«приказ», «письмо», «протокол»."""
    number: Text | None = None
    date: Date | None = None
    title: Text | None = None
    """Without quotes around it."""
    issuer: Text | None = None
    """As a name that the registry of bodies knows."""
    url: Text | None = None
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)


class Documents(Model):
    """`documents.yaml` of the registry or of a territory."""

    documents: tuple[Document, ...]
