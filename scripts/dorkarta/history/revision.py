"""The records as they stood in a revision, and as they stand on the disk."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from dorkarta.history import git
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import PRACTICES, RECORDS, is_practice
from dorkarta.records.loading import load

FOLDERS: Final = (RECORDS, PRACTICES)
"""Where records lie, relative to the project."""

Files = Mapping[str, bytes]
"""Name from the project → what the file holds."""


def corpus_at(project: Path, revision: str) -> Corpus:
    """All records as they stood in a revision, read as today's are.

    Raises:
        HistoryError: there is no git, no repository, no such revision.
    """
    kept = _kept(project, git.resolve(project, revision))
    with tempfile.TemporaryDirectory(prefix="dorkarta-revision-") as folder:
        for file, data in _read(project, kept).items():
            target = Path(folder) / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return load(Path(folder))


def differing(project: Path, base: str, head: str | None = None) -> tuple[Files, Files]:
    """The files of records that differ between two revisions; without the second one, the disk takes its place.

    Raises:
        HistoryError: there is no git, no repository, no such revision.
    """
    before = _kept(project, git.resolve(project, base))
    if head is not None:
        after = _kept(project, git.resolve(project, head))
        changed = {file for file in {*before, *after} if before.get(file) != after.get(file)}
        return _read(project, before, changed), _read(project, after, changed)
    disk = dict(_on_disk(project))
    same = {file for file, data in disk.items() if file in before and _is(before[file], data)}
    return _read(project, before, before.keys() - same), {file: disk[file] for file in disk.keys() - same}


@lru_cache(maxsize=32_768)  # the same few files are touched again and again
def is_record(file: str) -> bool:
    """Whether a file of the project is one of records; pages of prose and notes beside them are none."""
    path = PurePosixPath(file)
    if not file.isprintable() or any(part.startswith(".") for part in path.parts):
        return False
    if file.startswith(f"{RECORDS}/"):
        return path.suffix == ".yaml"
    return is_practice(file)


def _kept(project: Path, commit: str) -> dict[str, str]:
    return {file: identity for file, identity in git.files_of(project, commit, *FOLDERS).items() if is_record(file)}


def _read(project: Path, kept: Mapping[str, str], wanted: set[str] | None = None) -> dict[str, bytes]:
    chosen = {file: identity for file, identity in kept.items() if wanted is None or file in wanted}
    held = dict(git.contents(project, chosen.values()))
    return {file: held[identity] for file, identity in chosen.items() if identity in held}


def _on_disk(project: Path) -> Iterator[tuple[str, bytes]]:
    for top in FOLDERS:
        for folder, _, names in os.walk(project / top):
            for path in (Path(folder) / name for name in names):
                file = path.relative_to(project).as_posix()
                if is_record(file) and path.is_file() and not path.is_symlink():
                    yield file, _bytes(path)


def _bytes(path: Path) -> bytes:
    """What a file holds; one that may not be read holds nothing that could be compared."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is(identity: str, data: bytes) -> bool:
    """Whether git would give this id to what a file holds; repositories with long ids hash by SHA-256."""
    known = hashlib.sha1(usedforsecurity=False) if len(identity) == 40 else hashlib.sha256()
    known.update(b"blob %d\0" % len(data) + data)
    return known.hexdigest() == identity
