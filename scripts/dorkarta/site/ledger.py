"""What the published edition was made from, so that the next one makes only what changed."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import orjson

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
    """An edition, by what it was made from."""

    digest: str = ""
    """Of everything."""
    pages: Mapping[str, Any] = field(default_factory=dict)
    """Address → line; as it was read, since most are not asked for."""
    files: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """The file of the API or a calendar → its origin and its size."""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    """Every published file → as it was left."""

    def line(self, url: str) -> Line | None:
        """What is remembered of a page."""
        held = self.pages.get(url)
        return held if held is None or isinstance(held, Line) else _line(held)

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


def write(file: Path, ledger: Ledger, folder: Path) -> None:
    """Keep the ledger of the edition that was published in a folder; without it the next build makes more, no worse."""
    held = {
        "version": _VERSION,
        "digest": ledger.digest,
        "pages": ledger.pages,
        "files": ledger.files,
        "seen": dict(_all_seen(folder)),
    }
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.name}-{os.getpid()}")
        fresh.write_bytes(orjson.dumps(held))
        fresh.replace(file)


def _line(held: Mapping[str, Any]) -> Line:
    from dorkarta.pages.page import Heading  # noqa: PLC0415  # where nothing changed, no page is asked for
    from dorkarta.pages.views import Link  # noqa: PLC0415  # as above

    crumbs = tuple(Link(**crumb) for crumb in held["heading"]["crumbs"])
    return Line(origin=held["origin"], key=held["key"], heading=Heading(**{**held["heading"], "crumbs": crumbs}))


def place(cache: Path, folder: Path) -> Path:
    """Where the ledger of a published folder lies; the folder itself is for visitors."""
    name = hashlib.blake2b(os.fsencode(folder.resolve()), digest_size=8).hexdigest()
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
