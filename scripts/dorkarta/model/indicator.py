"""Planned figures: the text of the cell, and what it says."""

import re
from typing import Annotated

from pydantic import Field, StringConstraints

from dorkarta.model.base import Inferred, Model, Text
from dorkarta.model.note import Note
from dorkarta.model.quantity import QuantityField

Year = Annotated[str, StringConstraints(pattern=re.compile(r"^(?:19|20)\d\d$"))]


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
