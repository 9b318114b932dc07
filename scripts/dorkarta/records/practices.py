"""Practices: Markdown files with a head of fields between two lines of `---`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.model.base import SLUG
from dorkarta.model.practice import Practice, PracticeHead
from dorkarta.records import kinds
from dorkarta.records.files import Known, RecordFile, failed, read_text, unknown
from dorkarta.records.folders import LIBRARY, PRACTICES
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import Marks, read_tree, unreadable

_FENCE: Final = r"---[ \t]*\r?\n"
_HEAD: Final = re.compile(rf"{_FENCE}(?P<head>.*?)^---[ \t]*(?:\r?\n(?P<prose>.*))?\Z", re.DOTALL | re.MULTILINE)
_POSING: Final = (".md", ".markdown", ".yaml", ".yml")
"""Endings of files that somebody takes for practices; pictures may lie beside them."""


def read_practices(project: Path, known: Known = unknown) -> Iterator[RecordFile]:
    """Every practice of a project, by name. Never raises for what a file holds; the arguments are those of records."""
    folder = project / PRACTICES
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name != LIBRARY and path.suffix.lower() in _POSING and not any(part[0] == "." for part in name.split("/")):
            yield known(f"{PRACTICES}/{name}") or _read(path, name)


def _read(path: Path, name: str) -> RecordFile:
    identity, file = f"{kinds.PRACTICES}/{path.stem}", f"{PRACTICES}/{name}"

    def refused(code: str, message: str, hint: str, *, placed: bool = True) -> RecordFile:
        problem = Diagnostic(code=code, place=Place(file=file), message=message, hint=hint)
        return failed(identity, file, problem, placed=placed)

    if "/" in name:
        hint = f"Практики лежат прямо в папке {PRACTICES}."
        return refused("E008", f"Файл «{path.name}» лежит не на месте.", hint, placed=False)
    if path.suffix != ".md" or not re.fullmatch(SLUG, path.stem):
        hint = "В именах – латинские строчные буквы и цифры, между ними дефис: «network-pairs.md»."
        return refused("E008", f"Имя файла «{path.name}» не подходит.", hint, placed=False)
    text = read_text(path, file)
    if isinstance(text, Diagnostic):
        return failed(identity, file, text)
    if (fault := unreadable(text, file)) is not None:
        return failed(identity, file, fault)
    parts = split(text)
    if parts is None:
        opened = re.match(_FENCE, text) is not None
        message = "Поля практики не закрыты: за ними нет строки «---»." if opened else "Нет полей практики."
        return refused("E002", message, "Файл начинается строкой «---», затем идут поля, затем снова строка «---».")
    tree = read_tree(parts[0], file)
    if parts[1] is not None:
        tree.marks.end_line, tree.marks.end_column = text.count("\n") + 2, 1
        line = text.count("\n", 0, text.rindex(parts[1])) + 1
        tree.marks.children["prose"] = Marks(line, 1, tree.marks.end_line, tree.marks.end_column)
    if tree.value is None:
        empty = Diagnostic(code="E002", place=Place(file=file), message="Поля практики пусты.", hint="Впишите их.")
        return RecordFile(path=identity, file=file, content=None, marks=tree.marks, problems=tree.problems or (empty,))
    head, problems = validate(PracticeHead, tree.value, tree.marks, file)
    content = Practice.model_construct(**dict(head), prose=parts[1]) if head else None
    return RecordFile(path=identity, file=file, content=content, marks=tree.marks, problems=(*tree.problems, *problems))


def split(text: str) -> tuple[str, str | None] | None:
    """The fields of a practice and the prose under them; nothing where they are not told apart.

    An empty line stands for the first `---`, so that lines keep their numbers.
    """
    parts = _HEAD.match(text)
    return (f"\n{parts['head']}", (parts["prose"] or "").strip() or None) if parts else None
