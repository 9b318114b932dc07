"""A roadmap: what is to be done, when, by whom."""

from pydantic import Field

from dorkarta.model.activity import Activity
from dorkarta.model.base import Inferred, ItemId, Model, Span, Text
from dorkarta.model.level import LevelId
from dorkarta.model.note import Note
from dorkarta.model.source import Approval, Source


class Section(Model):
    """A part of a roadmap; sections nest."""

    id: ItemId
    number: Text | None = None
    title: Text
    level: LevelId | None = None
    """Only where it differs from what holds around it."""
    notes: tuple[Note, ...] = ()
    activities: tuple[Activity, ...] = ()
    sections: tuple["Section", ...] = ()


class Columns(Model):
    """The headings of the official table, where they differ from ours."""

    number: Text | None = None
    title: Text | None = None
    form: Text | None = None
    deadline: Text | None = None
    responsible: Text | None = None
    expected_result: Text | None = None


class Roadmap(Model):
    """`roadmap-….yaml`: one official roadmap, true to its source."""

    title: Text
    level: LevelId
    period: Span
    goal: Text | None = None
    summary: Text | None = None
    """Markdown of ours, not of the document."""
    appendix: Text | None = None
    """«Приложение № 2 к письму администрации города Тулы»."""
    approved: Approval | None = None
    source: Source
    columns: Columns | None = None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)
