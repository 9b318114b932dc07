"""When records were changed last, as git knows it."""

import datetime
from pathlib import Path

from dorkarta.history import git
from dorkarta.history.revision import FOLDERS


def last_changes(project: Path) -> dict[str, datetime.datetime]:
    """The file of a record, as `roadmaps/….yaml` or `content/practices/….md` → the time of its last commit, UTC.

    Empty without git, without a repository, without history: the site is built all the same. In a shallow clone the
    oldest commit seems to have made every file, so it dates none.
    """
    try:
        known = git.commits(project, *FOLDERS)
    except git.HistoryError:
        return {}
    found: dict[str, datetime.datetime] = {}
    for commit in known:
        for touch in () if commit.boundary else commit.touches:
            found.setdefault(touch.file, commit.moment)
    return found
