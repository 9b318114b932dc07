"""YAML as nearly all records are written → values, many times faster than by events.

Only what has one meaning is read here: fields and items a line each, texts folded below their field, short lists and
records in brackets. Everything else (a comment behind a text, an escape, an anchor, a doubled field, a mistake) is left
to `yaml_tree`, which judges it. What is read here, `yaml_tree` reads in the same way and without a problem.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from dorkarta.records.yaml_tree import MAX_CHARACTERS, Value

Path = tuple[str | int, ...]

_KEY: Final = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}"
_LINE: Final = re.compile(
    rf"""
    ([ ]*) (-[ ]+)?
    (?: ({_KEY}|"{_KEY}") : (?:[ ]+|(?=\n)) )?
    (.*)
    (?: (?<=[>|-]) \n ([ ]+) (\S.*(?:\n\5\S.*)*) )?
    \n
    """,
    re.VERBOSE,
)
"""Indentation, dash, key, what stands behind it; of a block of text the indentation and the lines."""
_TOKEN: Final = re.compile(
    rf"""
    [ ]*(?:
      ([\[\]{{}},])
    | ({_KEY}|"{_KEY}"):(?=[ ])
    | ("[^"\\]*"|'[^']*')
    | ([^\s\-?:,\[\]{{}}\#&*!|>'"%@`][^,\[\]{{}}:?\#]*(?:(?::(?=\w)|(?<=\w)\#)[^,\[\]{{}}:?\#]*)*)
    | (.)
    )
    """,
    re.VERBOSE,
)
"""What stands in brackets: a bracket or comma, a key, a text in quotes, a text without; at last, what is unusual."""
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What begins no text without quotes."""
_QUOTES: Final = frozenset("'\"")
_BRACKETS: Final = frozenset("[{")
_BLOCKS: Final = {">-": (" ", ""), ">": (" ", "\n"), "|-": ("\n", ""), "|": ("\n", "\n")}
"""By the sign of a block of text: what joins its lines, and what ends it."""
_MAX_DEPTH: Final = 16
"""Of open records and lists, and of brackets; together less than `yaml_tree` allows."""

_Token = tuple[str, str, str, str, str]
_END: Final[_Token] = ("", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Plain:
    """The value of a file, and where the records in its lists stand."""

    value: dict[str, Any]
    lines: dict[Path, list[int]]
    """By the path of a list that is written item by item: where each record in it begins; 0 for what is none."""


class _UnusualError(Exception):
    """Here stands what only `yaml_tree` can judge."""


def read_plain(text: str) -> Plain | None:
    """The value of a text, or nothing where `yaml_tree` must read it. Never raises for any text."""
    if len(text) > MAX_CHARACTERS or not text.endswith("\n") or not _is_printable(text):
        return None
    try:
        return _read(text)
    except _UnusualError:
        return None


def _is_printable(text: str) -> bool:
    """Whether there is nothing but letters that are seen, spaces and single signs at the ends of lines."""
    return text.replace("\n", " ").replace("\u00a0", " ").isprintable()


def _read(text: str) -> Plain:
    builder, line = _Builder(), 1
    for indent, dash, key, rest, inner, block in _LINE.findall(text):
        if key or dash:
            if dash or len(indent) != builder.margin:
                builder.go_to(len(indent), is_item=bool(dash))
                if dash and key:
                    builder.begin_record(len(dash), line)
            if not rest:
                builder.wait(key)
            elif key:
                builder.put(key, _value(rest, inner, block, builder.column))
            else:
                builder.add(_value(rest, inner, block, builder.column), line)
        elif block or (rest and rest[0] != "#") or not builder.may_skip(len(indent)):
            raise _UnusualError
        line += block.count("\n") + 2 if block else 1
    if not builder.root:
        raise _UnusualError
    return Plain(builder.root, builder.lines)


class _Builder:
    """Records and lists that grow line by line, by their indentation."""

    __slots__ = ("_around", "_holder", "_path", "_waiting", "column", "lines", "margin", "root")

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.lines: dict[Path, list[int]] = {}
        self.column = 0
        """Where the keys stand of the record that grows, or the dashes of the list."""
        self.margin = 0
        """Where the next line must stand to go on with a record at once; -1 if that has to be looked at."""
        self._holder: Any = self.root
        self._path: Path = ()
        self._around: list[tuple[Any, int, Path]] = []
        self._waiting: str | None = None
        """The key whose value, if it has one, begins in the next line."""

    def may_skip(self, depth: int) -> bool:
        """Whether an empty line or a comment that deep cannot be a part of the text above it."""
        return depth <= self.column or self._waiting is not None

    def go_to(self, depth: int, *, is_item: bool) -> None:
        """Find or open what a line that deep goes on."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and (depth > self.column or (is_item and depth == self.column)):
            inside: Value = [] if is_item else {}
            self.put(waiting, inside)
            self._open(inside, depth, waiting)
        while depth < self.column:
            self._close()
        if not is_item and type(self._holder) is list:
            self._close()  # the dashes of a list may stand right below the key that it belongs to
        if depth != self.column or is_item is not (type(self._holder) is list):
            raise _UnusualError
        self.margin = -1 if is_item else depth

    def begin_record(self, shift: int, line: int) -> None:
        """Open a record at the end of the list."""
        items, record = self._holder, dict[str, Any]()
        self._note(line)
        self._open(record, self.column + shift, len(items))
        self.margin = self.column
        items.append(record)

    def add(self, value: Value, line: int) -> None:
        """Put a value at the end of the list."""
        if type(value) is dict:
            self._note(line)
        self._holder.append(value)

    def put(self, key: str, value: Value) -> None:
        """Put a value under its key."""
        if key[0] == '"':
            key = key[1:-1]
        if key in self._holder:
            raise _UnusualError
        self._holder[key] = value

    def wait(self, key: str) -> None:
        """See in the next line whether a key has a value."""
        if not key:
            raise _UnusualError
        self._waiting, self.margin = key.strip('"'), -1

    def _note(self, line: int) -> None:
        lines = self.lines.setdefault(self._path, [])
        lines += [0] * (len(self._holder) - len(lines))
        lines.append(line)

    def _open(self, inside: Value, column: int, step: str | int) -> None:
        if len(self._around) > _MAX_DEPTH:
            raise _UnusualError
        self._around.append((self._holder, self.column, self._path))
        self._holder, self.column, self._path = inside, column, (*self._path, step)

    def _close(self) -> None:
        self._holder, self.column, self._path = self._around.pop()


def _value(rest: str, inner: str, block: str, column: int) -> Value:
    """What stands behind a key or a dash."""
    if block:
        if rest not in _BLOCKS or len(inner) <= column:
            raise _UnusualError
        between, end = _BLOCKS[rest]
        return block.replace(f"\n{inner}", between) + end
    first = rest[0]
    if first not in _INDICATORS:
        if rest[-1] in ": " or ": " in rest or " #" in rest:
            raise _UnusualError
        return rest
    if first in _BRACKETS:
        return _flow(rest)
    return _quoted(rest)


def _quoted(rest: str) -> str:
    text = rest[1:-1]
    if (
        rest[0] not in _QUOTES
        or rest[-1] != rest[0]
        or len(rest) < 2
        or rest[0] in text
        or (rest[0] == '"' and "\\" in text)
    ):
        raise _UnusualError
    return text


@lru_cache(maxsize=4096)
def _flow(rest: str) -> Value:
    """What stands in brackets; the same lists of bodies and audiences come again and again."""
    if rest.count("[") + rest.count("{") > _MAX_DEPTH:
        raise _UnusualError
    tokens = iter(_TOKEN.findall(rest))
    value = _inside(next(tokens), tokens)
    if next(tokens, None) is not None:
        raise _UnusualError
    return value


def _inside(token: _Token, tokens: Iterator[_Token]) -> Value:
    mark, _, quoted, plain, _ = token
    if quoted:
        return quoted[1:-1]
    if plain:
        return plain.rstrip(" ")
    if mark == "[":
        return _list(tokens)
    if mark == "{":
        return _record(tokens)
    raise _UnusualError


def _list(tokens: Iterator[_Token]) -> Value:
    items: list[Any] = []
    while True:
        items.append(_inside(next(tokens, _END), tokens))
        mark = next(tokens, _END)[0]
        if mark == "]":
            return items
        if mark != ",":
            raise _UnusualError


def _record(tokens: Iterator[_Token]) -> Value:
    fields: dict[str, Any] = {}
    while True:
        key = next(tokens, _END)[1].strip('"')
        if not key or key in fields:
            raise _UnusualError
        fields[key] = _inside(next(tokens, _END), tokens)
        mark = next(tokens, _END)[0]
        if mark == "}":
            return fields
        if mark != ",":
            raise _UnusualError
