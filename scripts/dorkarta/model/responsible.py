"""Who answers for something, as the document prints it."""

from typing import Annotated

from pydantic import BeforeValidator

from dorkarta.model.base import Model, Text


class Responsible(Model):
    """A body by any of its names, with what the document adds: «(рабочая группа)»."""

    body: Text
    addition: Text | None = None


def _short_form(value: object) -> object:
    """Let editors write just the name."""
    return {"body": value} if isinstance(value, str) else value


ResponsibleField = Annotated[Responsible, BeforeValidator(_short_form)]
