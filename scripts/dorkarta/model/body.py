"""Who answers for an activity: an organisation or a role, never a person."""

from enum import StrEnum

from pydantic import Field

from dorkarta.model.base import Inferred, Model, Slug, Text
from dorkarta.model.note import Note


class BodyKind(StrEnum):
    """What a name in the column «Ответственные» stands for."""

    ORGANISATION = "organisation"
    ROLE = "role"
    """A place that every territory fills with somebody of its own: МОУО, «Руководство ОО»."""


class Body(Model):
    """An organisation or a role, known by its title, its short name and its aliases.

    A name is looked up in the record's territory, then in the region, then in the country.
    """

    id: Slug
    title: Text
    short: Text | None = None
    kind: BodyKind
    aliases: tuple[Text, ...] = ()
    fulfils: tuple[Slug, ...] = ()
    """The roles that an organisation fills in the territory where it is registered."""
    about: Text | None = None
    """Markdown."""
    url: Text | None = None
    source: Text | None = None
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)


class Bodies(Model):
    """`bodies.yaml` of the registry or of a territory."""

    bodies: tuple[Body, ...]
