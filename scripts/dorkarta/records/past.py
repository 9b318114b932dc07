"""What a project's files held when they were read before; only what is new is read again."""

import platform
from functools import cached_property
from pathlib import Path
from typing import Final

from dorkarta.filehashes import Known
from dorkarta.fingerprint import of_files, of_libraries
from dorkarta.records.memory import Memory, Reading

_PACKAGE: Final = Path(__file__).parents[1]
_READERS: Final = ("records", "model", "deadline")
"""The rooms that decide what a file says and whether it is right."""


class Past:
    """Readings of files that nothing was wrong with, in a folder that may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._hashes = Known(folder / "hashes.json")
        self._memory = Memory(folder, _maker())

    def digest_of(self, path: Path) -> str:
        """The hash of what a file holds."""
        return self._hashes.hash_of(path)

    def knows(self, digest: str) -> bool:
        """Whether some file with this hash was read before."""
        return digest in self._digests

    @cached_property
    def _digests(self) -> frozenset[str]:
        return frozenset(key.partition(" ")[2] for key in self._memory)

    def find(self, kind: str, digest: str) -> Reading | None:
        """What a file of a kind says."""
        return self._memory.find(f"{kind} {digest}")

    def keep(self, kind: str, digest: str, reading: Reading) -> None:
        """Remember what a file of a kind says."""
        self._memory.keep(f"{kind} {digest}", reading)

    def save(self) -> None:
        """Remember all of it for the next run."""
        self._hashes.save()
        self._memory.save()


def _maker() -> str:
    rooms = " ".join(of_files(_PACKAGE / room, "*.py") for room in _READERS)
    return f"{platform.python_version()} {rooms} {of_libraries('pydantic', 'pyyaml', 'orjson')}"
