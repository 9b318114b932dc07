"""The remarks of a paper, numbered in the order in which rows are written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dorkarta.documents.paper import Remark
from dorkarta.model.note import Note
from dorkarta.records.naming import FIELD_TITLES, NOTE_TITLES


@dataclass(kw_only=True, slots=True)
class Remarks:
    """Collects remarks while a paper is made."""

    found: list[Remark] = field(default_factory=list)

    def add(self, where: str, notes: Iterable[Note], inferred: Mapping[str, str] | None = None) -> tuple[int, ...]:
        """Number the notes of a place and the reasons of what its document does not print.

        Arguments:
            where: The place in words; empty for the whole document.
            notes: Remarks of the transcriber.
            inferred: Field → why it is there.

        Returns:
            The numbers, for the row to refer to.
        """
        said = [(NOTE_TITLES[note.kind], note.text) for note in notes]
        said += [(f"Восстановлено ({FIELD_TITLES.get(name, name)})", why) for name, why in (inferred or {}).items()]
        numbers = range(len(self.found) + 1, len(self.found) + 1 + len(said))
        self.found += (
            Remark(number=number, where=where, kind=kind, text=text)
            for number, (kind, text) in zip(numbers, said, strict=True)
        )
        return tuple(numbers)
