"""Who answers for something, as the document prints it."""

from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError

from dorkarta.model.base import Model, Text
from dorkarta.model.names import BodyName


class Responsible(Model):
    """A body by any of its names, with what the document adds: «(рабочая группа)»."""

    model_config = ConfigDict(title="Ответственный")

    body: BodyName = Field(
        title="Кто",
        description="Организация или роль под любым из имён в bodies.yaml. Людей по именам не называют.",
        examples=["ИРО КК"],
    )
    addition: Text | None = Field(
        default=None,
        title="Уточнение",
        description="Что документ добавляет к имени в скобках.",
        examples=["рабочая группа"],
    )


def _short_form(value: object) -> object:
    """Let editors write just the name."""
    return _named(value) or {"body": value} if isinstance(value, str) else value


@lru_cache(maxsize=4096)  # a few names stand in thousands of activities
def _named(body: str) -> Responsible | None:
    try:
        return Responsible(body=body)
    except ValidationError:  # is told by whoever reads the whole record
        return None


ResponsibleField = Annotated[Responsible, BeforeValidator(_short_form)]

Responsibles = Annotated[
    tuple[ResponsibleField, ...],
    Field(
        title="Ответственные",
        description="Организации и роли, как их печатает документ. Имя ищется в bodies.yaml территории, затем региона, "
        "затем в общем списке. Людей по именам не называют (152-ФЗ).",
        examples=[["ИРО КК", "МОУО"], [{"body": "ИРО КК", "addition": "рабочая группа"}]],
    ),
]
"""All who answer for one thing."""
