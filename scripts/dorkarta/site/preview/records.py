"""The records of a project, read again only where they changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.loading import load


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """What the files of a project hold."""

    corpus: Corpus
    """As they are: what is wrong holds its problems."""
    shown: Corpus
    """The same, but of a file that is wrong what it held when it was right last; nothing where it never was."""


class Records:
    """The files that were read, and of each the last state in which it was right."""

    def __init__(self, project: Path, cache: Path) -> None:
        """Set up.

        Arguments:
            project: The folder of the project.
            cache: Where what was read is kept from one run to the next.
        """
        self._project = project
        self._cache: Path | None = cache
        self._known: dict[str, tuple[str, RecordFile]] = {}
        self._right: dict[str, RecordFile] = {}

    def read(self, hashes: Mapping[str, str]) -> Read:
        """Read what changed.

        Arguments:
            hashes: The files of records and practices with the hashes of what they hold.
        """

        def known(name: str) -> RecordFile | None:
            digest, file = self._known.get(name, ("", None))
            return file if digest and digest == hashes.get(name) else None

        corpus = load(self._project, cache=self._cache, known=known)
        self._cache = None  # it saves the start; what is edited from now on is read faster than it is looked up
        self._known = {file.file: (hashes.get(file.file, ""), file) for file in corpus.files}
        self._right = {file.file: right for file in corpus.files if (right := self._right_state(file))}
        if all(map(_is_right, corpus.files)):
            return Read(corpus=corpus, shown=corpus)
        return Read(corpus=corpus, shown=Corpus(files=tuple(self._shown(corpus.files))))

    def _right_state(self, file: RecordFile) -> RecordFile | None:
        return file if _is_right(file) else self._right.get(file.file)

    def _shown(self, files: Iterable[RecordFile]) -> Iterable[RecordFile]:
        return (self._right.get(file.file, file) for file in files)


def _is_right(file: RecordFile) -> bool:
    return file.model is not None and not file.problems
