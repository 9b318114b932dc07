"""Planned figures: the text of the cell, and what it says."""

from typing import Annotated, Final

from pydantic import Field, StringConstraints

from dorkarta.model.base import Inferred, Model, Text
from dorkarta.model.note import Note
from dorkarta.model.quantity import QuantityField

YEAR: Final = r"^(?:19|20)[0-9][0-9]$"

Year = Annotated[str, StringConstraints(pattern=YEAR)]


class Indicator(Model):
    """A figure that an activity is to reach, in all and by calendar year.

    A cell such as «1; 4» holds several numbers; `counts` names what each of them counts.
    """

    name: Text
    target: QuantityField | None = None
    years: dict[Year, QuantityField] = Field(default_factory=dict)
    counts: tuple[Text, ...] = ()
    notes: tuple[Note, ...] = ()
    inferred: Inferred = Field(default_factory=dict)
