"""A report on the execution of a roadmap."""

from typing import Literal

from pydantic import Field

from dorkarta.model.base import Inferred, ItemId, Model, RecordPath, Reference, Span, Text
from dorkarta.model.level import LevelId
from dorkarta.model.note import Note
from dorkarta.model.responsible import ResponsibleField
from dorkarta.model.source import Source


class Evidence(Model):
    """What a report cites as proof: a document of the register, in the words of the report."""

    document: Reference
    quote: Text | None = None
    notes: tuple[Note, ...] = ()


class ReportEntry(Model):
    """One row of a report."""

    id: ItemId
    number: Text | None = None
    title: Text
    description: Text | None = None
    date: Text | None = None
    """The official words, as in an activity's deadline; a planned date may stand here too."""
    dates: tuple[Span, ...] = ()
    responsible: tuple[ResponsibleField, ...] = ()
    audience: tuple[Text, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    activity: Reference | None = None
    """The activity that was carried out, of whatever roadmap."""
    withheld: tuple[Literal["responsible"], ...] = ()
    """Fields in which the source names persons, who are not published (152-ФЗ)."""
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)


class ReportColumns(Model):
    """The headings of the official form, where they differ from ours."""

    title: Text | None = None
    description: Text | None = None
    date: Text | None = None
    responsible: Text | None = None
    audience: Text | None = None
    evidence: Text | None = None


class Report(Model):
    """`report-….yaml`: what was done, true to its source."""

    title: Text
    level: LevelId
    period: Span
    summary: Text | None = None
    """Markdown of ours, not of the document."""
    roadmap: RecordPath | None = None
    signed: Text | None = None
    """The post of the one who signed."""
    source: Source
    columns: ReportColumns | None = None
    entries: tuple[ReportEntry, ...]
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)
