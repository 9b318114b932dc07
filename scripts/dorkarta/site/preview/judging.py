"""What is wrong with the records: what reading found is told at once, what the rules find as soon as they have."""

import datetime
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from dorkarta.checks.checking import examine
from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.pinpointing import pinpointed
from dorkarta.site.preview.errand import Errand, Runner
from dorkarta.site.preview.faults import fault_remark
from dorkarta.site.preview.remark import Remark, remark_of
from dorkarta.site.prose import unknown_blocks

_QUIET: Final = 0.7
"""So many seconds nothing is saved before the rules are asked: the page goes first."""
_NICE: Final = 5


class Judging:
    """Follows the records; no page waits for it."""

    def __init__(self, project: Path, turn: threading.RLock, tell: Callable[[], None]) -> None:
        """Set up.

        Arguments:
            project: The folder of the project.
            turn: Held while a process is forked.
            tell: Called when something else is known.
        """
        self._project = project
        self._tell = tell
        self._runner = Runner[tuple[Diagnostic, ...]](turn, quiet=_QUIET, nice=_NICE)
        self._corpus: Corpus | None = None
        self._files: dict[str, RecordFile] = {}
        self._found: tuple[Diagnostic, ...] = ()
        self._failure: Remark | None = None

    def order(self, corpus: Corpus, as_of: datetime.date) -> None:
        """Judge the records; of files that changed, forget what was found before."""
        former, self._files = self._files, {file.file: file for file in corpus.files}
        self._corpus = corpus
        of_reading = [problem for file in corpus.files for problem in file.problems]
        kept = (each for each in self._found if former.get(each.place.file) is self._files.get(each.place.file))
        self._found = _each_once((*pinpointed(of_reading, self._project), *kept))
        self._tell()
        project = self._project

        def judged() -> tuple[Diagnostic, ...]:
            return pinpointed((*examine(corpus, as_of=as_of).problems, *unknown_blocks(project)), project)

        def take(found: tuple[Diagnostic, ...]) -> None:
            if corpus is self._corpus:  # else something is judged anew already
                self._found, self._failure = found, None
                self._tell()

        self._runner.give(Errand(work=judged, then=take, failed=self._fail))

    def remarks(self, others: Iterable[str]) -> list[Remark]:
        """What is known to be wrong.

        Arguments:
            others: Warnings from elsewhere.
        """
        found = [remark_of(problem) for problem in self._found]
        return [
            *([self._failure] if self._failure else ()),
            *found,
            *(Remark(severity=Severity.WARNING, text=f"предупреждение MkDocs: {other}") for other in others),
        ]

    def _fail(self, error: Exception) -> None:
        self._failure = fault_remark(error, what="Проверка записей", project=self._project)
        self._tell()


def _each_once(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(problems))
