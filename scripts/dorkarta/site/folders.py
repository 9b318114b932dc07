"""Where things lie in a project."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

CONFIGURATION: Final = "mkdocs.yml"
THEME: Final = "theme"


@dataclass(frozen=True, kw_only=True, slots=True)
class Folders:
    """The project, its theme and a cache that may be deleted at any time."""

    project: Path
    theme: Path
    cache: Path


def folders_of(project: Path) -> Folders:
    """Where a project keeps its theme and its cache."""
    return Folders(project=project, theme=project / THEME, cache=project / ".cache")
