"""Hashes of files, remembered by what the disk tells of them, so that only what changed is read again."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import orjson

from dorkarta.replacing import put

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change has another time than the one before it, on every file system there is."""

_Seen = tuple[int, int, int, int]
"""Size, times of the content and of the inode, number of the inode: as long as they are equal, so is the content."""


class Known:
    """What was hashed before, in a file that may be missing, torn, or written by another process meanwhile.

    A file is hashed again while it is so young that it could change without a sign: its next change might fall into the
    same tick of the clock. Only what was asked for is remembered, so each purpose has a memory of its own.
    """

    def __init__(self, memory: Path | None = None) -> None:
        """Begin with what is remembered; without a memory, with nothing."""
        self._memory = memory
        self._before = _remembered(memory) if memory else {}
        self._now: dict[str, tuple[_Seen, str]] = {}

    def hash_of(self, path: Path) -> str:
        """The hash of what a file holds; of what is none, or cannot be read, what it is instead."""
        try:
            return self._hash_of(os.fspath(path), path.stat())
        except OSError as error:
            return _unreadable(error)

    def hashes(self, folder: Path, pattern: str = "*") -> Mapping[str, str]:
        """The hashes of everything below a folder whose name fits a pattern, by path within it, in order.

        Folders that fit are named too, since a folder may pose as a file. Links are followed.
        """
        found = (
            (name, self._hash_of_entry(entry)) for name, entry in _below(folder) if fnmatchcase(entry.name, pattern)
        )
        return dict(sorted(found))

    def save(self) -> None:
        """Remember; where the disk refuses, or a name is no text, the next run hashes again."""
        if self._memory is None or self._now == self._before:
            return
        with suppress(OSError, orjson.JSONEncodeError):
            put(self._memory, orjson.dumps(self._now))

    def _hash_of_entry(self, entry: os.DirEntry[str]) -> str:
        try:
            return self._hash_of(entry.path, entry.stat())
        except OSError as error:
            return _unreadable(error)

    def _hash_of(self, path: str, status: os.stat_result) -> str:
        if not stat.S_ISREG(status.st_mode):
            return f"no file: {stat.S_IFMT(status.st_mode):o}"  # a pipe would be waited for, a device never ends
        seen = status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
        known = self._before.get(path)
        if known is None or known[0] != seen:
            moment = time.time_ns()
            with open(path, "rb") as file:  # noqa: PTH123  # a Path of each of 12,000 files costs more than its hash
                known = seen, hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
            if max(status.st_mtime_ns, status.st_ctime_ns) + _SETTLED > moment:
                return known[1]
        self._now[path] = known
        return known[1]


def _below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file and folder below a folder with its path within it; links lead into none twice."""
    waiting, entered = [("", os.fspath(folder))], set()
    while waiting:
        inside, path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116  # as above
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            with os.scandir(path) as entries:
                for entry in entries:
                    name = f"{inside}{entry.name}"
                    yield name, entry
                    if entry.is_dir():
                        waiting.append((f"{name}/", entry.path))
        except OSError:
            continue  # what cannot be entered holds nothing that anybody could read


def _remembered(memory: Path) -> dict[str, tuple[_Seen, str]]:
    try:
        listed = orjson.loads(memory.read_bytes())
        return {
            path: ((size, mtime, ctime, inode), known) for path, ((size, mtime, ctime, inode), known) in listed.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _unreadable(error: OSError) -> str:
    return f"unreadable: {error.errno}"
