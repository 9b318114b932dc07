"""What changed, as plain data: a change of one item, the changes of a record, the changes of all records."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened, for totals and for those who sort changes; the words say all."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    RELOCATED = "relocated"
    """The file has another name or folder."""
    UNREADABLE = "unreadable"
    ADDED = "added"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    AMENDED = "amended"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    FIELD = "field"
    MINOR = "minor"
    """Of our transcript, not of the document: notes, quotes and dashes, the order of lines."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One change."""

    kind: ChangeKind
    text: str
    """«срок «ноябрь 2020» → «декабрь 2020»»"""
    where: str | None = None
    """The item: «4.10», «раздел 2»; nothing for the record itself."""
    part: str | None = None
    """The list of the record that holds the item: `activities`."""
    id: str | None = None

    @property
    def line(self) -> str:
        """The change in one line, with its item."""
        return f"{self.where}: {self.text}" if self.where else self.text


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordChanges:
    """The changes of one record, in the order of its items."""

    file: str
    title: str
    changes: tuple[Change, ...]
    former: str | None = None
    """The file that it was before, where it was moved."""

    @property
    def notable(self) -> tuple[Change, ...]:
        """What changed in the document, not only in our transcript of it."""
        return tuple(change for change in self.changes if change.kind is not ChangeKind.MINOR)

    @property
    def minor(self) -> tuple[Change, ...]:
        """The rest."""
        return tuple(change for change in self.changes if change.kind is ChangeKind.MINOR)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeSet:
    """The changes of all records, by file."""

    records: tuple[RecordChanges, ...]

    @property
    def counts(self) -> Mapping[tuple[ChangeKind, str | None], int]:
        """How often each kind happened to items of each list, the commonest first."""
        counted = Counter((change.kind, change.part) for record in self.records for change in record.changes)
        return dict(counted.most_common())
