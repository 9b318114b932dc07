"""A figure that was reached, by a report."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Model, Text
from dorkarta.model.indicator import Year
from dorkarta.model.note import Notes
from dorkarta.model.quantity import QuantityField


class Actual(Model):
    """What an indicator of the reported activity has come to by the end of what the report is about."""

    model_config = ConfigDict(title="Факт по показателю")

    indicator: Text | None = Field(
        default=None,
        title="Показатель",
        description="Название показателя, как в карте; не нужно, если показатель у мероприятия один.",
        examples=["Протоколы совещания"],
    )
    year: Year | None = Field(
        default=None,
        title="Год",
        description="За какой год значение; без года – за весь период карты.",
        examples=["2021"],
    )
    value: QuantityField = Field(
        title="Значение",
        description="Достигнутое число; если план называет несколько чисел, столько же через точку с запятой.",
        examples=["2", "1; 4", "87,5%", "3 из 4"],
    )
    notes: Notes = ()
