"""The form of an activity: what happens or what comes out."""

from enum import StrEnum

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

    id: Slug
    title: Text
    kind: FormKind
    aliases: tuple[Text, ...] = ()


class Forms(Model):
    """`registry/forms.yaml`."""

    forms: tuple[Form, ...]
