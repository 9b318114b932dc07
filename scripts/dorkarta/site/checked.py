"""Records and prose of a project, checked before anything is built from them."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from dorkarta import crew, fingerprint
from dorkarta.checks.checking import examine
from dorkarta.checks.clean import Clean
from dorkarta.checks.facts_kept import recall
from dorkarta.diagnostic import Diagnostic
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.records.pinpointing import pinpointed
from dorkarta.site.folders import CONFIGURATION
from dorkarta.site.prose import unknown_blocks


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedProject:
    """The records of a project and all that is wrong with them and with the markers in its prose."""

    corpus: Corpus
    problems: tuple[Diagnostic, ...]
    debts: tuple[Diagnostic, ...]
    """Old debt: known warnings that do not count."""


CACHE: Final = Path(".cache", "records")
"""Where what was read is kept, below the project; it may be deleted at any time."""
_CLEAN: Final = Path(".cache", "checks", "clean.json")
"""Where the files are named that nothing was wrong with; it may be deleted at any time too."""
_FACTS: Final = Path(".cache", "checks", "facts.json")
"""Where facts are kept; so may this."""


def read_project(project: Path) -> Corpus:
    """The records of a project; of what was read before only what changed is read again."""
    return load(project, cache=project / CACHE, crew=crew.hands())


def checked_project(
    project: Path,
    *,
    as_of: datetime.date | None = None,
    base: Corpus | None = None,
    corpus: Corpus | None = None,
) -> CheckedProject:
    """Read and check a project.

    Arguments:
        project: The folder of `mkdocs.yml`.
        as_of: The day for the rules that ask for it.
        base: The records of the base revision for the rules on changes.
        corpus: The records, where they are read already.
    """
    corpus = corpus or read_project(project)
    maker = f"{fingerprint.of_our_code()} {fingerprint.of_installed()}"
    recall(corpus, project / _FACTS, maker)
    clean = Clean(project / _CLEAN, maker)
    checked = examine(corpus, as_of=as_of, base=base, clean=clean, crew=crew.hands())
    return CheckedProject(
        corpus=corpus,
        problems=pinpointed([*checked.problems, *unknown_blocks(project)], project),
        debts=pinpointed(checked.debts, project),
    )


def checked_corpus(project: Path, *, as_of: datetime.date | None = None) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The records of a project and everything that is wrong, without old debt."""
    checked = checked_project(project, as_of=as_of)
    return checked.corpus, checked.problems


def site_url_of(project: Path) -> str:
    """The address of the site by `mkdocs.yml`, read without MkDocs; empty if it is not told plainly."""
    try:
        root = yaml.compose((project / CONFIGURATION).read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((value.value for key, value in pairs if key.value == "site_url" and isinstance(value.value, str)), "")
