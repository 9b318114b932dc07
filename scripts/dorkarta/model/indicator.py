"""Planned figures: the text of the cell, and what it says."""

from enum import StrEnum
from typing import Annotated, Final

from pydantic import ConfigDict, Field, StringConstraints

from dorkarta.model.base import Allowed, Inferred, Model, Text
from dorkarta.model.note import Notes
from dorkarta.model.quantity import QuantityField

YEAR: Final = r"^(?:19|20)[0-9][0-9]$"

Year = Annotated[str, StringConstraints(pattern=YEAR)]


class Accumulation(StrEnum):
    """How the figures of years make the figure of the whole time."""

    FLOW = "flow"
    """They add up: two letters and four letters are six letters."""
    STOCK = "stock"
    """They are a level: two schools this year and two schools next year are two schools."""
    YEARLY = "yearly"
    """Each year is for itself: one plan this year and one plan next year, as was asked."""


class Indicator(Model):
    """A figure that an activity is to reach, in all and by calendar year.

    A cell such as «1; 4» holds several numbers; `counts` names what each of them counts.
    """

    model_config = ConfigDict(title="Показатель")

    name: Text = Field(
        title="Название",
        description="Что измеряют, словами документа.",
        examples=["Количество школ для адресного сопровождения"],
    )
    target: QuantityField | None = Field(
        default=None,
        title="Плановое значение",
        description="Чего нужно достичь за весь период. Несколько чисел пишут через точку с запятой.",
        examples=["2", "не менее 4", "1; 4", "1 (май)", "100%"],
    )
    years: dict[Year, QuantityField] = Field(
        default_factory=dict,
        title="Значения по годам",
        description="Чего нужно достичь в каждом году, как напечатано в столбцах годов.",
        examples=[{"2020": "1", "2021": "не менее 2"}],
    )
    counts: tuple[Text, ...] = Field(
        default=(),
        title="Что посчитано",
        description="Если в значении несколько чисел («1; 4») – что считает каждое, по порядку.",
        examples=[["семинары", "участники"]],
    )
    accumulation: Accumulation | None = Field(
        default=None,
        title="Как складывается",
        description="Складываются ли значения лет. Без поля программа решает сама: по словам, с которых начинается "
        "название, и по тому, сходится ли с плановым значением сумма лет или каждый год.",
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)
