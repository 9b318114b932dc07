"""Files that are put in place in one step: who reads one meets the old one or the whole new one, never a part of it."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def replacing(file: Path) -> Iterator[IO[bytes]]:
    """A file to write into, which takes the place of the old one as soon as it is written.

    It grows beside its place, so any number of processes and threads may put the same file at once. Where its writing
    fails, the old one stays.

    Raises:
        OSError: the disk refuses.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}-{os.getpid()}-{threading.get_ident()}")
    try:
        with beside.open("wb") as fresh:
            yield fresh
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def put(file: Path, data: bytes) -> None:
    """Let a file hold this.

    Raises:
        OSError: the disk refuses.
    """
    with replacing(file) as fresh:
        fresh.write(data)
