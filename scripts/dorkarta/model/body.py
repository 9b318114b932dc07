"""Who answers for an activity: an organisation or a role, never a person."""

from enum import StrEnum

from pydantic import ConfigDict, Field

from dorkarta.model.base import Allowed, Inferred, Model, Slug, Text
from dorkarta.model.names import RoleId
from dorkarta.model.note import Notes


class BodyKind(StrEnum):
    """What a name in the column «Ответственные» stands for."""

    ORGANISATION = "organisation"
    ROLE = "role"
    """A place that every territory fills with somebody of its own: МОУО, «Руководство ОО»."""


class Body(Model):
    """An organisation or a role, known by its title, its short name and its aliases.

    A name is looked up in the record's territory, then in the region, then in the country.
    """

    model_config = ConfigDict(title="Организация или роль")

    id: Slug = Field(
        title="Код",
        description="Постоянное имя латиницей; оно попадает в адрес страницы и не меняется.",
        examples=["iro-kk"],
    )
    title: Text = Field(
        title="Название",
        description="Полное название организации или роли.",
        examples=["Территориальная методическая служба"],
    )
    short: Text | None = Field(
        default=None,
        title="Сокращение",
        description="Краткое название, под которым организацию или роль обычно печатают.",
        examples=["ТМС"],
    )
    kind: BodyKind = Field(
        title="Вид",
        description="Организация – одна на всю территорию; роль в каждой территории исполняет кто-то свой.",
    )
    aliases: tuple[Text, ...] = Field(
        default=(),
        title="Другие названия",
        description="Под какими ещё названиями её печатают документы этой территории.",
        examples=[["Муниципальные наставнические центры"]],
    )
    fulfils: tuple[RoleId, ...] = Field(
        default=(),
        title="Роли",
        description="Коды ролей, которые организация исполняет в своей территории.",
        examples=[["mouo"]],
    )
    about: Text | None = Field(
        default=None,
        title="Пояснение",
        description="Чем занимается, в одном-двух предложениях; можно с разметкой Markdown.",
    )
    url: Text | None = Field(
        default=None,
        title="Адрес",
        description="Сайт организации.",
        examples=["https://example.org/"],
    )
    source: Text | None = Field(
        default=None,
        title="Источник",
        description="Откуда взято название, если документ его не раскрывает.",
        examples=["https://example.org/about/"],
    )
    notes: Notes = ()
    allow: Allowed = Field(default_factory=dict)
    inferred: Inferred = Field(default_factory=dict)


class Bodies(Model):
    """`bodies.yaml` of the registry or of a territory."""

    model_config = ConfigDict(title="Организации и роли")

    bodies: tuple[Body, ...] = Field(
        title="Организации и роли",
        description="Все, кого документы территории называют ответственными.",
    )
