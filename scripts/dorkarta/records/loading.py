"""From a project's folder to its corpus and what is wrong with its files."""

from pathlib import Path

from dorkarta.records.corpus import Corpus
from dorkarta.records.files import read_files
from dorkarta.records.practices import read_practices


def load(project: Path) -> Corpus:
    """Read all records and practices of a project; files that are wrong keep their problems and no content."""
    return Corpus(files=(*read_files(project), *read_practices(project)))
