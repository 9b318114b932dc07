"""The list of old debts, as text."""

from collections.abc import Iterable, Iterator
from typing import Final

from dorkarta.drafts import yaml_text
from dorkarta.model.debt import Debt

HEAD: Final = (
    "Предупреждения, которые были известны, когда появилось их правило. Проверка их не считает. "
    "Список только убывает: исправленное убирает dorkarta check --record-debts."
)


def text(debts: Iterable[Debt]) -> str:
    """The file of the registry, one debt under another."""
    return "\n".join(_lines(list(debts))) + "\n"


def _lines(debts: list[Debt]) -> Iterator[str]:
    yield from yaml_text.comment(HEAD)
    if not debts:
        yield "debts: []"
        return
    yield "debts:"
    for debt in debts:
        fields = {"file": debt.file, "code": debt.code, "message": debt.message}
        since = {"since": debt.since.isoformat()} if debt.since else {}
        yield from yaml_text.item({**fields, **since}, 2)
