"""«Содержательное наполнение системы»: who works on what, by which norms, at each level."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Allowed, Model, Reference, Reviewed, Text
from dorkarta.model.level import LevelId
from dorkarta.model.names import BodyName
from dorkarta.model.note import Notes
from dorkarta.model.source import Source


class Norm(Model):
    """A normative document that a level rests upon."""

    model_config = ConfigDict(title="Норматив")

    number: Text | None = Field(default=None, title="Номер", description="Номер, как он напечатан.", examples=["2"])
    title: Text = Field(
        title="Название",
        description="Название нормативного документа, как в источнике.",
        examples=["Приказ о реализации системы работы со ШНОР/ШССУ"],
    )
    document: Reference | None = Field(
        default=None,
        title="Документ",
        description="Код документа в documents.yaml, если он там описан.",
        examples=["order-560"],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)


class Component(Model):
    """What a subject of the system does."""

    model_config = ConfigDict(title="Компонент системы")

    number: Text | None = Field(default=None, title="Номер", description="Номер, как он напечатан.", examples=["8"])
    title: Text = Field(
        title="Название",
        description="Чем занимается субъект, словами документа.",
        examples=["Методическое сопровождение школ"],
    )
    items: tuple[Text, ...] = Field(
        default=(),
        title="Пункты",
        description="Что перечислено внутри компонента.",
        examples=[["проведение вебинаров", "консультации"]],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)


class Subject(Model):
    """One or several bodies with the components of the system that are theirs."""

    model_config = ConfigDict(title="Субъект системы")

    bodies: tuple[BodyName, ...] = Field(
        title="Кто",
        description="Организации и роли под любым из имён в bodies.yaml.",
        examples=[["ИРО КК"]],
    )
    components: tuple[Component, ...] = Field(
        title="Компоненты",
        description="Чем они занимаются, в порядке документа.",
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)


class SystemLevel(Model):
    """One level: its norms hold for all its subjects."""

    model_config = ConfigDict(title="Уровень системы")

    level: LevelId = Field(title="Уровень", description="О каком уровне речь.")
    norms: tuple[Norm, ...] = Field(
        title="Нормативы",
        description="Нормативные документы, на которых держится работа уровня.",
    )
    subjects: tuple[Subject, ...] = Field(
        title="Субъекты",
        description="Кто работает на этом уровне и чем занимается.",
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)


class System(Model):
    """`system.yaml` of a territory."""

    model_config = ConfigDict(title="Система работы")

    title: Text = Field(
        title="Название",
        description="Полное название таблицы, как в документе.",
        examples=["Содержательное наполнение системы работы со ШНОР/ШССУ в Краснодарском крае"],
    )
    source: Source = Field(
        title="Источник",
        description="Документ, с которого сделана запись.",
        examples=[{"title": "Дорожная карта Краснодарского края", "form": "распознанный скан"}],
    )
    reviewed: Reviewed = None
    levels: tuple[SystemLevel, ...] = Field(
        title="Уровни",
        description="Уровни системы, сверху вниз.",
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
