"""The Russian nouns for the items of records, and the endings that they ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dorkarta.text import noun, numeral


@dataclass(frozen=True, kw_only=True, slots=True)
class Noun:
    """A noun in the forms that counts ask for: 1 раздел, 2 раздела, 5 разделов; the second is its genitive too."""

    one: str
    few: str
    many: str
    ending: str = ""
    """Of a short participle: добавлен, добавлена, добавлено."""

    def with_deed(self, participle: str) -> str:
        """«удалён», «удалена», «удалено», as the noun asks for; the participle is given as «удалён»."""
        return _ended(participle, self.ending)

    def counted(self, count: int, participle: str) -> str:
        """«1 запись удалена», «2 записи удалены», «5 записей удалено»"""
        ending = noun(count, self.ending, "ы", "о")
        return f"{numeral(count, self.one, self.few, self.many)} {_ended(participle, ending)}"


def _ended(participle: str, ending: str) -> str:
    return participle.replace("ё", "е") + ending if ending else participle


RECORD: Final = Noun(one="запись", few="записи", many="записей", ending="а")
ITEM: Final = Noun(one="пункт", few="пункта", many="пунктов")
"""Of lists that have no noun of their own."""

NOUNS: Final[Mapping[str, Noun]] = {
    "sections": Noun(one="раздел", few="раздела", many="разделов"),
    "activities": Noun(one="мероприятие", few="мероприятия", many="мероприятий", ending="о"),
    "entries": Noun(one="запись", few="записи", many="записей", ending="а"),
    "bodies": Noun(one="организация", few="организации", many="организаций", ending="а"),
    "documents": Noun(one="документ", few="документа", many="документов"),
    "forms": Noun(one="форма", few="формы", many="форм", ending="а"),
    "audiences": Noun(one="аудитория", few="аудитории", many="аудиторий", ending="а"),
    "factors": Noun(one="фактор риска", few="фактора риска", many="факторов риска"),
    "groups": Noun(one="группа", few="группы", many="групп", ending="а"),
    "templates": Noun(one="макет", few="макета", many="макетов"),
}
"""By the field of a record that lists the items."""


def noun_of(part: str | None) -> Noun:
    """The noun for the items of a list."""
    return NOUNS.get(part or "", ITEM)
