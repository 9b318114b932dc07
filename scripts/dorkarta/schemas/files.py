"""The committed schemas: which files they are, whether they still say what the models say."""

from collections.abc import Mapping
from pathlib import Path

import orjson

from dorkarta.records.corpus import Corpus
from dorkarta.records.kinds import KINDS, SCHEMAS
from dorkarta.schemas.known import known_names
from dorkarta.schemas.schema import schema_of


def schema_files(corpus: Corpus) -> Mapping[str, bytes]:
    """By name, relative to the project: the schema of every kind of record."""
    known = known_names(corpus)
    option = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return {f"{SCHEMAS}/{kind.name}.json": orjson.dumps(schema_of(kind, known), option=option) for kind in KINDS}


def outdated(project: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files that are not in a project as they should be, and those that should not be there."""
    there = {path.relative_to(project).as_posix(): path for path in (project / SCHEMAS).glob("*.json")}
    wrong = {name for name, data in files.items() if name not in there or there[name].read_bytes() != data}
    return tuple(sorted(wrong | (there.keys() - files.keys())))


def write(project: Path, files: Mapping[str, bytes]) -> None:
    """Make a project hold just these schemas."""
    (project / SCHEMAS).mkdir(exist_ok=True)
    for name in outdated(project, files):
        if name in files:
            (project / name).write_bytes(files[name])
        else:
            (project / name).unlink()
