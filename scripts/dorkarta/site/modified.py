"""When records were changed last, as git knows it."""

import datetime
import os
import subprocess
from pathlib import Path
from typing import Final

from dorkarta.records import files, practices

_COMMIT: Final = "\x01"
"""Begins the line of a commit; names of files never do."""
_BOUNDARY: Final = "grafted"
"""What git calls a commit whose parents a shallow clone left out."""

_LOG: Final = (
    *("git", "-c", "core.quotepath=off", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false"),
    *("log", "--no-color", "--no-renames", "--name-only", "--relative", "--decorate=full"),
    f"--format={_COMMIT}%ct %D",
)


def last_changes(project: Path) -> dict[str, datetime.datetime]:
    """The file of a record, as `roadmaps/….yaml` or `content/practices/….md` → the time of its last commit, UTC.

    Empty without git, without a repository, without history: the site is built all the same. In a shallow clone the
    oldest commit seems to have made every file, so it dates none.
    """
    found: dict[str, datetime.datetime] = {}
    moment: datetime.datetime | None = None
    for line in _log(project).splitlines():
        if line.startswith(_COMMIT):
            seconds, _, names = line.removeprefix(_COMMIT).partition(" ")
            boundary = _BOUNDARY in names.split(", ")
            moment = None if boundary else datetime.datetime.fromtimestamp(int(seconds), tz=datetime.UTC)
        elif line and moment:
            found.setdefault(line, moment)
    return found


def _log(project: Path) -> str:
    """The newest commit first, each with its files."""
    try:
        done = subprocess.run(  # noqa: S603  # a constant command
            (*_LOG, "--", files.FOLDER, practices.FOLDER),
            cwd=project,
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout
