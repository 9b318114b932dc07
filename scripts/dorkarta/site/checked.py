"""Records and prose of a project, checked before anything is built from them."""

from pathlib import Path

from dorkarta.checks.checking import check
from dorkarta.diagnostic import Diagnostic
from dorkarta.records.corpus import Corpus
from dorkarta.records.loading import load
from dorkarta.site.prose import unknown_blocks


def checked_corpus(project: Path) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The records of a project and everything that is wrong with them and with the markers in its prose."""
    corpus = load(project)
    found = [*check(corpus), *unknown_blocks(project)]
    return corpus, tuple(sorted(found, key=lambda problem: problem.order))
