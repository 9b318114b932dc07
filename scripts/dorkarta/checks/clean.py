"""Which files are known to be clean: no rule that judges a file by itself had anything to say.

What such a rule says of a roadmap or a report follows from the file and from the vocabularies of its territory and of
all above, of a report also from the roadmaps that it names, of a vocabulary from all of them; and from us.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import orjson

from dorkarta.checks.facts import facts_of, named_by
from dorkarta.checks.shared import kept
from dorkarta.fingerprint import of_lines
from dorkarta.gathering import gathered
from dorkarta.model.practice import Practice
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import RecordFile
from dorkarta.records.lineage import lineage
from dorkarta.replacing import put


class Clean:
    """What was found clean before, in a file that may be missing, torn, or written by another process meanwhile."""

    def __init__(self, memory: Path, maker: str) -> None:
        """Begin with what is remembered.

        Arguments:
            memory: The file.
            maker: The fingerprint of what judges; what others found is forgotten.
        """
        self._memory = memory
        self._maker = maker
        self._before = _remembered(memory, maker)

    def known(self, corpus: Corpus) -> frozenset[str]:
        """The names of the files that were found clean and stand as they stood."""
        return frozenset(file for file, key in _keys_of(corpus).items() if key in self._before)

    def remember(self, corpus: Corpus, clean: Collection[str]) -> None:
        """Remember the names of all clean files; where the disk refuses, the next run looks at them again."""
        now = {key for file, key in _keys_of(corpus).items() if key is not None and file in clean}
        if now != self._before:
            with suppress(OSError):
                put(self._memory, orjson.dumps([self._maker, sorted(now)]))


def stands_alone(file: RecordFile) -> bool:
    """Whether a file is none that others look things up in to understand their own words."""
    return file.model in (Roadmap, Report)


@kept
def _keys_of(corpus: Corpus) -> Mapping[str, str | None]:
    """By the name of a file what its judgement follows from, in a few letters."""
    keys = _Keys(corpus)
    return {file.file: keys.of(file) for file in corpus.files}


class _Keys:
    """Makes the keys of files."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._facts = facts_of(corpus)
        self._around: dict[str, str | None] = {}

    def of(self, file: RecordFile) -> str | None:
        """The key of a file; nothing where something is wrong with its fields or with what it is judged by."""
        parts = (file.digest, *(self._around_it(file) if stands_alone(file) else (self._everywhere,)))
        return of_lines((file.file, *filter(None, parts))) if all(parts) else None

    def _around_it(self, file: RecordFile) -> Iterator[str | None]:
        """Of all that a roadmap or a report is judged by; of what it names elsewhere nothing is known."""
        facts = self._facts.reports.get(file.path) or self._facts.roadmaps[file.path]
        yield self._around_of(file.territory) if set(facts.elsewhere) <= set(lineage(file.territory)) else None
        yield from self._named(file)

    def _named(self, file: RecordFile) -> Iterator[str | None]:
        """Of each roadmap that a report names."""
        around = lineage(file.territory)
        report = self._facts.reports.get(file.path)
        for path in sorted(named_by(file.path, report)) if report else ():
            named = self._files.get(path)
            digest = named.digest if named else "none"
            yield f"{path} {digest}" if digest and path.rpartition("/")[0] in around else None

    def _around_of(self, territory: str) -> str | None:
        """Of all vocabularies that a territory looks into."""
        if territory not in self._around:
            files = [file for path in lineage(territory) for file in self._vocabularies.get(path, ())]
            self._around[territory] = _of_all(files)
        return self._around[territory]

    @cached_property
    def _vocabularies(self) -> Mapping[str, tuple[RecordFile, ...]]:
        return gathered((file.territory, file) for file in self._all_vocabularies)

    @cached_property
    def _all_vocabularies(self) -> tuple[RecordFile, ...]:
        return tuple(file for file in self._corpus.files if not stands_alone(file) and file.model is not Practice)

    @cached_property
    def _everywhere(self) -> str | None:
        """Of the vocabularies of all territories."""
        return _of_all(self._all_vocabularies)

    @cached_property
    def _files(self) -> dict[str, RecordFile]:
        return {file.path: file for file in self._corpus.files}


def _of_all(files: Sequence[RecordFile]) -> str | None:
    """Of the content of some files, if nothing is wrong with it."""
    return of_lines(f"{file.file} {file.digest}" for file in files) if all(file.digest for file in files) else None


def _remembered(memory: Path, maker: str) -> frozenset[str]:
    try:
        made, keys = orjson.loads(memory.read_bytes())
        return frozenset(keys) if made == maker else frozenset()
    except (OSError, ValueError, TypeError):
        return frozenset()
