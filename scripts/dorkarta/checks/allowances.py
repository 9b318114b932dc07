"""`allow: {W261: why}`: a warning that an editor has answered with a reason, and whether the answer is still needed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from dorkarta.checks.rule import Example, Finding, Requirement, at
from dorkarta.diagnostic import Diagnostic, Place, Severity
from dorkarta.records.files import RecordFile
from dorkarta.records.walk import Path
from dorkarta.records.yaml_tree import Marks

UNKNOWN = Requirement(
    code="E290",
    title="В allow названы предупреждения, которые есть.",
    why="Код с опечаткой ничего не прощает, а выглядит так, будто на предупреждение ответили.",
    example=Example(
        bad="""
            source: {title: Дорожная карта}
            allow: {W216: карту школы ещё не приняли}
        """,
        good="""
            source: {title: Дорожная карта}
            allow: {W261: карту школы ещё не приняли}
        """,
    ),
)

NEEDLESS = Requirement(
    code="W290",
    title="В allow нет того, в чём больше нет нужды.",
    why="Лишнее исключение молча простило бы следующую ошибку на том же месте.",
    example=Example(
        bad="""
            source: {title: Дорожная карта}
            allow: {W261: мероприятия добавим к сентябрю}
        """,
        good="""
            source: {title: Дорожная карта}
            sections:
        """,
    ),
    severity=Severity.WARNING,
)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Allowance:
    """One code of an `allow`: it holds for everything inside the record or the part that bears it."""

    code: str
    depth: int
    """How deep the holder lies; 0 is the record itself."""
    holder: Marks
    place: Place

    def covers(self, where: Place) -> bool:
        """Whether a place of the same file lies inside the holder."""
        return not self.depth or self.holder.holds(where.line, where.column)


Allowances = Mapping[tuple[str, str], list[Allowance]]
"""By file and code."""


def heeded(
    problems: Iterable[Diagnostic], allowances: Allowances, *, known: Collection[str], unasked: Collection[str]
) -> Iterator[Diagnostic]:
    """The problems that no allowance silences, and what is wrong with the allowances themselves.

    Arguments:
        problems: What the rules found.
        allowances: Those of all records.
        known: The codes of all warnings that can be allowed.
        unasked: The codes of the rules that did not run; whether they would still warn nobody knows.
    """
    used: set[Allowance] = set()
    for problem in problems:
        over = allowances.get((problem.place.file, problem.code), ())
        nearest = max((each for each in over if each.covers(problem.place)), key=lambda each: each.depth, default=None)
        if nearest is None:
            yield problem
        else:
            used.add(nearest)
    for each in (each for ones in allowances.values() for each in ones):
        if each.code not in known:
            message = f"Предупреждения «{each.code}» не бывает, прощать нечего."
            yield UNKNOWN.told(Finding(each.place, message, "Перепишите код из самого предупреждения или уберите его."))
        elif each.code not in unasked and each not in used:
            message = f"Исключение {each.code} больше не нужно: такого предупреждения здесь нет."
            yield NEEDLESS.told(Finding(each.place, message, "Уберите его из allow."))


def allowances_of(files: Iterable[RecordFile]) -> Allowances:
    """Everything that is allowed in files."""
    found: dict[tuple[str, str], list[Allowance]] = defaultdict(list)
    for file in files:
        for path, code in _codes(file.content, ()):
            found[file.file, code].append(_allowance(file, path, code))
    return found


def _allowance(file: RecordFile, path: Path, code: str) -> Allowance:
    key = file.marks.at((*path, "allow", code), key=True)
    return Allowance(code=code, depth=len(path), holder=file.marks.at(path), place=at(file.file, key))


def _codes(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every allowed code in a value, with the path of the part that bears it."""
    if isinstance(value, BaseModel):
        fields = vars(value)
        yield from ((path, code) for code in fields.get("allow", ()))
        for name in _leading(type(value)):
            yield from _codes(fields[name], (*path, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _codes(inner, (*path, index))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _codes(inner, (*path, name))


@cache
def _leading(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model in which something with an `allow` may lie; most hold words, and there are many."""
    fields = model.model_fields.items()
    return tuple(
        name for name, field in fields if any("allow" in one.model_fields for one in _within(field.annotation))
    )


def _within(annotation: Any) -> set[type[BaseModel]]:
    """The models that lie in values of a type, however deep."""
    found: set[type[BaseModel]] = set()
    waiting = [annotation]
    while waiting:
        each = waiting.pop()
        waiting += get_args(each)
        if isinstance(each, type) and issubclass(each, BaseModel) and each not in found:
            found.add(each)
            waiting += (field.annotation for field in each.model_fields.values())
    return found
