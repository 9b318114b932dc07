"""The commits of the records: git is asked for them once for each state of the repository."""

from contextlib import suppress
from pathlib import Path

from dorkarta import fingerprint
from dorkarta.history import git
from dorkarta.history.revision import FOLDERS
from dorkarta.replacing import put


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
        put(cache, _seal(state, log) + b"\n" + log)


def _seal(state: str, log: bytes) -> bytes:
    """Fits one state and one whole answer."""
    return fingerprint.of_bytes(f"{state}\0".encode() + log).encode()
