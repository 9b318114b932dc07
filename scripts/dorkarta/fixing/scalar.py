"""A text in its YAML source: edited there, letter by letter, so that all around it stays."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dorkarta.spelling.slip import Slip, mended

_SPACES: Final = re.compile(r"[ \t\n]+")
_HEADER: Final = re.compile(r"[|>][^\n]*\n[ ]*")
_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\"\\/ ]))")
_NEXT_SPACE: Final = re.compile(r"[^\s]*( )(?=[^\s])")

_Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scalar:
    """A scalar as it is written, with quotes or the header of a block, and what it says."""

    source: str
    value: str

    @property
    def style(self) -> str:
        """`"`, `'`, `|`, `>`; empty for a plain one."""
        return self.source[0] if self.source[:1] in {'"', "'", "|", ">"} else ""

    def edited(self, slips: Iterable[Slip]) -> "Scalar | None":
        """The scalar with what should stand there, in the same lines; nothing where the source cannot be followed.

        Whether the new source says what is meant is for the reader to prove.
        """
        certain = [slip for slip in slips if slip.instead is not None]
        spans = self._spans()
        if spans is None or not all(_whole(spans, slip) for slip in certain):
            return None
        parts, behind = [], 0
        for slip in certain:
            start, end = spans[slip.start][0], spans[slip.end - 1][1]
            if start < behind:
                return None
            parts += [self.source[behind:start], slip.instead or ""]
            behind = end
            if self.style != "|" and (line_break := _line_break(self.source[start:end])):
                behind = self._move_break(parts, line_break, end)
        return Scalar(source="".join([*parts, self.source[behind:]]), value=mended(self.value, certain))

    def _move_break(self, parts: list[str], line_break: str, end: int) -> int:
        """Where a broken word is joined, the line ends behind it."""
        match = _NEXT_SPACE.match(self.source, end)
        if match is None:
            return end
        parts += [self.source[end : match.start(1)], line_break]
        return match.end(1)

    def _spans(self) -> list[_Span] | None:
        """For each character of the value where it stands in the source; those of a folded line break share theirs."""
        at, last = self._inside()
        spans: list[_Span] = []
        while len(spans) < len(self.value):
            here = len(spans)
            meant, written = _SPACES.match(self.value, here), _SPACES.match(self.source, at, last)
            if meant and written:
                alike = meant.group() == written.group()
                spans += [(at + i, at + i + 1) if alike else written.span() for i in range(len(meant.group()))]
                at = written.end()
                continue
            width = self._width(at, self.value[here])
            if not width or at + width > last:
                return None
            spans.append((at, at + width))
            at += width
        return spans

    def _inside(self) -> _Span:
        if self.style in {"|", ">"}:
            header = _HEADER.match(self.source)
            return (header.end() if header else len(self.source)), len(self.source)
        quoted = bool(self.style)
        return int(quoted), len(self.source) - quoted

    def _width(self, at: int, letter: str) -> int:
        """How many characters of the source write a letter; none if another one is written there."""
        if self.style == '"' and (match := _ESCAPE.match(self.source, at)):
            code = match[1] or match[2] or match[3]
            return len(match.group()) if letter == (chr(int(code, 16)) if code else match[4]) else 0
        if self.source[at : at + 1] != letter:
            return 0
        return 2 if self.style == "'" and letter == "'" else 1


def _whole(spans: list[_Span], slip: Slip) -> bool:
    """Whether a slip does not cut through a folded line break."""
    before = slip.start > 0 and spans[slip.start - 1] == spans[slip.start]
    behind = slip.end < len(spans) and spans[slip.end] == spans[slip.end - 1]
    return slip.start < slip.end and not before and not behind


def _line_break(source: str) -> str | None:
    return next((match.group() for match in _SPACES.finditer(source) if "\n" in match.group()), None)
