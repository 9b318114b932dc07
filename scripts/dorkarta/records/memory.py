"""What was read of files before, by the hash of what they hold: in a folder that may be deleted at any time.

A few files hold it all. Each is written whole beside its place, put there in one step and never changed, so that two
processes may read and write at once; one that is torn is as good as none.
"""

import marshal
import mmap
import shutil
import struct
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import IO, Final

from dorkarta import fingerprint
from dorkarta.records.late_marks import Lines
from dorkarta.replacing import replacing

_HEAD: Final = struct.Struct("<QQLL")
"""Lengths of the index and of the rest, checksums of both."""
_MOST_FILES: Final = 8
"""With more than so many, they are made one again, without what nobody asked for."""
_ENDING: Final = ".read"
_PORTION: Final = 1 << 20

Range = tuple[int, int]


class Reading:
    """What was read of one file: its value as JSON, and where the records in its lists begin."""

    __slots__ = ("_json", "lines")

    def __init__(self, json: memoryview | bytes, lines: Lines) -> None:
        self._json = json
        self.lines = lines

    @property
    def json(self) -> bytes:
        """The value; in memory only while somebody needs it."""
        return bytes(self._json)


class Memory:
    """All that is remembered, and what is to be."""

    def __init__(self, folder: Path, maker: str) -> None:
        """Look what there is.

        Arguments:
            folder: Where it is kept.
            maker: The fingerprint of what reads and of what judges; what others made is forgotten.
        """
        self._folder = folder
        self._maker = fingerprint.of_text(maker, size=8)
        self._files = tuple(_opened(folder, self._maker))
        self._asked: dict[str, Reading] = {}
        self._new = _Growing(folder)

    def __iter__(self) -> Iterator[str]:
        """The keys under which something is known."""
        return (key for each in self._files for key in each.index)

    def find(self, key: str) -> Reading | None:
        """What is known under a key."""
        for each in self._files:
            if (found := each.find(key)) is not None:
                self._asked[key] = found
                return found
        return None

    def keep(self, key: str, reading: Reading) -> None:
        """Remember what was read; where the disk refuses, the next run reads again."""
        with suppress(OSError):
            self._new.add(key, reading)

    def save(self) -> None:
        """Put what is new where the next run finds it."""
        if not self._new.index:
            return
        old = [path for path in _below(self._folder) if not path.name.startswith(self._maker)]
        with suppress(OSError):
            if len(self._files) >= _MOST_FILES:
                for key, reading in self._asked.items():
                    self._new.add(key, reading)
                old += [each.path for each in self._files]
            self._new.publish(self._maker)
            for path in old:
                path.unlink(missing_ok=True)


class _Growing:
    """What will be one of the files. It grows in a file without a name, which ends with this process."""

    def __init__(self, folder: Path) -> None:
        self.index: dict[str, tuple[Range, Range]] = {}
        self._folder = folder
        self._checksum = 0

    @cached_property
    def _file(self) -> IO[bytes]:
        self._folder.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryFile(dir=self._folder)

    def add(self, key: str, reading: Reading) -> None:
        self.index[key] = self._written(reading.json), self._written(marshal.dumps(dict(reading.lines)))

    def _written(self, part: bytes) -> Range:
        start = self._file.tell()
        self._file.write(part)
        self._checksum = zlib.crc32(part, self._checksum)
        return start, start + len(part)

    def publish(self, maker: str) -> None:
        index, length = marshal.dumps(self.index), self._file.tell()
        name = f"{maker}-{fingerprint.of_bytes(index, size=8)}{_ENDING}"
        self._file.seek(0)
        with replacing(self._folder / name) as file:
            file.write(_HEAD.pack(len(index), length, zlib.crc32(index), self._checksum) + index)
            shutil.copyfileobj(self._file, file, _PORTION)


class _File:
    """One of the files, as far as it is whole."""

    __slots__ = ("_rest", "index", "path")

    def __init__(self, path: Path, index: Mapping[str, tuple[Range, Range]], rest: memoryview) -> None:
        self.path = path
        self.index = index
        self._rest = rest

    def find(self, key: str) -> Reading | None:
        if (ranges := self.index.get(key)) is None:
            return None
        json, lines = (self._rest[start:end] for start, end in ranges)
        return Reading(json, marshal.loads(lines))  # noqa: S302  # our own, and its checksum is right


def _opened(folder: Path, maker: str) -> Iterator[_File]:
    for path in _below(folder):
        if path.name.startswith(maker):
            with suppress(OSError, ValueError, struct.error):
                yield _open(path)


def _below(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{_ENDING}"))


def _open(path: Path) -> _File:
    with path.open("rb") as file:
        head = _HEAD.unpack(file.read(_HEAD.size))
        index = file.read(head[0])
        checksum = 0
        while part := file.read(_PORTION):
            checksum = zlib.crc32(part, checksum)
        if head != (len(index), file.tell() - _HEAD.size - len(index), zlib.crc32(index), checksum):
            raise ValueError(f"{path} is torn")
        whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return _File(path, marshal.loads(index), whole[_HEAD.size + len(index) :])  # noqa: S302  # our own, see above
