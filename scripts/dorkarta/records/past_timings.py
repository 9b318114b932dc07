"""Deadlines that were read before: each is read once for many builds."""

import io
import pickle
import platform
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from dorkarta.deadline import SchoolCalendar
from dorkarta.fingerprint import of_bytes, of_files
from dorkarta.records.timing import FRAMES, timings_of
from dorkarta.replacing import put

CACHE: Final = Path(".cache", "deadlines", "timings")
"""Where they are kept, below the project; it may be deleted at any time."""

_PACKAGE: Final = Path(__file__).parents[1]
_MOST: Final = 64_000_000
"""Bytes. What has grown beyond them is forgotten, since nobody knows what of it is still asked for."""
_OURS: Final = ("dorkarta.deadline.", "dorkarta.records.timing.")


class PastTimings:
    """What is remembered of deadlines, and what is to be."""

    def __init__(self, file: Path) -> None:
        """Recall all that is remembered; a file that is torn, too large, or was made by other code holds nothing."""
        self._file = file
        self._maker = _maker().encode()
        for period, years, known in self._kept():
            timings_of(period, SchoolCalendar(years=years)).known.update(known)
        self._recalled = _count()

    def save(self) -> None:
        """Remember what was read meanwhile; where the disk refuses, the next run reads again."""
        if _count() == self._recalled:
            return
        # Not the calendars themselves: each holds its hash, which is another one in each process.
        held = pickle.dumps([(period, calendar.years, each.known) for (period, calendar), each in FRAMES.items()], 5)
        with suppress(OSError):
            put(self._file, self._sum(held) + held)

    def _kept(self) -> Any:
        with suppress(OSError, pickle.UnpicklingError):
            whole = self._file.read_bytes()
            held = whole[len(self._sum(b"")) :]
            if len(whole) < _MOST and whole.startswith(self._sum(held)):
                return _Unpickler(io.BytesIO(held)).load()
        return ()

    def _sum(self, held: bytes) -> bytes:
        return of_bytes(self._maker + held).encode()


class _Unpickler(pickle.Unpickler):
    """Makes nothing but days and what the reading of a deadline is made of, whoever wrote the file."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) != ("datetime", "date") and not f"{module}.".startswith(_OURS):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a deadline")
        found = super().find_class(module, name)
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no value")
        return found


def _count() -> int:
    return sum(len(each.known) for each in FRAMES.values())


def _maker() -> str:
    """The fingerprint of all that reads deadlines."""
    rooms = of_files(_PACKAGE / "deadline", "*.py"), of_files(_PACKAGE / "records", "*timing*.py")
    return " ".join((platform.python_version(), *rooms))
