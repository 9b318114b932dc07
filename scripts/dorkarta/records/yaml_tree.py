"""YAML text → plain values, with the place of every key and item.

The events of libyaml's parser are turned into dicts, lists and texts in one pass. Every scalar stays
text (`no`, `4.10`, `12:30`, `010` keep their letters), duplicate keys are refused, and a guard stops what
no record needs: aliases, tags, depth, size.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.records.yaml_causes import cause
from dorkarta.records.yaml_problems import in_russian
from dorkarta.text import shortened

MAX_DEPTH: Final = 40
MAX_CHARACTERS: Final = 5_000_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")

_SWALLOWED = re.compile(r"(?<=\S)[ \t]+#(?=[^\s#!])[^\r\n]*")
"""A comment of somebody who meant no comment: those begin with a space."""

_IF_TEXT: Final = "Если это часть текста, заключите весь текст в кавычки."

Value = dict[str, Any] | list[Any] | str


@dataclass(slots=True)
class Marks:
    """Where a value stands; for a mapping also where its keys and values are, for a list its items."""

    line: int
    column: int
    end_line: int = 0
    """Where the value ends: the first place behind it, for a block the next thing that is written; 0 if unknown."""
    end_column: int = 0
    keys: dict[str, "Marks"] = field(default_factory=dict)
    children: dict[str | int, "Marks"] = field(default_factory=dict)

    def holds(self, line: int, column: int) -> bool:
        """Whether a place lies inside the value."""
        return (self.line, self.column) <= (line, column) < (self.end_line, self.end_column)

    def at(self, path: tuple[str | int, ...], *, key: bool = False) -> "Marks":
        """The marks of the value under a path, or of the last thing on the way that exists.

        With `key`, the place of the last step's key instead of its value.
        """
        here = self
        for depth, step in enumerate(path):
            last = depth == len(path) - 1
            found = here.keys.get(step) if key and last and isinstance(step, str) else here.children.get(step)
            if found is None:
                return here
            here = found
        return here

    def line_at(self, path: tuple[str | int, ...]) -> int:
        """The line of the value under a path."""
        return self.at(path).line


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file: its value, its marks and what is wrong with it."""

    value: Value | None
    marks: Marks
    problems: tuple[Diagnostic, ...]


def read_tree(text: str, file: str) -> Tree:
    """Parse a file of records. Never raises for any text."""
    if (fault := unreadable(text, file)) is not None:
        return Tree(None, Marks(1, 1), (fault,))
    builder = _Builder(file)
    suspect = " #" in text or "\t#" in text
    swallowed = {match.start(): match for match in _SWALLOWED.finditer(text)} if suspect else {}
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            if not builder.take(event):
                break
            if swallowed and _is_plain(event) and (match := swallowed.get(_end(event))):
                builder.problems.append(_lost_words(match, event, file))
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax(error, text, file, builder.last_scalar))
        return Tree(None, builder.root_marks, tuple(builder.problems))
    except yaml.YAMLError:
        place = Place(file=file)
        builder.problems.append(Diagnostic(code="E002", place=place, message="Файл не разобран как YAML."))
        return Tree(None, builder.root_marks, tuple(builder.problems))
    whole = not builder.stopped and not builder.has_gaps
    return Tree(builder.root if whole else None, builder.root_marks, tuple(builder.problems))


def _is_plain(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else -1


def _lost_words(match: re.Match[str], event: yaml.Event, file: str) -> Diagnostic:
    """Words that an editor meant and YAML takes for a comment: `title: План #1`."""
    marks, words = marks_of(event), match[0].strip()
    return Diagnostic(
        code="E002",
        place=Place(file=file, line=marks.end_line, column=marks.end_column + match[0].index("#")),
        message=f"Знак «#» после пробела начинает примечание: слова «{shortened(words, 60)}» в запись не попадут.",
        hint="Если это часть текста, заключите весь текст в кавычки; если примечание, поставьте после «#» пробел.",
        focus=words,
    )


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str, last: yaml.Event | None) -> Diagnostic:
    problem, line, column = cause(error, text, last)
    message, hint = in_russian(problem)
    place = Place(file=file, line=line + 1, column=column + 1)
    return Diagnostic(code="E002", place=place, message=message, hint=hint)


def unreadable(text: str, file: str) -> Diagnostic | None:
    """Why a text is not even looked into: it is too big, or holds a character that nobody sees."""
    if len(text) > MAX_CHARACTERS:
        return too_big(file)
    if match := _CONTROL.search(text):
        before = text[: match.start()]
        place = Place(file=file, line=before.count("\n") + 1, column=match.start() - before.rfind("\n"))
        return Diagnostic(
            code="E009",
            place=place,
            message=f"В тексте стоит управляющий знак (код {ord(match.group()):#x}), его не видно на экране.",
            hint="Удалите этот знак и наберите текст рядом с ним заново.",
        )
    return None


