"""Factors of risk: what makes it hard for a school to teach well, by the documents that name them."""

from dorkarta.model.base import Model, Reference, Slug, Text
from dorkarta.model.note import Note


class RiskGroup(Model):
    """A heading over several factors."""

    id: Slug
    title: Text
    short: Text
    source: Text
    sections: tuple[Reference, ...] = ()


class RiskFactor(Model):
    """A factor with the sections of roadmaps that are about it."""

    id: Slug
    title: Text
    short: Text
    group: Slug | None = None
    source: Text
    """The document that names it."""
    sections: tuple[Reference, ...] = ()
    aliases: tuple[Text, ...] = ()
    notes: tuple[Note, ...] = ()


class RiskFactors(Model):
    """`registry/risk-factors.yaml`."""

    groups: tuple[RiskGroup, ...] = ()
    factors: tuple[RiskFactor, ...]
