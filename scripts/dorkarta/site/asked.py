"""Which problems were asked about, and whether a check fails because of them."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path, PurePosixPath

from dorkarta.diagnostic import Diagnostic, stopping


class ForeignFileError(Exception):
    """A file that was asked about is not in the project; the message says which."""


def asked_for(project: Path, paths: Iterable[Path]) -> Callable[[str], bool]:
    """Whether a file of the project is among some files and folders; without any, every file is.

    Raises:
        ForeignFileError: one of them is not there.
    """
    asked = frozenset(_name_in(project, path) for path in paths)
    return lambda file: not asked or not asked.isdisjoint({file, *map(str, PurePosixPath(file).parents)})


def _name_in(project: Path, path: Path) -> str:
    try:
        return path.resolve(strict=True).relative_to(project.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):
        raise ForeignFileError(f"Файла «{path}» в проекте нет.") from None


def is_failed(problems: Collection[Diagnostic], *, strict: bool) -> bool:
    """Whether a check fails: because of errors, and where it is strict because of warnings too."""
    return stopping(problems) or (strict and any(not problem.old for problem in problems))
