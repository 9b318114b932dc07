"""The commits of the records: git is asked for them once for each state of the repository."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from dorkarta.history import git
from dorkarta.history.revision import FOLDERS


def commits_of(project: Path, cache: Path | None = None) -> tuple[git.Commit, ...]:
    """The commits that touched records, the newest first.

    Arguments:
        project: The folder of `mkdocs.yml`.
        cache: A file that keeps git's answer; it may be missing, torn or deleted at any time.

    Raises:
        HistoryError: git, the repository or its first commit is missing.
    """
    state = git.state(project) if cache else None
    if cache is None or state is None:
        return git.parsed(git.log(project, *FOLDERS))
    log = _kept(cache, state)
    if log is None:
        log = git.log(project, *FOLDERS)
        _keep(cache, state, log)
    return git.parsed(log)


def _kept(cache: Path, state: str) -> bytes | None:
    try:
        seal, _, log = cache.read_bytes().partition(b"\n")
    except OSError:
        return None
    return log if seal == _seal(state, log) else None


def _keep(cache: Path, state: str, log: bytes) -> None:
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        fresh = cache.with_name(f".{cache.name}-{os.getpid()}")
        fresh.write_bytes(_seal(state, log) + b"\n" + log)
        fresh.replace(cache)


def _seal(state: str, log: bytes) -> bytes:
    """Fits one state and one whole answer."""
    return hashlib.blake2b(f"{state}\0".encode() + log, digest_size=16).hexdigest().encode()
