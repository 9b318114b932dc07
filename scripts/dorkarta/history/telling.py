"""Changes for people and programs: lines for a terminal, JSON, and the totals of both and of a comment."""

from collections.abc import Iterator
from typing import Any, Final

import orjson

from dorkarta.history.change import ChangeKind, ChangeSet, RecordChanges
from dorkarta.history.excerpts import plain
from dorkarta.history.nouns import RECORD, Noun, noun_of

NOTHING: Final = "Изменений в записях нет."

_DEADLINE: Final = Noun(one="срок", few="срока", many="сроков")
_DEEDS: Final = {
    ChangeKind.PUBLISHED: "опубликован",
    ChangeKind.WITHDRAWN: "снят",
    ChangeKind.RELOCATED: "перенесён",
    ChangeKind.UNREADABLE: "не прочитан",
    ChangeKind.ADDED: "добавлен",
    ChangeKind.REMOVED: "удалён",
    ChangeKind.CANCELLED: "отменён",
    ChangeKind.RESTORED: "восстановлен",
    ChangeKind.AMENDED: "изменён",
    ChangeKind.MOVED: "перенесён",
    ChangeKind.RENUMBERED: "перенумерован",
    ChangeKind.RENAMED: "переименован",
}
_COUNTED: Final = {
    ChangeKind.RESPONSIBLE: "правок в ответственных",
    ChangeKind.FIELD: "других изменений",
    ChangeKind.MINOR: "мелких правок",
}


def totals(changes: ChangeSet) -> str:
    """«2 срока изменены, 1 мероприятие добавлено, мелких правок: 3»"""
    told = sorted(changes.counts.items(), key=lambda each: _ORDER[each[0][0]])
    counted: dict[ChangeKind, int] = {}
    for (kind, _), count in told:
        counted[kind] = counted.get(kind, 0) + count
    words = [_deed(kind, part, count) for (kind, part), count in told if kind in _DEEDS]
    if ChangeKind.DEADLINE in counted:
        words.append(_DEADLINE.counted(counted[ChangeKind.DEADLINE], "изменён"))
    words += [f"{said}: {counted[kind]}" for kind, said in _COUNTED.items() if kind in counted]
    return ", ".join(words)


_ORDER: Final = {kind: place for place, kind in enumerate(ChangeKind)}


def _deed(kind: ChangeKind, part: str | None, count: int) -> str:
    return (noun_of(part) if part else RECORD).counted(count, _DEEDS[kind])


def text(changes: ChangeSet) -> str:
    """Lines for a terminal, record by record."""
    if not changes.records:
        return f"{NOTHING}\n"
    return "\n".join([*map(_block, changes.records), f"Всего: {totals(changes)}.\n"])


def _block(record: RecordChanges) -> str:
    return "".join(f"{line}\n" for line in _lines(record))


def _lines(record: RecordChanges) -> Iterator[str]:
    yield plain(record.file)
    if record.title != record.file:
        yield f"  {record.title}"
    yield from (f"  - {change.line}" for change in record.notable)
    if record.minor:
        yield "  Мелкие правки:"
        yield from (f"  - {change.line}" for change in record.minor)


def json(changes: ChangeSet) -> str:
    """For programs: the version of the form, then records with their changes."""
    told: dict[str, Any] = {"version": 1, "totals": totals(changes), "records": changes.records}
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE, default=str).decode()
