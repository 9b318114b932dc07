"""The three levels of the system of work."""

from enum import StrEnum

from dorkarta.model.base import Model, Text


class LevelId(StrEnum):
    """A level, from the top down."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"


class LevelName(Model):
    """How a level is called, by the country or by one territory («Краевой уровень»)."""

    title: Text
    roadmap: Text
    """What a roadmap of this level is called: «Краевая дорожная карта»."""
    about: Text | None = None


class Levels(Model):
    """`registry/levels.yaml`: the names that hold where a territory has none of its own."""

    levels: dict[LevelId, LevelName]
