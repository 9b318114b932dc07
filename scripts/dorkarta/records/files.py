"""The files of a folder of records: found, decoded, parsed, validated. The only reader of the disk here."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

import orjson

from dorkarta import fingerprint
from dorkarta.crew import WORTH_A_CREW, shared_out
from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.model.base import Model
from dorkarta.records import kinds
from dorkarta.records.folders import RECORDS
from dorkarta.records.late_marks import LateMarks, Lines, Origin, lines_of
from dorkarta.records.memory import Reading
from dorkarta.records.past import Past
from dorkarta.records.plain_yaml import read_plain
from dorkarta.records.validation import valid, validate
from dorkarta.records.yaml_tree import MAX_CHARACTERS, Marks, Tree, read_tree, too_big
from dorkarta.text import nearest

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
    digest: str | None = None
    """The hash of what it holds, where nothing is wrong with that."""

    @property
    def territory(self) -> str:
        """The folder of the file; the registry's and the practices' is the country, an empty path."""
        folder = self.path.rpartition("/")[0]
        return "" if folder in (kinds.REGISTRY, kinds.PRACTICES) else folder

    @property
    def model(self) -> type[Model] | None:
        """What its content is; nothing where it holds none. Unlike the content, it is always at hand."""
        return None if self.content is None else type(self.content)


class LateFile(RecordFile):
    """A file that was read before, and right; its content is made when somebody asks for it."""

    __slots__ = ("_model", "_reading")
    _model: type[Model]
    _reading: Reading

    def __init__(
        self, *, path: str, file: str, marks: Marks, digest: str, model: type[Model], reading: Reading
    ) -> None:
        given = {"path": path, "file": file, "marks": marks, "problems": (), "placed": True, "digest": digest}
        for name, value in {**given, "_model": model, "_reading": reading}.items():
            object.__setattr__(self, name, value)

    @property
    def model(self) -> type[Model]:
        """What its content is."""
        return self._model

    def __getattr__(self, name: str) -> Any:
        if name != "content":
            raise AttributeError(name)
        content = self._model.model_validate_json(self._reading.json)
        object.__setattr__(self, "content", content)
        return content


Known = Callable[[str], RecordFile | None]
"""A file of the project, by its name, as it was read before and is still; nothing where it has to be read."""


def unknown(_file: str) -> RecordFile | None:
    """Has nothing at hand."""
    return None


def read_files(
    project: Path, past: Past | None = None, known: Known = unknown, *, crew: int = 1
) -> Iterator[RecordFile]:
    """Every file of records, in the order of their paths. Never raises for what a file holds.

    Arguments:
        project: The folder of the project.
        past: What was read before; without it, all is read anew.
        known: The files that somebody has at hand; they are not read again.
        crew: How many processes may read at a time.
    """
    base = project / RECORDS
    found = {relative: known(f"{RECORDS}/{relative}") for relative in _found(base)}
    ahead = _read_ahead([base / relative for relative, at_hand in found.items() if at_hand is None], past, crew)
    for relative, at_hand in found.items():
        yield at_hand or _read_file(base / relative, relative, past, ahead)


def _found(base: Path) -> Iterator[str]:
    for folder, subfolders, names in os.walk(base):
        subfolders.sort()
        inside = Path(folder).relative_to(base).as_posix()
        for name in sorted([*_yaml_named(names), *_posing(subfolders)]):
            yield name if inside == "." else f"{inside}/{name}"


def _yaml_named(names: list[str]) -> list[str]:
    """Other files (a picture, a note) may lie beside the records and are none of our business."""
    return [name for name in names if name.endswith((".yaml", ".yml")) and not name.startswith(".")]


def _posing(folders: list[str]) -> list[str]:
    """Folders that pretend to be records; they are not entered."""
    posing = _yaml_named(folders)
    folders[:] = [name for name in folders if name not in posing and not name.startswith(".")]
    return posing


_Said = tuple[str, Reading]
"""The hash of what a file holds, and what that says; nobody has judged it yet."""


def _read_ahead(paths: Sequence[Path], past: Past | None, crew: int) -> dict[Path, _Said | None]:
    """What files say that several processes read at once, where that pays."""
    new = [path for path in paths if past is None or not past.knows(past.digest_of(path))] if crew > 1 else []
    if len(new) < WORTH_A_CREW:
        return {}
    said = shared_out(lambda portion: [_said(path) for path in portion], new, crew=crew)
    return dict(zip(new, chain.from_iterable(said), strict=True))


def _said(path: Path) -> _Said | None:
    """What a file says that is written as nearly all are."""
    raw = _read_bytes(path, path.name)
    text = raw if isinstance(raw, Diagnostic) else _decoded(raw, path.name)
    if isinstance(raw, Diagnostic) or isinstance(text, Diagnostic) or (plain := read_plain(text)) is None:
        return None
    return fingerprint.of_bytes(raw), Reading(orjson.dumps(plain.value), plain.lines)


def _read_file(path: Path, relative: str, past: Past | None, ahead: dict[Path, _Said | None]) -> RecordFile:
    file = f"{RECORDS}/{relative}"
    in_registry = relative.startswith(f"{kinds.REGISTRY}/")
    identity = relative.removesuffix(".yaml")
    kind = _kind_or_fault(identity, path.name, in_registry=in_registry)
    if isinstance(kind, tuple):
        message, hint = kind
        problem = Diagnostic(code="E008", place=Place(file=file), message=message, hint=hint)
        return failed(_intended(identity), file, problem, placed=False)
    if past is not None:
        digest = past.digest_of(path)
        if (known := past.find(kind.name, digest)) is not None:
            marks = _late_marks(known.lines, path, file, digest)
            return LateFile(path=identity, file=file, marks=marks, digest=digest, model=kind.model, reading=known)
    said = ahead.pop(path) if path in ahead else _said(path)
    content = valid(kind.model, said[1].json) if said else None
    if said is None or content is None:
        content, judged = _judged(path, kind.model, file)
        if isinstance(judged, Tree):
            return RecordFile(path=identity, file=file, content=content, marks=judged.marks, problems=judged.problems)
        said = judged
    digest, reading = said
    if past is not None:
        past.keep(kind.name, digest, reading)
    marks = _late_marks(reading.lines, path, file, digest)
    return RecordFile(path=identity, file=file, content=content, marks=marks, problems=(), digest=digest)


def _judged(path: Path, model: type[Model], file: str) -> tuple[Model | None, _Said | Tree]:
    """What a file says that is written in an unusual way; where something is wrong, all that is, with the places."""
    raw = _read_bytes(path, file)
    if isinstance(raw, Diagnostic):
        return None, Tree(None, Marks(1, 1), (raw,))
    text = _decoded(raw, file)
    if isinstance(text, Diagnostic):
        return None, Tree(None, Marks(1, 1), (text,))
    tree = read_tree(text, file)
    if tree.value is None:
        empty = Diagnostic(
            code="E002", place=Place(file=file), message="Файл пуст.", hint="Впишите поля или удалите файл."
        )
        return None, replace(tree, problems=tree.problems or (empty,))
    content, problems = validate(model, tree.value, tree.marks, file)
    if problems or tree.problems:
        return content, replace(tree, problems=(*tree.problems, *problems))
    return content, (fingerprint.of_bytes(raw), Reading(orjson.dumps(tree.value), lines_of(tree.marks)))


def _late_marks(lines: Lines, path: Path, file: str, digest: str) -> LateMarks:
    """The marks of a file that nothing is wrong with: it is seldom asked for them."""
    return LateMarks(Origin(lines, partial(_marks_again, path, file, digest)))


def _marks_again(path: Path, file: str, digest: str) -> Marks:
    """The marks of a file that was read before; if it is another one by now, nobody knows its places."""
    raw = _read_bytes(path, file)
    if isinstance(raw, Diagnostic) or fingerprint.of_bytes(raw) != digest:
        return Marks(1, 1)
    text = _decoded(raw, file)
    return Marks(1, 1) if isinstance(text, Diagnostic) else read_tree(text, file).marks


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
    raw = _read_bytes(path, file)
    return raw if isinstance(raw, Diagnostic) else _decoded(raw, file)


def _read_bytes(path: Path, file: str) -> bytes | Diagnostic:
    place = Place(file=file)
    try:
        what = path.stat()
        if stat.S_ISDIR(what.st_mode):
            return Diagnostic(code="E001", place=place, message="Это папка, а не файл.")
        if not stat.S_ISREG(what.st_mode):  # a pipe would be waited for, a device never ends
            return Diagnostic(code="E001", place=place, message="Это не обычный файл (канал или устройство).")
        if what.st_size > MAX_BYTES:
            return too_big(file)
        return path.read_bytes()
    except PermissionError:
        return Diagnostic(code="E001", place=place, message="Файл нельзя прочесть: нет прав доступа.")
    except OSError as error:
        return Diagnostic(code="E001", place=place, message=f"Файл нельзя прочесть ({error.strerror}).")


def _decoded(raw: bytes, file: str) -> str | Diagnostic:
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
