"""Which roadmaps and reports are known to be clean: no rule that judges a file by itself had anything to say.

What such a rule says follows from the file, from the vocabularies of its territory and of all above, and from us.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import orjson

from dorkarta.fingerprint import of_lines
from dorkarta.model.practice import Practice
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus, gathered, lineage
from dorkarta.records.files import RecordFile


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
        keys = _Keys(corpus)
        return frozenset(file.file for file in corpus.files if stands_alone(file) and keys.of(file) in self._before)

    def remember(self, corpus: Corpus, clean: Iterable[str]) -> None:
        """Remember the names of all clean files; where the disk refuses, the next run looks at them again."""
        keys, names = _Keys(corpus), frozenset(clean)
        now = {key for file in corpus.files if file.file in names and (key := keys.of(file)) is not None}
        if now != self._before:
            with suppress(OSError):
                self._memory.parent.mkdir(parents=True, exist_ok=True)
                beside = self._memory.with_name(f".{self._memory.name}-{os.getpid()}")
                beside.write_bytes(orjson.dumps([self._maker, sorted(now)]))
                beside.replace(self._memory)


def stands_alone(file: RecordFile) -> bool:
    """Whether a file is none that others look things up in to understand their own words."""
    return file.model in (Roadmap, Report)


class _Keys:
    """What the judgement of a file follows from, in a few letters."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._around: dict[str, str | None] = {}

    def of(self, file: RecordFile) -> str | None:
        """The key of a file; nothing where something is wrong with its fields, or with a vocabulary of it."""
        around = self._around_of(file.territory)
        return of_lines((file.file, file.digest, around)) if file.digest and around else None

    def _around_of(self, territory: str) -> str | None:
        """Of all vocabularies that a territory looks into."""
        if territory not in self._around:
            files = [file for path in lineage(territory) for file in self._vocabularies.get(path, ())]
            known = all(file.digest for file in files)
            self._around[territory] = of_lines(f"{file.file} {file.digest}" for file in files) if known else None
        return self._around[territory]

    @cached_property
    def _vocabularies(self) -> dict[str, tuple[RecordFile, ...]]:
        files = (file for file in self._corpus.files if not stands_alone(file) and file.model is not Practice)
        return dict(gathered((file.territory, file) for file in files))


def _remembered(memory: Path, maker: str) -> frozenset[str]:
    try:
        made, keys = orjson.loads(memory.read_bytes())
        return frozenset(keys) if made == maker else frozenset()
    except (OSError, ValueError, TypeError):
        return frozenset()
