"""«Содержательное наполнение системы»: who works on what, by which norms, at each level."""

from dorkarta.model.base import Model, Reference, Text
from dorkarta.model.level import LevelId
from dorkarta.model.note import Note
from dorkarta.model.source import Source


class Norm(Model):
    """A normative document that a level rests upon."""

    number: Text | None = None
    title: Text
    document: Reference | None = None
    notes: tuple[Note, ...] = ()


class Component(Model):
    """What a subject of the system does."""

    number: Text | None = None
    title: Text
    items: tuple[Text, ...] = ()
    notes: tuple[Note, ...] = ()


class Subject(Model):
    """One or several bodies with the components of the system that are theirs."""

    bodies: tuple[Text, ...]
    components: tuple[Component, ...]
    notes: tuple[Note, ...] = ()


class SystemLevel(Model):
    """One level: its norms hold for all its subjects."""

    level: LevelId
    norms: tuple[Norm, ...]
    subjects: tuple[Subject, ...]
    notes: tuple[Note, ...] = ()


class System(Model):
    """`system.yaml` of a territory."""

    title: Text
    source: Source
    levels: tuple[SystemLevel, ...]
    notes: tuple[Note, ...] = ()
