"""From a project's folder to its corpus and what is wrong with its files."""

from pathlib import Path

from dorkarta.records.corpus import Corpus
from dorkarta.records.files import Known, read_files, unknown
from dorkarta.records.past import Past
from dorkarta.records.practices import read_practices


def load(project: Path, *, cache: Path | None = None, crew: int = 1, known: Known = unknown) -> Corpus:
    """Read all records and practices of a project; files that are wrong keep their problems and no content.

    Arguments:
        project: The folder of the project.
        cache: A folder for what was read, so that the next time only what changed is; it may be deleted at any time.
        crew: How many processes may read at a time; no other threads may run then.
        known: The files that somebody has at hand; they are not read again.
    """
    past = Past(cache) if cache is not None else None
    corpus = Corpus(files=(*read_files(project, past, known, crew=crew), *read_practices(project, known)))
    if past is not None:
        past.save()
    return corpus
