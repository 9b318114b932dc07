"""A practice: how somebody helped a school with a certain problem, told step by step from documents."""

from enum import StrEnum

from pydantic import Field

from dorkarta.model.base import Date, Inferred, Model, Reference, Slug, TerritoryPath, Text
from dorkarta.model.level import LevelId
from dorkarta.model.note import Note


class Role(StrEnum):
    """Who takes part."""

    DIRECTOR = "director"
    DEPUTY = "deputy"
    TEACHER = "teacher"
    TUTOR = "tutor"
    CURATOR = "curator"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


class Proof(StrEnum):
    """How far documents prove that a practice was used and helped."""

    PLANNED = "planned"
    """A plan describes it; no document says that it was done."""
    REPORTED = "reported"
    """A report says that it was done."""
    CONFIRMED = "confirmed"
    """A document beside the report confirms the result."""


class Step(Model):
    """Something that is done, in words near to those of the document."""

    text: Text
    source: Reference
    """The activity, the entry of a report or the level of a system that says so."""


class Result(Model):
    """What came or is to come of it; a planned practice has an expected result only."""

    text: Text
    measured: Text | None = None


class PracticeHead(Model):
    """The fields of `content/practices/….md`; what no document says is left out."""

    title: Text
    territory: TerritoryPath
    level: LevelId
    summary: Text
    """Ours, in plain words."""
    problem: Text
    risks: tuple[Slug, ...] = ()
    """Factors of the registry that the document itself ties to it."""
    risks_why: Text | None = None
    roles: tuple[Role, ...] = ()
    forms: tuple[Text, ...] = ()
    """Names that the registry of forms knows."""
    subject: Text | None = None
    steps: tuple[Step, ...]
    result: Result | None = None
    activities: tuple[Reference, ...] = ()
    entries: tuple[Reference, ...] = ()
    """Entries of reports that say that it was carried out."""
    documents: tuple[Reference, ...] = ()
    contact: Text | None = None
    """A body or a post, as the registry of bodies knows it; never a person."""
    proof: Proof
    proof_why: Text
    reviewed: Date
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)


class Practice(PracticeHead):
    """A whole file; its name is the practice's identity."""

    prose: str | None = None
    """The Markdown under the fields, which says what they do not."""
