"""Two states of all records → what changed, record by record."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dorkarta.history.change import Change, ChangeKind, ChangeSet, RecordChanges
from dorkarta.history.comparing import compare, holdings
from dorkarta.history.items import ROOT, items_of, title_of
from dorkarta.history.reading import kind_title, model_of, read_value
from dorkarta.history.revision import Files
from dorkarta.records.folders import RECORDS

_ALIKE = 0.5
"""The share of what two files have in common from which on one of them is the other, moved."""


def change_set(before: Files, after: Files) -> ChangeSet:
    """What changed from one state to the other; files that are the same may be left out of both."""
    moved = moves(before, after)
    origins = set(moved.values())
    before = {file: following(content, moved) for file, content in before.items()}
    told = (
        record_changes(file, before.get(moved.get(file, file)), after.get(file), former=moved.get(file))
        for file in sorted({*before, *after} - origins)
    )
    return ChangeSet(records=tuple(record for record in told if record.changes))


def record_changes(file: str, before: bytes | None, after: bytes | None, *, former: str | None = None) -> RecordChanges:
    """What changed in one record; nothing where only the writing of the file did.

    Arguments:
        file: Its name now, or the last one that it had.
        before: What it held; nothing, if it was not there.
        after: What it holds; nothing, if it is gone.
        former: Its name before, if that was another one.
    """
    model = model_of(file)
    was = None if before is None else read_value(former or file, before)
    now = None if after is None else read_value(file, after)
    return RecordChanges(
        file=file,
        former=former,
        title=_title(now) or _title(was) or kind_title(file) or file,
        changes=tuple(_changes(before, after, was, now, model=model, former=former)),
    )


def _changes(
    before: bytes | None,
    after: bytes | None,
    was: Mapping[str, Any] | None,
    now: Mapping[str, Any] | None,
    *,
    model: Any,
    former: str | None,
) -> Iterator[Change]:
    if former is not None:
        yield Change(kind=ChangeKind.RELOCATED, text=f"запись перенесена: раньше {former}")
    if before is None:
        yield Change(kind=ChangeKind.PUBLISHED, text=f"запись опубликована{_inside(now, model)}")
    elif after is None:
        yield Change(kind=ChangeKind.WITHDRAWN, text=f"запись снята{_inside(was, model)}")
    if after is not None and now is None:
        yield Change(kind=ChangeKind.UNREADABLE, text="файл теперь не читается: что в нём, не узнать")
    elif before is not None and after is not None and was is None:
        yield Change(kind=ChangeKind.UNREADABLE, text="прежний файл не читался: сравнить не с чем")
    elif was is not None and now is not None:
        yield from compare(was, now, model)


def _inside(value: Mapping[str, Any] | None, model: Any) -> str:
    """« (разделов: 3, мероприятий: 107)»"""
    held = holdings(ROOT, items_of(value, model)) if value else None
    return f" ({held})" if held else ""


def moves(before: Files, after: Files) -> Mapping[str, str]:
    """The new name of every file that was moved, with the old one; the likest go together."""
    gone = _features(before, before.keys() - after.keys())
    come = _features(after, after.keys() - before.keys())
    likeness = sorted(
        (
            (-_likeness(one, other), origin, target)
            for origin, one in gone.items()
            for target, other in come.items()
            if model_of(origin) is model_of(target)
        ),
    )
    found: dict[str, str] = {}
    for negative, origin, target in likeness:
        if -negative >= _ALIKE and target not in found and origin not in found.values():
            found[target] = origin
    return found


def following(content: bytes, moved: Mapping[str, str]) -> bytes:
    """A former text with its references leading to where the moved files are now: following a move is no change.

    Arguments:
        content: The text of a file before.
        moved: The new name of every file that was moved, with the old one.
    """
    for target, origin in moved.items():
        former = re.compile(rb"(?<![\w/-])" + re.escape(_path(origin)) + rb"(?![\w/-])")
        content = former.sub(_path(target), content)
    return content


def _path(file: str) -> bytes:
    """What references call the record of a file: `krasnodar-krai/roadmap-2020-2021`."""
    return file.removeprefix(f"{RECORDS}/").removesuffix(".yaml").encode()


def _features(files: Files, names: set[str]) -> dict[str, frozenset[str]]:
    """What a record is recognised by: its items with their titles, and its own fields."""
    found = {}
    for file in names:
        value = read_value(file, files[file])
        if value is not None:
            items = items_of(value, None)
            own = {f"{field}={held}" for field, held in items[ROOT].fields.items()}
            found[file] = frozenset(
                {f"{key} {title_of(item.fields)}" for key, item in items.items() if key != ROOT} | own
            )
    return found


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _title(value: Mapping[str, Any] | None) -> str | None:
    return title_of(value) if value else None
