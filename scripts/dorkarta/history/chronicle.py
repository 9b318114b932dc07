"""The history of all records, day by day: what their commits changed, in words.

Commits of one day are one change: what came in the morning and went in the evening is not told. The changes between
two contents never change themselves, so they are kept in a cache; a night without commits compares nothing.
"""

import contextlib
import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from dorkarta import fingerprint, history, model
from dorkarta.history import git
from dorkarta.history.change import Change, ChangeKind, RecordChanges
from dorkarta.history.changes import following, moves, record_changes
from dorkarta.history.log import commits_of
from dorkarta.history.reading import model_of
from dorkarta.history.revision import Files, is_record
from dorkarta.replacing import put

_PUBLISHED: Final = Change(kind=ChangeKind.PUBLISHED, text="запись опубликована")
_WITHDRAWN: Final = Change(kind=ChangeKind.WITHDRAWN, text="запись снята")
_TOGETHER: Final = 200
"""So many pairs of contents are held at a time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """The changes of a day; records bear the names that they have now, or had last."""

    date: datetime.date
    """In UTC, as commits are dated."""
    records: tuple[RecordChanges, ...]


@dataclass(frozen=True, kw_only=True)
class Chronicle:
    """All days on which records changed, the newest first."""

    days: tuple[Day, ...] = ()
    known: bool = False
    """Whether git told anything."""
    short: bool = False
    """Whether older commits are missing, as in a shallow clone."""

    @cached_property
    def by_file(self) -> Mapping[str, tuple[tuple[datetime.date, RecordChanges], ...]]:
        """The days of every record, the newest first."""
        found: dict[str, list[tuple[datetime.date, RecordChanges]]] = {}
        for day in self.days:
            for record in day.records:
                found.setdefault(record.file, []).append((day.date, record))
        return {file: tuple(days) for file, days in found.items()}


class _Turn(NamedTuple):
    """What a file held before a day and after it, as ids of git."""

    before: str | None
    after: str | None


_Turns = Mapping[str, _Turn]


def chronicle_of(project: Path, cache: Path, log: Path | None = None) -> Chronicle:
    """The history of a project, as far as git knows it; without git nothing is known and nothing fails.

    Arguments:
        project: The folder of `mkdocs.yml`.
        cache: A file that keeps what was compared; it may be missing, torn or deleted at any time.
        log: The file that keeps git's answer, as in `commits_of`.
    """
    try:
        turns = _by_day(commits_of(project, log))
        writer = _Writer(project, _Memory(cache))
        days = tuple(writer.days(turns))
        return Chronicle(days=days, known=True, short=git.is_shallow(project))
    except git.HistoryError:
        return Chronicle()


def _by_day(commits: Iterable[git.Commit]) -> Mapping[datetime.date, dict[str, _Turn]]:
    """The newest day first. The boundary of a shallow clone only seems to have made its files."""
    days: dict[datetime.date, dict[str, _Turn]] = {}
    for commit in sorted(commits, key=lambda commit: commit.moment.date(), reverse=True):
        if commit.boundary:
            continue
        turns = days.setdefault(commit.moment.date(), {})
        for touch in commit.touches:
            if is_record(touch.file):
                later = turns.get(touch.file)
                turns[touch.file] = _Turn(touch.before, later.after if later else touch.after)
    return days


class _Memory:
    """What was compared once, in a file; it is thrown away when our code changes."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._key = _code_key()
        self._known = self._read()
        self._used: dict[str, Any] = {}

    def _read(self) -> dict[str, Any]:
        try:
            held = orjson.loads(self._file.read_bytes())
            return dict(held["known"]) if held["key"] == self._key else {}
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def recall(self, question: str) -> Any:
        """The answer that was kept, if any."""
        found = self._used.get(question, self._known.get(question))
        if found is not None:
            self._used[question] = found
        return found

    def keep(self, question: str, answer: Any) -> None:
        """Remember an answer."""
        self._used[question] = answer

    def save(self) -> None:
        """Write what was asked for this time; what nobody asks for is forgotten. Without the file it works too."""
        if self._used == self._known:
            return
        with contextlib.suppress(OSError):
            put(self._file, orjson.dumps({"key": self._key, "known": self._used}))


def _code_key() -> str:
    """Changes when the words for changes may: with our code or the titles of fields."""
    folders = (Path(folder) for package in (history, model) for folder in package.__path__)
    return fingerprint.of_lines(fingerprint.of_files(folder, "*.py") for folder in folders)


