"""The form of an activity: what happens or what comes out."""

from enum import StrEnum

from pydantic import ConfigDict, Field

from dorkarta.model.base import Model, Slug, Text


class FormKind(StrEnum):
    """What a form means to the one who looks for it."""

    EVENT = "event"
    """People attend it: вебинар, КПК."""
    DOCUMENT = "document"
    """It ends in a paper: приказ, письмо."""
    MONITORING = "monitoring"
    PROCESS = "process"
    """It goes on: ведение базы данных, консультации."""


class Form(Model):
    """One form with the other wordings under which documents print it."""

    model_config = ConfigDict(title="Форма")

    id: Slug = Field(
        title="Код",
        description="Постоянное имя латиницей; оно попадает в адреса и не меняется.",
        examples=["webinar"],
    )
    title: Text = Field(title="Название", description="Форма в единственном числе.", examples=["вебинар"])
    kind: FormKind = Field(title="Вид", description="Что получается: событие, документ, мониторинг, постоянная работа.")
    aliases: tuple[Text, ...] = Field(
        default=(),
        title="Другие названия",
        description="Под какими ещё названиями форму печатают документы.",
        examples=[["вебинары"]],
    )


class Forms(Model):
    """`registry/forms.yaml`."""

    model_config = ConfigDict(title="Формы мероприятий")

    forms: tuple[Form, ...] = Field(title="Формы", description="Все формы, которые встречаются в документах.")
