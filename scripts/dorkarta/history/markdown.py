"""Changes as the one comment of a pull request. Whatever the records hold, it stays text there."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.history.change import ChangeSet, RecordChanges
from dorkarta.history.excerpts import plain
from dorkarta.history.telling import NOTHING, totals

MARKER: Final = "<!-- dorkarta-diff -->"
"""By it the comment is found again, to be written anew and not once more."""

_MOST: Final = 60_000
"""A comment may hold 65,536 characters."""
_TAIL: Final = 100
"""Room for the line that counts what is left out."""
_OPEN: Final = 30
"""More lines than these are folded."""

_SIGNS: Final = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
_CALL: Final = re.compile(r"([@#!~%$&])(?=\w)")
"""Begins what a forge turns into a link or a call of somebody."""
_APART: Final = "\u200b"


def markdown(changes: ChangeSet) -> str:
    """The whole comment with its marker; what does not fit is counted."""
    if not changes.records:
        return f"{MARKER}\n### Изменения в записях\n\n{NOTHING}\n"
    head = f"{MARKER}\n### Изменения в записях\n\nВсего: {escaped(totals(changes))}.\n"
    folded = sum(len(record.changes) for record in changes.records) > _OPEN
    room = _MOST - len(head) - _TAIL
    told: list[str] = []
    for record in changes.records:
        block = _block(record, folded=folded)
        room -= len(block)
        if room < 0:
            break
        told.append(block)
    rest = len(changes.records) - len(told)
    tail = f"\n…и ещё записей: {rest}. Все изменения покажет `dorkarta diff`.\n" if rest else ""
    return head + "".join(told) + tail


def escaped(text: str) -> str:
    """A text in which nothing is Markdown, HTML, a link or a call."""
    return _SIGNS.sub(r"\\\1", _CALL.sub(rf"\1{_APART}", plain(text)))


def _block(record: RecordChanges, *, folded: bool) -> str:
    lines = "".join(_fitting(record, _MOST // 4))
    title = f"**{escaped(record.title)}**" if record.title != record.file else ""
    name = f"`{plain(record.file).replace('`', '')}`"
    if not folded:
        return f"\n{title} {name}\n\n".replace("\n ", "\n") + lines
    summary = f"<summary>{_html(record.title)}: {len(record.changes)}</summary>"
    return f"\n<details>{summary}\n\n{name}\n\n{lines}\n</details>\n"


def _fitting(record: RecordChanges, room: int) -> Iterator[str]:
    """The lines of a record for which there is room; how many changes are left out."""
    told = 0
    for line in _lines(record):
        room -= len(line)
        if room < 0:
            yield f"- …и ещё изменений: {len(record.changes) - told}\n"
            return
        told += line.startswith("- ")
        yield line


def _lines(record: RecordChanges) -> Iterator[str]:
    yield from (f"- {_line(change.where, change.text)}\n" for change in record.notable)
    if record.minor:
        yield "\nМелкие правки:\n\n"
        yield from (f"- {_line(change.where, change.text)}\n" for change in record.minor)


def _line(where: str | None, text: str) -> str:
    return f"**{escaped(where)}**: {escaped(text)}" if where else escaped(text)


def _html(text: str) -> str:
    """For the line of a fold, in which Markdown does not hold everywhere."""
    return _CALL.sub(rf"\1{_APART}", plain(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
