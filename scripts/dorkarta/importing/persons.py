"""Names of people, which a report does not publish."""

from typing import Final

from dorkarta.checks.person_named import looks_like_person, without_persons
from dorkarta.importing.trouble import Cell, Trouble, error
from dorkarta.text import shortened

LEFT_OUT: Final = "[имя не публикуется]"
"""Stands where a text named a person."""
HINT: Final = "Имена людей не публикуются (152-ФЗ): укажите должность или организацию."


def nameless(text: str) -> str:
    """The text with the names of persons left out."""
    return without_persons(text, LEFT_OUT)


def named(text: str, cell: Cell) -> tuple[Trouble, ...]:
    """What an editor is told of a cell whose text names a person."""
    if not looks_like_person(text):
        return ()
    told = shortened(" ".join(text.split()), 80)
    return (error(f"Похоже, здесь названо лицо: «{told}»; имя в запись не перенесено.", cell, HINT),)
