"""The three levels of the system of work."""

from enum import StrEnum

from pydantic import ConfigDict, Field

from dorkarta.model.base import Model, Text


class LevelId(StrEnum):
    """A level, from the top down."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"

    __hash__ = str.__hash__
    """That of enumerations is written in Python, and activities are counted by level."""


class LevelName(Model):
    """How a level is called, by the country or by one territory («Краевой уровень»)."""

    model_config = ConfigDict(title="Названия уровня")

    title: Text = Field(title="Название", description="Как называется уровень.", examples=["Краевой уровень"])
    roadmap: Text = Field(
        title="Название карты",
        description="Как называется дорожная карта этого уровня.",
        examples=["Краевая дорожная карта"],
    )
    about: Text | None = Field(
        default=None,
        title="Пояснение",
        description="Что делает этот уровень, в двух-трёх предложениях; можно с разметкой Markdown.",
    )


class Levels(Model):
    """`registry/levels.yaml`: the names that hold where a territory has none of its own."""

    model_config = ConfigDict(title="Уровни")

    levels: dict[LevelId, LevelName] = Field(
        title="Уровни",
        description="Названия уровней для территорий, у которых нет своих.",
    )
