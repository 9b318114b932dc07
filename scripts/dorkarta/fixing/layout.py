"""What no editor sees: the mark of byte order, ends of lines, spaces behind them."""

import re
from collections import Counter
from typing import Final

from dorkarta.fixing.deed import Deed
from dorkarta.fixing.source import Source, texts_in

BOM: Final = "\ufeff"

_CARRIAGE_RETURN: Final = re.compile(r"\r\n?")
_TRAILING: Final = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
_BLANK: Final = " \t\n"
_SPACES: Final = re.compile(r"[ \t\n]+")


def with_plain_lines(text: str) -> tuple[str, Counter[Deed]]:
    """Without the mark of byte order, with every line ended by LF, the last one too; and what was done."""
    marked = text.startswith(BOM)
    lines, ends = _CARRIAGE_RETURN.subn("\n", text.removeprefix(BOM))
    bare = lines.rstrip(_BLANK)
    whole = f"{bare}\n" if bare else lines
    return whole, +Counter({Deed.BOM: int(marked), Deed.LINE_END: ends, Deed.LAST_LINE: int(whole != lines)})


def without_trailing_spaces(source: Source) -> tuple[Source, Counter[Deed]]:
    """Without spaces at the ends of lines, and how many lines had some; the texts say the same but for spaces."""
    text, count = _TRAILING.subn("", source.text)
    after = Source(text=text)
    if not count or after.tree.value is None or _squeezed(after) != _squeezed(source):
        return source, Counter()
    return after, Counter({Deed.TRAILING_SPACE: count})


def _squeezed(source: Source) -> list[tuple[object, str]]:
    return [(path, _SPACES.sub(" ", text).strip()) for path, text in texts_in(source.tree.value)]
