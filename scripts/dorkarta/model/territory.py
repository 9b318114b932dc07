"""A territory: a region or a municipality. Its identity is its folder."""

from functools import cache
from zoneinfo import available_timezones

from pydantic import ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from dorkarta.model.base import Allowed, Model, Text
from dorkarta.model.level import LevelId, LevelName
from dorkarta.model.note import Notes


@cache
def _timezones() -> frozenset[str]:
    """The names of all time zones; to list them takes long enough to do it once."""
    return frozenset(available_timezones())


class Territory(Model):
    """`territory.yaml` of a folder: what the territory is called and how it calls its levels."""

    model_config = ConfigDict(title="Территория")

    title: Text = Field(
        title="Название", description="Название в именительном падеже.", examples=["Краснодарский край"]
    )
    genitive: Text = Field(
        title="Родительный падеж",
        description="Кого, чего: «карта Краснодарского края».",
        examples=["Краснодарского края"],
    )
    locative: Text = Field(
        title="Где",
        description="Где это, вместе с предлогом.",
        examples=["в Краснодарском крае"],
    )
    level: LevelId = Field(title="Уровень", description="Регион это или муниципалитет.")
    code: Text | None = Field(
        default=None,
        title="Код региона",
        description="Номер субъекта Российской Федерации, как его просят формы.",
        examples=["23"],
    )
    timezone: Text | None = Field(
        default=None,
        title="Часовой пояс",
        description="Название пояса из общего списка.",
        examples=["Europe/Moscow"],
    )
    levels: dict[LevelId, LevelName] = Field(
        default_factory=dict,
        title="Названия уровней",
        description="Как здесь называют уровни, если не так, как в общем списке.",
        examples=[{"region": {"title": "Краевой уровень", "roadmap": "Краевая дорожная карта"}}],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str | None) -> str | None:
        if value is not None and value not in _timezones():
            raise PydanticCustomError("timezone", "такого часового пояса нет; пример: Europe/Moscow")
        return value