def too_big(file: str) -> Diagnostic:
    """A file that no record could fill."""
    message = f"Файл слишком велик: больше {MAX_CHARACTERS:,} знаков.".replace(",", "\u00a0")
    return Diagnostic(code="E004", place=Place(file=file), message=message)


class _Builder:
    """Folds the stream of events; `take` says whether to go on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Diagnostic] = []
        self.root: Value | None = None
        self.root_marks = Marks(1, 1)
        self.stopped = False
        self.has_gaps = False
        """Whether a value is unknown, as behind an alias; then the rest cannot be judged."""
        self.last_scalar: yaml.ScalarEvent | None = None
        self._documents = 0
        self._stack: list[tuple[Value, Marks]] = []
        self._keys: list[tuple[str, Marks] | None] = []
        """For each open mapping the key that waits for its value, if any."""

    def take(self, event: yaml.Event) -> bool:
        if isinstance(event, yaml.ScalarEvent):
            self.last_scalar = event
            self._forbid_extras(event)
            if self._is_absent(event):
                self._leave_empty()
            else:
                self._add(event.value, event, opens=False)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._forbid_extras(event)
            self._add({} if isinstance(event, yaml.MappingStartEvent) else [], event, opens=True)
            if len(self._stack) > MAX_DEPTH:
                self._report("E004", event, f"Вложенность глубже {MAX_DEPTH} уровней: так записи не устроены.")
                self.stopped = True
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._report(
                "E004", event, "Ссылки YAML («*имя») в записях не допускаются: повторите текст полностью.", _IF_TEXT
            )
            self._add("", event, opens=False)
            self.has_gaps = True
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._report("E004", event, "В файле несколько документов YAML («---»): одна запись – один файл.")
                self.stopped = True
        return not self.stopped

    def _close(self, event: yaml.Event) -> None:
        _, marks = self._stack.pop()
        self._keys.pop()
        if (mark := event.end_mark) is not None:
            marks.end_line, marks.end_column = mark.line + 1, mark.column + 1

    def _is_absent(self, event: yaml.ScalarEvent) -> bool:
        """A key with nothing behind it is a field left empty, the same as no key."""
        return (
            event.value == ""
            and not event.style
            and bool(self._stack)
            and isinstance(self._stack[-1][0], dict)
            and self._keys[-1] is not None
        )

    def _leave_empty(self) -> None:
        if (waiting := self._keys[-1]) is not None:
            key, marks = waiting
            _, holder_marks = self._stack[-1]
            holder_marks.keys.setdefault(key, marks)
            holder_marks.children.setdefault(key, marks)
        self._keys[-1] = None

    def _add(self, value: Value, event: yaml.Event, *, opens: bool) -> None:
        marks = marks_of(event)
        if not self._stack:
            self.root, self.root_marks = value, marks
        else:
            holder, holder_marks = self._stack[-1]
            if isinstance(holder, list):
                holder_marks.children[len(holder)] = marks
                holder.append(value)
            elif isinstance(holder, dict):
                self._add_to_mapping(holder, holder_marks, value, marks, event)
        if opens:
            self._stack.append((value, marks))
            self._keys.append(None)

    def _add_to_mapping(
        self, holder: dict[str, Any], holder_marks: Marks, value: Value, marks: Marks, event: yaml.Event
    ) -> None:
        waiting = self._keys[-1]
        if waiting is None:
            if isinstance(value, str):
                self._keys[-1] = (value, marks)
            else:
                self._report("E004", event, "Ключом может быть только слово, а не список и не вложенная запись.")
                self.stopped = True
            return
        self._keys[-1] = None
        key, key_marks = waiting
        if key in holder:
            first = holder_marks.keys[key].line
            place = Place(file=self.file, line=key_marks.line, column=key_marks.column)
            self.problems.append(
                Diagnostic(
                    code="E003",
                    place=place,
                    message=f"Поле «{key}» стоит здесь второй раз.",
                    hint=f"Первый раз оно стоит в строке {first}; оставьте одно.",
                )
            )
            return
        holder[key] = value
        holder_marks.keys[key] = key_marks
        holder_marks.children[key] = marks

    def _forbid_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._report("E004", event, "Метки YAML («&имя») в записях не допускаются.", _IF_TEXT)
        if getattr(event, "tag", None) not in (None, "!"):
            self._report("E004", event, "Теги YAML («!имя») в записях не допускаются.", _IF_TEXT)

    def _report(self, code: str, event: yaml.Event, message: str, hint: str | None = None) -> None:
        marks = marks_of(event)
        place = Place(file=self.file, line=marks.line, column=marks.column)
        self.problems.append(Diagnostic(code=code, place=place, message=message, hint=hint))


def marks_of(event: yaml.Event) -> Marks:
    """Where what an event tells stands."""
    start, end = event.start_mark, event.end_mark
    if not start or not end:
        return Marks(1, 1)
    return Marks(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
