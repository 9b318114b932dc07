"""When records were changed last, as git knows it."""

import datetime
from pathlib import Path

from dorkarta.history import git
from dorkarta.history.log import commits_of


def last_changes(project: Path, cache: Path | None = None) -> dict[str, datetime.datetime]:
    """The file of a record, as `roadmaps/….yaml` or `content/practices/….md` → the time of its last commit, UTC.

    Empty without git, without a repository, without history: the site is built all the same. In a shallow clone the
    oldest commit seems to have made every file, so it dates none.

    Arguments:
        project: The folder of `mkdocs.yml`.
        cache: The file that keeps git's answer, as in `commits_of`.
    """
    try:
        known = commits_of(project, cache)
    except git.HistoryError:
        return {}
    found: dict[str, datetime.datetime] = {}
    for commit in known:
        for touch in () if commit.boundary else commit.touches:
            found.setdefault(touch.file, commit.moment)
    return found
