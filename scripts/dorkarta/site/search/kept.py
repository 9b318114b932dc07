"""Indexes kept from one build to the next.

Their folder may be deleted or torn at any time, and two builds may use it at once.
"""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import orjson

_LIST: Final = "files.json"
_OF_A_PLACE: Final = 3
"""So many indexes of a place stay, that builds in two folders need not drive out each other's."""
_DAY: Final = 24 * 3600
"""An index that was begun so many seconds before the last use of any will never be finished."""
_LONG: Final = 30 * _DAY
"""One that was not used for so long is not asked for again."""


class KeptIndexes:
    """Indexes by their keys."""

    def __init__(self, folder: Path) -> None:
        """Keep them in a folder, which need not be there."""
        self._folder = folder

    def lay(self, name: str, key: str, target: Path, make: Callable[[Path], None]) -> tuple[Mapping[str, int], bool]:
        """Lay the files of an index into the site: those that are kept, else those that are made now.

        Arguments:
            name: What it is the index of.
            key: What it is made from.
            target: Its folder in the site.
            make: Makes it in a folder.

        Returns:
            File → size, and whether it was made now.
        """
        kept = self._folder / f"{name}.{key}"
        with suppress(OSError, ValueError):  # not there, or torn
            sizes: dict[str, int] = orjson.loads((kept / _LIST).read_bytes())
            _lay(kept, sizes, target)
            os.utime(kept)
            return sizes, False
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=self._folder) as folder:
            fresh = Path(folder) / "index"
            make(fresh)
            sizes = dict(sorted(_sizes(fresh)))
            _lay(fresh, sizes, target)
            (fresh / _LIST).write_bytes(orjson.dumps(sizes))
            shutil.rmtree(kept, ignore_errors=True)
            with suppress(OSError):  # another build was faster
                fresh.rename(kept)
        return sizes, True

    def forget(self) -> None:
        """Let go of what was not used for long, and of all but the last few indexes of a place."""
        if not self._folder.is_dir():
            return
        used = sorted(((_last_use(each), each) for each in self._folder.iterdir()), reverse=True)
        later: Counter[str] = Counter()
        for when, kept in used:
            name = kept.name.rpartition(".")[0]
            if when < used[0][0] - (_LONG if name else _DAY) or (name and later[name] >= _OF_A_PLACE):
                shutil.rmtree(kept, ignore_errors=True)
            later[name] += 1


def _sizes(folder: Path, inside: str = "") -> Iterator[tuple[str, int]]:
    """Every file below a folder with its size."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{inside}{entry.name}"
            if entry.is_dir():
                yield from _sizes(Path(entry.path), f"{name}/")
            else:
                yield name, entry.stat().st_size


def _last_use(kept: Path) -> float:
    try:
        return kept.stat().st_mtime
    except OSError:  # another build let go of it
        return 0


def _lay(folder: Path, sizes: Mapping[str, int], target: Path) -> None:
    """Give files a second name in the site; copy them where that cannot be, or where they have other permissions.

    Raises:
        OSError: a file is not there or not whole; then none is left in the site.
    """
    for inner in sorted({name.rpartition("/")[0] for name in sizes} | {""}):
        (target / inner).mkdir(parents=True, exist_ok=True)
    linked = folder.stat().st_mode == target.stat().st_mode
    laid: list[Path] = []
    try:
        for name, size in sizes.items():
            old, new = folder / name, target / name
            linked = (linked and _linked(old, new)) or not shutil.copyfile(old, new)
            laid.append(new)
            _demand_whole(new, size)
    except OSError:
        for new in laid:
            new.unlink(missing_ok=True)
        raise


def _linked(old: Path, new: Path) -> bool:
    try:
        os.link(old, new)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, or a file system without links
        return False
    return True


def _demand_whole(file: Path, size: int) -> None:
    if file.stat().st_size != size:
        raise OSError(f"{file} is torn")
