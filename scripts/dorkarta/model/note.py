"""What the transcript of a document has to say about itself."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from dorkarta.model.base import Model, Text


class NoteKind(StrEnum):
    """Why a note stands beside a text."""

    REPAIR = "repair"
    """Damage of the scan was mended."""
    LOSS = "loss"
    """The scan lost something; the field stays empty."""
    CONFLICT = "conflict"
    """The source contradicts itself, or another source; it is left as it is."""
    REMARK = "remark"


class Note(Model):
    """One remark of the transcriber."""

    model_config = ConfigDict(title="Заметка")

    kind: NoteKind = Field(
        title="Вид",
        description="Что случилось с текстом: он исправлен, утрачен, противоречит сам себе или требует пояснения.",
    )
    text: Text = Field(
        title="Текст",
        description="Что было в источнике и что сделано с ним в записи.",
        examples=["в скане номер распознан как «З6»"],
    )


Notes = Annotated[
    tuple[Note, ...],
    Field(
        title="Заметки",
        description="Что исправлено, утрачено или противоречиво в источнике.",
        examples=[[{"kind": "repair", "text": "в скане номер распознан как «З6»"}]],
    ),
]
"""What is to be said about the text of a record or of a part of it."""
