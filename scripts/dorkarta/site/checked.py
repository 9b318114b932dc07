"""Records and prose of a project, checked before anything is built from them."""

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from dorkarta.checks.checking import examine
from dorkarta.diagnostic import Diagnostic, stopping
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.records.pinpointing import pinpointed
from dorkarta.site.prose import unknown_blocks


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedProject:
    """The records of a project and all that is wrong with them and with the markers in its prose."""

    corpus: Corpus
    problems: tuple[Diagnostic, ...]
    debts: tuple[Diagnostic, ...]
    """Old debt: known warnings that do not count."""


def checked_project(project: Path, *, as_of: datetime.date | None = None, base: Corpus | None = None) -> CheckedProject:
    """Read and check a project.

    Arguments:
        project: The folder of `mkdocs.yml`.
        as_of: The day for the rules that ask for it.
        base: The records of the base revision for the rules on changes.
    """
    corpus = load(project)
    checked = examine(corpus, as_of=as_of, base=base)
    return CheckedProject(
        corpus=corpus,
        problems=pinpointed([*checked.problems, *unknown_blocks(project)], project),
        debts=pinpointed(checked.debts, project),
    )


def checked_corpus(project: Path, *, as_of: datetime.date | None = None) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The records of a project and everything that is wrong, without old debt."""
    checked = checked_project(project, as_of=as_of)
    return checked.corpus, checked.problems


class ForeignFileError(Exception):
    """A file that was asked about is not in the project; the message says which."""


def about(problems: Iterable[Diagnostic], project: Path, paths: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """Of the problems those of some files and folders; without any, all of them.

    Raises:
        ForeignFileError: one of them is not there.
    """
    is_asked = asked_for(project, paths)
    return tuple(problem for problem in problems if is_asked(problem.place.file))


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


def site_url_of(project: Path) -> str:
    """The address of the site by `mkdocs.yml`, read without MkDocs; empty if it is not told plainly."""
    try:
        root = yaml.compose((project / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((value.value for key, value in pairs if key.value == "site_url" and isinstance(value.value, str)), "")
