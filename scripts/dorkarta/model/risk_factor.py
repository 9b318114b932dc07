"""Factors of risk: what makes it hard for a school to teach well, by the documents that name them."""

from typing import Annotated

from pydantic import ConfigDict, Field

from dorkarta.model.base import Model, Reference, Slug, Text
from dorkarta.model.note import Notes

_Sections = Annotated[
    tuple[Reference, ...],
    Field(
        title="Разделы карт",
        description="Разделы дорожных карт, которые об этом: путь карты, знак # и код раздела.",
        examples=[["voronezh-oblast/ertil/roadmap-2021#s1.2"]],
    ),
]


class RiskGroup(Model):
    """A heading over several factors."""

    model_config = ConfigDict(title="Группа факторов риска")

    id: Slug = Field(
        title="Код", description="Постоянное имя латиницей; потом не меняется.", examples=["school-climate"]
    )
    title: Text = Field(
        title="Название",
        description="Название группы словами документа.",
        examples=["Необеспеченность благоприятного «школьного уклада»"],
    )
    short: Text = Field(
        title="Сокращение", description="Два-три слова для списков и отбора.", examples=["Школьный уклад"]
    )
    source: Text = Field(
        title="Источник",
        description="Документ, который называет эту группу.",
        examples=["Дорожная карта Эртильского района, раздел 3"],
    )
    sections: _Sections = ()


class RiskFactor(Model):
    """A factor with the sections of roadmaps that are about it."""

    model_config = ConfigDict(title="Фактор риска")

    id: Slug = Field(
        title="Код", description="Постоянное имя латиницей; потом не меняется.", examples=["staff-shortage"]
    )
    title: Text = Field(
        title="Название",
        description="Название фактора словами документа.",
        examples=["Дефицит педагогических кадров"],
    )
    short: Text = Field(title="Сокращение", description="Одно-два слова для списков и отбора.", examples=["Кадры"])
    group: Slug | None = Field(
        default=None,
        title="Группа",
        description="Код группы, к которой документ относит фактор.",
        examples=["school-climate"],
    )
    source: Text = Field(
        title="Источник",
        description="Документ, который называет этот фактор.",
        examples=["Дорожная карта Эртильского района, раздел 1.2"],
    )
    sections: _Sections = ()
    aliases: tuple[Text, ...] = Field(
        default=(),
        title="Другие названия",
        description="Под какими ещё названиями фактор печатают документы.",
        examples=[["Кадровый дефицит"]],
    )
    notes: Notes = ()


class RiskFactors(Model):
    """`registry/risk-factors.yaml`."""

    model_config = ConfigDict(title="Факторы риска")

    groups: tuple[RiskGroup, ...] = Field(
        default=(),
        title="Группы",
        description="Группы факторов, если документ объединяет их общим заголовком.",
    )
    factors: tuple[RiskFactor, ...] = Field(
        title="Факторы",
        description="Трудности школ, которые называют документы.",
    )
