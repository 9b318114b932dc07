"""What this machine remembers of the published edition: from what each file was made, and how it was left.

So the next edition makes only what would be made of something else, or what somebody touched.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import orjson

from dorkarta import fingerprint
from dorkarta.replacing import put

if TYPE_CHECKING:
    from dorkarta.pages.page import Heading

_VERSION: Final = 1

Seen = tuple[int, int, int]
"""Size, time of the content and inode of a published file: as long as they are equal nobody touched it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A page of the edition."""

    origin: str
    """The hash of all from which its view may be made."""
    key: str
    """The hash of the view and of all with which it was rendered."""
    heading: "Heading"
    """What lists and the search say of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ledger:
    """What is remembered of an edition; of none, nothing."""

    digest: str = ""
    """The hash of all that it was made from and of what was asked for."""
    pages: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Address → the fields of its line, of which most are never asked for."""
    files: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Every other file that is made of records → its origin and its size."""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    """Every published file → as it was left."""

    def line(self, url: str) -> Line | None:
        """What is remembered of a page."""
        return _line(self.pages[url]) if url in self.pages else None

    def is_untouched(self, folder: Path, file: str) -> bool:
        """Whether a file of the published folder is as the edition left it."""
        try:
            return self.seen.get(file) == _seen((folder / file).lstat())
        except OSError:
            return False

    def is_whole(self, folder: Path) -> bool:
        """Whether the published folder is as the edition left it, file by file."""
        return bool(self.seen) and dict(_all_seen(folder)) == self.seen


def read(file: Path) -> Ledger:
    """The ledger of a file; an empty one where that is missing, torn or of another version."""
    try:
        held = orjson.loads(file.read_bytes())
        if held["version"] != _VERSION:
            return Ledger()
        return Ledger(
            digest=held["digest"],
            pages=dict(held["pages"]),
            files={address: (origin, size) for address, (origin, size) in held["files"].items()},
            seen={name: (size, time, inode) for name, (size, time, inode) in held["seen"].items()},
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Ledger()


def write(
    file: Path, folder: Path, *, digest: str, pages: Mapping[str, Line], files: Mapping[str, tuple[str, int]]
) -> None:
    """Remember an edition; where the disk refuses, the next build makes more, and none the worse.

    Arguments:
        file: The ledger.
        folder: Where the edition is published by now.
        digest: The hash of all that it was made from and of what was asked for.
        pages: Address → line.
        files: Every other file that is made of records → its origin and its size.
    """
    seen = dict(_all_seen(folder))
    held = {"version": _VERSION, "digest": digest, "pages": pages, "files": files, "seen": seen}
    with suppress(OSError):
        put(file, orjson.dumps(held))


def _line(held: Mapping[str, Any]) -> Line:
    from dorkarta.pages.page import Heading  # noqa: PLC0415  # where nothing changed, no page is asked for
    from dorkarta.pages.views import Link  # noqa: PLC0415  # as above

    crumbs = tuple(Link(**crumb) for crumb in held["heading"]["crumbs"])
    return Line(origin=held["origin"], key=held["key"], heading=Heading(**{**held["heading"], "crumbs": crumbs}))


def place(cache: Path, folder: Path) -> Path:
    """Where the ledger of a published folder lies; the folder itself is for visitors."""
    name = fingerprint.of_bytes(os.fsencode(folder.resolve()), size=8)
    return cache / "editions" / f"{name}.json"


def _all_seen(folder: Path) -> Iterator[tuple[str, Seen]]:
    waiting = [("", os.fspath(folder))]
    while waiting:
        inside, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{inside}{entry.name}/", entry.path))
                else:
                    yield f"{inside}{entry.name}", _seen(entry.stat(follow_symlinks=False))


def _seen(status: os.stat_result) -> Seen:
    return status.st_size, status.st_mtime_ns, status.st_ino
