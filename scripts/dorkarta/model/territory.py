"""A territory: a region or a municipality. Its identity is its folder."""

from functools import cache
from zoneinfo import available_timezones

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from dorkarta.model.base import Model, Text
from dorkarta.model.level import LevelId, LevelName
from dorkarta.model.note import Note


@cache
def _timezones() -> frozenset[str]:
    """The names of all time zones; to list them takes long enough to do it once."""
    return frozenset(available_timezones())


class Territory(Model):
    """`territory.yaml` of a folder: what the territory is called and how it calls its levels."""

    title: Text
    genitive: Text
    """«Краснодарского края»."""
    locative: Text
    """With its preposition: «в Краснодарском крае»."""
    level: LevelId
    code: Text | None = None
    """The number of the subject of the federation, as forms ask for it: «23»."""
    timezone: Text | None = None
    levels: dict[LevelId, LevelName] = Field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str | None) -> str | None:
        if value is not None and value not in _timezones():
            raise PydanticCustomError("timezone", "такого часового пояса нет; пример: Europe/Moscow")
        return value
