"""What the transcript of a document has to say about itself."""

from enum import StrEnum

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

    kind: NoteKind
    text: Text
