"""The files of a project, mended together: a name and the list that knows it are mended at once or not at all."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.fixing.mending import Mended, Wishes, mend
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import read_text
from dorkarta.records.lexicon import Lexicon
from dorkarta.records.loading import load
from dorkarta.replacing import replacing

Check = Callable[[Corpus], Iterable[Diagnostic]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is to be written, and what is not."""

    mended: tuple[Mended, ...]
    refused: tuple[str, ...]
    """Files that would be wrong afterwards, or would make others wrong."""
    unread: tuple[Diagnostic, ...]
    """Why some files were not even looked into."""


def plan(project: Path, *, wanted: Callable[[str], bool], wishes: Wishes, check: Check) -> Plan:
    """How the files of a project would be mended; nothing is written.

    Arguments:
        project: The folder of the project.
        wanted: Which files are asked for.
        wishes: What is asked for besides what is safe.
        check: All that is wrong with records.
    """
    corpus = load(project)
    lexicon = Lexicon(corpus=corpus)
    mended: list[Mended] = []
    unread: list[Diagnostic] = []
    for file in corpus.files:
        if not wanted(file.file):
            continue
        text = _text(project / file.file, file.file) if file.placed else None
        found = mend(file, text, lexicon, wishes) if isinstance(text, str) else None
        if found is None:
            unread += file.problems
        elif found.after != found.before:
            mended.append(found)
    kept = harmless(project, corpus, mended, check)
    refused = tuple(each.file for each in mended if each not in kept)
    return Plan(mended=tuple(kept), refused=refused, unread=tuple(unread))


def write(project: Path, mended: Mended) -> None:
    """Put a mended file in the place of the old one, at once and with its rights.

    Raises:
        OSError: it cannot be written; the old one is as it was.
    """
    target = (project / mended.file).resolve()
    with replacing(target) as file:
        file.write(mended.after.encode())
        shutil.copymode(target, file.name)


def _text(path: Path, file: str) -> str | None:
    """The text with its mark of byte order, which reading takes away."""
    text = read_text(path, file)
    return path.read_bytes().decode("utf-8") if isinstance(text, str) else None


def harmless(project: Path, corpus: Corpus, mended: list[Mended], check: Check) -> list[Mended]:
    """Those that together bring no new error: all of them, else as many as can be added one by one."""
    if not mended:
        return []
    before = _errors(check(corpus))

    def brings_none(changes: list[Mended]) -> bool:
        return _errors(check(_corpus_with(project, corpus, changes))) <= before

    if brings_none(mended):
        return mended
    kept: list[Mended] = []
    for each in mended:
        if brings_none([*kept, each]):
            kept.append(each)
    return kept


def _errors(problems: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    """How many errors of each code a file has; their lines may change."""
    errors = (problem for problem in problems if problem.severity is Severity.ERROR)
    return Counter((problem.place.file, problem.code) for problem in errors)


def _corpus_with(project: Path, corpus: Corpus, mended: Iterable[Mended]) -> Corpus:
    """The records as they would be, read from a copy; what cannot be read is not in it."""
    after = {each.file: each.after for each in mended}
    with tempfile.TemporaryDirectory(prefix="dorkarta-fix-") as folder:
        for file in corpus.files:
            text = after.get(file.file) or _text(project / file.file, file.file)
            if text is not None and file.placed:
                target = Path(folder) / file.file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, "utf-8", newline="")
        return load(Path(folder))
