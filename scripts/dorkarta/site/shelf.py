"""Where the files of a new edition are put. What the published one has already stays: equal files are the very same.

So the disk is spared, and a server's ETag and Last-Modified live on: visitors fetch only what changed.
"""

import gzip
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_IFREG, S_ISREG
from typing import Final

from dorkarta.site.checksums import checksum, list_sums

_TEXTS: Final = (".html", ".css", ".js", ".json", ".ics", ".csv", ".svg", ".xml", ".txt", ".map")
"""What shrinks by compression; the other files are compressed in themselves."""
_WORTH_COMPRESSING: Final = 1024
"""A smaller file travels in one packet anyway."""
_PACKED: Final = ".gz"
_LEVEL: Final = 6
"""Level 9 takes twice as long for 1 % less."""
NONE: Final[Mapping[str, str]] = {}


class Shelf:
    """Where the files of a new edition are put; what equals the published file is that very file, not a new one."""

    def __init__(self, fresh: Path, published: Path | None = None, *, compress: bool = False) -> None:
        """Set up.

        Arguments:
            fresh: The folder of the new edition.
            published: That of the published one, if there is any.
            compress: Whether texts get a compressed twin.
        """
        self.fresh = fresh
        self.sums: dict[str, str] = {}
        """File → checksum, of all that was put here, compressed twins among them."""
        self._published = published
        self._compress = compress
        self._mode = _mode_of_new_files()
        self._folders: set[str] = set()

    def beside(self) -> "Shelf":
        """The same shelf for another process, which tells by its checksums what it has put."""
        return Shelf(self.fresh, self._published, compress=self._compress)

    def put(self, address: str, data: bytes) -> None:
        """Write a file."""
        self.sums[address] = checksum(data)
        former = self._published / address if self._published and _holds(self._published / address, data) else None
        if former is None or not self._linked(former, address):
            self._ready(address).write_bytes(data)
            if former is not None:
                _date_as(self.fresh / address, former)
        if self._compress and _is_worth_compressing(address, data):
            packed = f"{address}{_PACKED}"
            twin = self._published / packed if self._published and former is not None else None
            self.sums[packed] = checksum(_pack(self.fresh / address, data, twin))

    def take(self, address: str, sums: Mapping[str, str]) -> None:
        """Let the published file stand in the new edition.

        Arguments:
            address: A file of the published edition that is as it was published.
            sums: The checksums of that edition.

        Raises:
            OSError: it is not there.
        """
        former, packed = (self._published or self.fresh) / address, f"{address}{_PACKED}"
        if (packed in sums) == self._compress and self._linked(former, address):
            self.sums[address] = sums[address]
            if not self._compress or self._linked(former.with_name(f"{former.name}{_PACKED}"), packed):
                self.sums.update({packed: sums[packed]} if self._compress else {})
                return
        (self.fresh / address).unlink(missing_ok=True)
        self.put(address, former.read_bytes())

    def _linked(self, former: Path, address: str) -> bool:
        """Give the published file a second name; one file has one set of permissions, so those must be today's."""
        new = self._ready(address)
        try:
            if former.lstat().st_mode != self._mode:
                return False
            os.link(former, new)
        except OSError:  # a file system without links, or a file of somebody else
            return False
        return True

    def _ready(self, address: str) -> Path:
        """Where a file is to be written; the folders above it are there."""
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            (self.fresh / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return self.fresh / address


def _mode_of_new_files() -> int:
    mask = os.umask(0)  # there is no other way to ask for it
    os.umask(mask)
    return S_IFREG | (0o666 & ~mask)


def _is_worth_compressing(path: str, data: bytes) -> bool:
    return path.endswith(_TEXTS) and len(data) > _WORTH_COMPRESSING


def keep(fresh: Path, published: Path, *, compress: bool, shelved: Mapping[str, str] = NONE) -> None:
    """Finish a new edition: keep equal files, lay compressed texts beside the others, write the checksums.

    Arguments:
        fresh: The folder of the new edition.
        published: That of the published one, if there is any.
        compress: Whether texts get a compressed twin, for servers that send it as it is.
        shelved: The checksums of the files that a shelf has kept already.
    """
    sums = dict(shelved)
    for path in _files(fresh):
        if path in shelved:
            continue
        new, former = fresh / path, published / path
        data = new.read_bytes()
        sums[path] = checksum(data)
        same = _holds(former, data)
        if same:
            _take(former, new)
        if compress and _is_worth_compressing(path, data):
            packed = _pack(new, data, published / f"{path}{_PACKED}" if same else None)
            sums[f"{path}{_PACKED}"] = checksum(packed)
    list_sums(fresh, sums)


def _files(folder: Path) -> list[str]:
    """Every file below a folder, relative to it."""
    return sorted(_walk(folder))


def _walk(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        inside = Path(parent).relative_to(folder)
        yield from ((inside / name).as_posix() for name in names)


def _holds(path: Path, data: bytes) -> bool:
    """Whether there is such a file with just these bytes."""
    try:
        found = path.lstat()
        return S_ISREG(found.st_mode) and found.st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _take(former: Path, new: Path) -> None:
    """Let the former file stand in the place of the new one; where that cannot be, only its time.

    One file has one set of permissions: where those of today differ, as after a build with another umask, the new
    file stays.
    """
    spare = new.with_name(f"{new.name}.kept")
    if former.stat().st_mode != new.stat().st_mode:
        _date_as(new, former)
        return
    try:
        os.link(former, spare)
    except OSError:  # a file system without links, or a file of somebody else
        _date_as(new, former)
    else:
        spare.replace(new)


def _pack(text: Path, data: bytes, former: Path | None) -> bytes:
    """Lay a compressed twin beside a text, the former one if the text is the former one; its bytes."""
    packed = text.with_name(f"{text.name}{_PACKED}")
    if former is not None and former.is_file():
        small = former.read_bytes()
        packed.write_bytes(small)
        _take(former, packed)
        return small
    small = gzip.compress(data, _LEVEL, mtime=0)
    packed.write_bytes(small)
    _date_as(packed, text)
    return small


def _date_as(path: Path, other: Path) -> None:
    found = other.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
