"""A record of the corpus: what a file holds, or a part of it, with its place."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dorkarta.records.files import LateFile
from dorkarta.records.yaml_tree import Marks

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Record(Generic[T]):
    """A record or a part of one, with its territory and its place in the files."""

    path: str
    """The identity: the file's path without folder and ending."""
    territory: str
    file: str
    content: T
    marks: Marks


class LateRecord(Record[T]):
    """A whole file that was read before; its content is made when somebody asks for it."""

    __slots__ = ("_whole",)
    _whole: LateFile

    def __init__(self, whole: LateFile) -> None:
        given = {"path": whole.path, "territory": whole.territory, "file": whole.file, "marks": whole.marks}
        for name, value in {**given, "_whole": whole}.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name != "content":
            raise AttributeError(name)
        object.__setattr__(self, name, self._whole.content)
        return self._whole.content
