"""Small shared vocabularies: whom an activity addresses, and what abbreviations mean."""

from dorkarta.model.base import Model, Slug, Text
from dorkarta.model.note import Note


class Audience(Model):
    """A group of people that an activity addresses."""

    id: Slug
    title: Text
    aliases: tuple[Text, ...] = ()


class Audiences(Model):
    """`registry/audiences.yaml`."""

    audiences: tuple[Audience, ...]


class Abbreviation(Model):
    """A shortened word of the documents. A territory may give it a meaning of its own."""

    short: Text
    expansion: Text
    also: tuple[Text, ...] = ()
    """Other meanings: «МО» is a municipality and a teachers' association."""
    source: Text | None = None
    """Where the expansion was found; nothing here means common knowledge, not confirmed."""
    notes: tuple[Note, ...] = ()


class Abbreviations(Model):
    """`abbreviations.yaml` of the registry or of a territory."""

    abbreviations: tuple[Abbreviation, ...]
