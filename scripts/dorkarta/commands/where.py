"""Where the project lies, and which day it is there."""

import datetime
from pathlib import Path

from dorkarta.site.folders import CONFIGURATION


def nearest_project(given: Path | None) -> Path | None:
    """The folder that is given, else the nearest one above the current folder, if it holds a project."""
    start = (given or Path.cwd()).resolve()
    folders = (start, *(() if given else start.parents))
    return next((folder for folder in folders if (folder / CONFIGURATION).is_file()), None)


def today() -> datetime.date:
    """Today where the editor is."""
    return datetime.date.today()  # noqa: DTZ011  # the editor's own calendar
