"""Texts that name something of a vocabulary; editors' programs suggest what is known there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from dorkarta.model.base import Slug, Text


class Vocabulary(StrEnum):
    """Where a name is looked up."""

    BODIES = "bodies"
    ROLES = "roles"
    FORMS = "forms"
    AUDIENCES = "audiences"
    RISK_FACTORS = "risk-factors"


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text as a name of the vocabulary; whether it is known there, the checks say."""

    vocabulary: Vocabulary


BodyName = Annotated[Text, Names(Vocabulary.BODIES)]
"""An organisation or a role by any of its names."""

RoleId = Annotated[Slug, Names(Vocabulary.ROLES)]

FormName = Annotated[Text, Names(Vocabulary.FORMS)]
"""A form by any of its names; in a roadmap's cell several of them may stand."""

AudienceNames = Annotated[
    tuple[Annotated[Text, Names(Vocabulary.AUDIENCES)], ...],
    Field(
        title="Целевая аудитория",
        description="К кому обращено мероприятие; известные аудитории – в registry/audiences.yaml.",
        examples=[["руководители ОО"]],
    ),
]
"""All whom an activity addresses."""

FactorId = Annotated[Slug, Names(Vocabulary.RISK_FACTORS)]
