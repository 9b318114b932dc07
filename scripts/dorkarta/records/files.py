"""The files of a folder of records: found, decoded, parsed, validated. The only reader of the disk here."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.model.base import Model
from dorkarta.records import kinds
from dorkarta.records.validation import validate
from dorkarta.records.yaml_tree import MAX_CHARACTERS, Marks, read_tree, too_big
from dorkarta.text import nearest

FOLDER: Final = "roadmaps"
MAX_BYTES: Final = 4 * MAX_CHARACTERS
"""No character of UTF-8 takes more than four; a bigger file is not even opened."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME_HINT: Final = "В именах – латинские строчные буквы и цифры, между ними дефис: «krasnodar-krai»."


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordFile:
    """A file as it was read: its content, if it is right, and the places of its fields."""

    path: str
    """Without the folder of records and the ending: `krasnodar-krai/roadmap-2020-2021`."""
    file: str
    """Relative to the project: `roadmaps/krasnodar-krai/roadmap-2020-2021.yaml`."""
    content: Model | None
    marks: Marks
    problems: tuple[Diagnostic, ...]
    placed: bool = True
    """Whether a record may stand there under that name."""

    @property
    def territory(self) -> str:
        """The folder of the file; the registry's and the practices' is the country, an empty path."""
        folder = self.path.rpartition("/")[0]
        return "" if folder in (kinds.REGISTRY, kinds.PRACTICES) else folder


def read_files(project: Path) -> Iterator[RecordFile]:
    """Every file of records, in the order of their paths. Never raises for what a file holds."""
    base = project / FOLDER
    for folder, subfolders, names in os.walk(base):
        subfolders.sort()
        inside = Path(folder).relative_to(base).as_posix()
        for name in sorted([*_yaml_named(names), *_posing(subfolders)]):
            relative = name if inside == "." else f"{inside}/{name}"
            yield _read_file(base / relative, relative, name)


def _yaml_named(names: list[str]) -> list[str]:
    """Other files (a picture, a note) may lie beside the records and are none of our business."""
    return [name for name in names if name.endswith((".yaml", ".yml")) and not name.startswith(".")]


def _posing(folders: list[str]) -> list[str]:
    """Folders that pretend to be records; they are not entered."""
    posing = _yaml_named(folders)
    folders[:] = [name for name in folders if name not in posing and not name.startswith(".")]
    return posing


def _read_file(path: Path, relative: str, name: str) -> RecordFile:
    file = f"{FOLDER}/{relative}"
    in_registry = relative.startswith(f"{kinds.REGISTRY}/")
    identity = relative.removesuffix(".yaml")
    kind = _kind_or_fault(identity, name, in_registry=in_registry)
    if isinstance(kind, tuple):
        message, hint = kind
        problem = Diagnostic(code="E008", place=Place(file=file), message=message, hint=hint)
        return failed(_intended(identity), file, problem, placed=False)
    text = read_text(path, file)
    if isinstance(text, Diagnostic):
        return failed(identity, file, text)
    tree = read_tree(text, file)
    if tree.value is None:
        empty = Diagnostic(
            code="E002", place=Place(file=file), message="Файл пуст.", hint="Впишите поля или удалите файл."
        )
        return RecordFile(path=identity, file=file, content=None, marks=tree.marks, problems=tree.problems or (empty,))
    content, problems = validate(kind.model, tree.value, tree.marks, file)
    return RecordFile(path=identity, file=file, content=content, marks=tree.marks, problems=(*tree.problems, *problems))


def failed(identity: str, file: str, problem: Diagnostic, *, placed: bool = True) -> RecordFile:
    """A file that holds nothing but a problem."""
    return RecordFile(path=identity, file=file, content=None, marks=Marks(1, 1), problems=(problem,), placed=placed)


def _kind_or_fault(identity: str, name: str, *, in_registry: bool) -> kinds.Kind | tuple[str, str]:
    """The kind of a file, or the message and the hint for one whose name or folder suits no record."""
    kind = kinds.kind_of(name, in_registry=in_registry)
    *folders, stem = identity.split("/")
    for folder in folders:
        if not _NAME.fullmatch(folder):
            return f"Имя папки «{folder}» не подходит.", _NAME_HINT
    if kind is None:
        known = kinds.names(in_registry=in_registry)
        hint = (
            _renamed(name, in_registry=in_registry) or _meant(name, known) or f"Здесь бывают файлы: {', '.join(known)}."
        )
        return f"Имя файла «{name}» не предусмотрено.", hint
    if not _NAME.fullmatch(stem):
        return f"Имя файла «{name}» не подходит.", _NAME_HINT
    if in_registry and len(folders) > 1:
        return f"Файл «{name}» лежит не на месте.", "Общие списки лежат прямо в папке registry."
    if not 1 <= len(folders) <= 2:
        return f"Файл «{name}» лежит не на месте.", "Записи лежат в папке региона или муниципалитета внутри неё."
    return kind


def _renamed(name: str, *, in_registry: bool) -> str | None:
    """The hint on a name that is right but for its capitals, spaces or ending."""
    right = f"{_intended(name)}.yaml"
    is_right = _NAME.fullmatch(_intended(name)) and kinds.kind_of(right, in_registry=in_registry)
    return f"Переименуйте файл в «{right}»." if is_right else None


def _intended(name: str) -> str:
    """A name, or a path, without its capitals, spaces and ending; what leads there is not told to lead nowhere."""
    return re.sub(r"[\s_]+", "-", name.lower()).removesuffix(".yaml").removesuffix(".yml")


def _meant(name: str, known: list[str]) -> str | None:
    """The hint on a name that is near; endings and years are alike everywhere and tell nothing."""
    by_stem = {each.removesuffix(".yaml").replace(kinds.YEARS, ""): each for each in known}
    near = nearest(re.sub(r"\d", "", name.partition(".")[0]), by_stem)
    return f"Возможно, «{by_stem[near]}»?" if near else None


def read_text(path: Path, file: str) -> str | Diagnostic:
    """The text of a file, or why it cannot be read."""
    place = Place(file=file)
    try:
        what = path.stat()
        if stat.S_ISDIR(what.st_mode):
            return Diagnostic(code="E001", place=place, message="Это папка, а не файл.")
        if not stat.S_ISREG(what.st_mode):  # a pipe would be waited for, a device never ends
            return Diagnostic(code="E001", place=place, message="Это не обычный файл (канал или устройство).")
        if what.st_size > MAX_BYTES:
            return too_big(file)
        raw = path.read_bytes()
    except PermissionError:
        return Diagnostic(code="E001", place=place, message="Файл нельзя прочесть: нет прав доступа.")
    except OSError as error:
        return Diagnostic(code="E001", place=place, message=f"Файл нельзя прочесть ({error.strerror}).")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return Diagnostic(
            code="E001",
            place=Place(file=file, line=line, column=column),
            message="Файл сохранён не в кодировке UTF-8.",
            hint="Сохраните его заново в UTF-8 (в «Блокноте»: «Сохранить как» → кодировка UTF-8).",
        )