class _Writer:
    """Writes the days, from the newest to the oldest, and follows the names of records on the way."""

    def __init__(self, project: Path, memory: _Memory) -> None:
        self._project = project
        self._memory = memory
        self._called_now: dict[str, str] = {}

    def days(self, turns: Mapping[datetime.date, _Turns]) -> Iterator[Day]:
        """Every day on which something changed."""
        formers = {date: self._moves(files) for date, files in turns.items()}
        self._compare_missing(turns, formers)
        for date, files in turns.items():
            records = tuple(self._records(files, formers[date]))
            if records:
                yield Day(date=date, records=tuple(sorted(records, key=lambda record: record.file)))
        self._memory.save()

    def _records(self, turns: _Turns, formers: Mapping[str, str]) -> Iterator[RecordChanges]:
        origins = set(formers.values())
        for file, turn in turns.items():
            if file in origins or turn.before == turn.after:
                continue
            former = formers.get(file)
            current = self._called_now.get(file, file)
            found = self._recorded(file, formers, _Turn(turns[former].before, turn.after) if former else turn)
            if found.changes:
                yield replace(found, file=current)
        for file, former in formers.items():
            self._called_now[former] = self._called_now.get(file, file)

    def _recorded(self, file: str, formers: Mapping[str, str], turn: _Turn) -> RecordChanges:
        former = formers.get(file)
        if turn.before is None or turn.after is None:
            change = _PUBLISHED if turn.before is None else _WITHDRAWN
            return RecordChanges(file=file, title=file, changes=(change,))
        kept = self._memory.recall(_question(file, formers, turn))
        if kept is None:  # git does not have one of the contents
            return RecordChanges(file=file, title=file, former=former, changes=())
        changes = tuple(Change(**{**change, "kind": ChangeKind(change["kind"])}) for change in kept["changes"])
        return RecordChanges(file=file, title=kept["title"], former=former, changes=changes)

    def _moves(self, turns: _Turns) -> Mapping[str, str]:
        gone = {file: turn.before for file, turn in turns.items() if turn.before and not turn.after}
        come = {file: turn.after for file, turn in turns.items() if turn.after and not turn.before}
        if not gone or not come or not {model_of(file) for file in gone} & {model_of(file) for file in come}:
            return {}
        question = fingerprint.of_bytes(orjson.dumps([sorted(gone.items()), sorted(come.items())]))
        found = self._memory.recall(question)
        if found is None:
            held = dict(git.contents(self._project, [*gone.values(), *come.values()]))
            found = moves(_held(gone, held), _held(come, held))
            self._memory.keep(question, found)
        return dict(found)

    def _compare_missing(
        self, turns: Mapping[datetime.date, _Turns], formers: Mapping[datetime.date, Mapping[str, str]]
    ) -> None:
        missing = [
            (file, formers[date], _Turn(before, turn.after))
            for date, files in turns.items()
            for file, turn in files.items()
            for former in (formers[date].get(file),)
            for before in (files[former].before if former else turn.before,)
            if before and turn.after and (former or before != turn.after)
            if self._memory.recall(_question(file, formers[date], _Turn(before, turn.after))) is None
        ]
        missing.sort(key=lambda pair: pair[0])  # the versions of a record follow each other, and are read once
        for start in range(0, len(missing), _TOGETHER):
            self._compare(missing[start : start + _TOGETHER])

    def _compare(self, pairs: list[tuple[str, Mapping[str, str], _Turn]]) -> None:
        wanted = [identity for _, _, turn in pairs for identity in turn if identity]
        held = dict(git.contents(self._project, wanted))
        for file, formers, turn in pairs:
            before, after = (held.get(identity or "") for identity in turn)
            if before is not None and after is not None:
                found = record_changes(file, following(before, formers), after, former=formers.get(file))
                answer = {"title": found.title, "changes": [dataclasses.asdict(change) for change in found.changes]}
                self._memory.keep(_question(file, formers, turn), answer)


def _held(ids: Mapping[str, str], contents: Mapping[str, bytes]) -> Files:
    return {file: contents[identity] for file, identity in ids.items() if identity in contents}


def _question(file: str, formers: Mapping[str, str], turn: _Turn) -> str:
    return f"{file} {sorted(formers.items())} {turn.before} {turn.after}"
