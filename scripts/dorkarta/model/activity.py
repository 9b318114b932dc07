"""A planned activity of a roadmap."""

from pydantic import Field

from dorkarta.model.base import Inferred, ItemId, Model, Reference, References, Span, Text
from dorkarta.model.indicator import Indicator
from dorkarta.model.level import LevelId
from dorkarta.model.note import Note
from dorkarta.model.responsible import ResponsibleField
from dorkarta.model.source import Act


class Activity(Model):
    """A row of the roadmap's table; it may hold sub-activities with dates of their own."""

    id: ItemId
    number: Text | None = None
    """As printed, for display only: numbers restart, shift and get misread."""
    title: Text | None = None
    """Empty only where the scan lost it, which a note says."""
    form: Text | None = None
    """As printed; several forms are told apart by a comma or a slash."""
    deadline: Text | None = None
    """The official words; what they mean is derived."""
    dates: tuple[Span, ...] = ()
    """What the words mean, where the machine cannot know it; `inferred.dates` says why."""
    responsible: tuple[ResponsibleField, ...] = ()
    audience: tuple[Text, ...] = ()
    expected_result: Text | None = None
    indicators: tuple[Indicator, ...] = ()
    documents: tuple[Reference, ...] = ()
    """Documents that the activity names or carries out."""
    implements: References = ()
    """Activities of an upper level that it carries out: `krasnodar-krai/roadmap-2020-2021#71`."""
    activities: tuple["Activity", ...] = ()
    level: LevelId | None = None
    """Only where it differs from its section's."""
    cancelled: Act | None = None
    amended: tuple[Act, ...] = ()
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)
