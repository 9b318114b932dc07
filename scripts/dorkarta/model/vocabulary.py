"""Small shared vocabularies: whom an activity addresses, and what abbreviations mean."""

from pydantic import ConfigDict, Field

from dorkarta.model.base import Model, Slug, Text
from dorkarta.model.note import Notes


class Audience(Model):
    """A group of people that an activity addresses."""

    model_config = ConfigDict(title="Аудитория")

    id: Slug = Field(title="Код", description="Постоянное имя латиницей; потом не меняется.", examples=["school-heads"])
    title: Text = Field(
        title="Название",
        description="Полное название аудитории.",
        examples=["Руководители образовательных организаций"],
    )
    aliases: tuple[Text, ...] = Field(
        default=(),
        title="Другие названия",
        description="Под какими ещё названиями аудиторию печатают документы.",
        examples=[["Руководители ОО", "Директора школ"]],
    )


class Audiences(Model):
    """`registry/audiences.yaml`."""

    model_config = ConfigDict(title="Целевые аудитории")

    audiences: tuple[Audience, ...] = Field(title="Аудитории", description="Все, к кому обращены мероприятия.")


class Abbreviation(Model):
    """A shortened word of the documents. A territory may give it a meaning of its own."""

    model_config = ConfigDict(title="Аббревиатура")

    short: Text = Field(title="Сокращение", description="Как напечатано в документах.", examples=["ШНОР"])
    expansion: Text = Field(
        title="Расшифровка",
        description="Что это значит, со строчной буквы, если это не имя.",
        examples=["школы с низкими образовательными результатами"],
    )
    also: tuple[Text, ...] = Field(
        default=(),
        title="Другие значения",
        description="Что ещё это может значить в документах.",
        examples=[["методическое объединение"]],
    )
    source: Text | None = Field(
        default=None,
        title="Источник",
        description="Где найдена расшифровка. Если не сказано – она общеизвестна, но документом не подтверждена.",
        examples=["дорожная карта города Тулы"],
    )
    notes: Notes = ()


class Abbreviations(Model):
    """`abbreviations.yaml` of the registry or of a territory."""

    model_config = ConfigDict(title="Сокращения")

    abbreviations: tuple[Abbreviation, ...] = Field(
        title="Сокращения",
        description="Сокращения документов с расшифровками.",
    )
