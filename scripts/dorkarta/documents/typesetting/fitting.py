"""How wide the columns of a table are: so that nothing is broken that need not be, and rows are low."""

import re
from collections.abc import Iterable
from typing import Final

from dorkarta.documents.paper import RowKind, Table, Width
from dorkarta.documents.typesetting.letters import Letters
from dorkarta.documents.typesetting.lines import COMPOUND

PADDING: Final = 3.0
"""Millimetres between the text and the rules, on both sides of a column together."""
_WORD: Final = {Width.NUMBER: 20.0, Width.FIGURE: 32.0, Width.SHORT: 44.0, Width.LONG: 48.0}
"""Words that are wider may be broken, for what they would take from the other columns."""
_SYLLABLES: Final = 24.0
"""Where columns are many, words of the text that are wider may be broken too, those of the heading not yet."""
_LINE: Final = {Width.NUMBER: 20.0, Width.FIGURE: 22.0}
"""Columns of these kinds are as wide as their longest line, up to here."""
_WORDS: Final = re.compile(rf"{COMPOUND}|[^ \n/-]+[/-]*")
_ROUNDING: Final = 0.4
"""Kerning and rounding may add a little to what was measured."""


def fit(table: Table, *, room: float, size: float, lead: int, indent: float) -> tuple[float, ...]:
    """The widths of the columns in millimetres; together they fill the room.

    A column is no narrower than its longest word; if that is too much for all columns together, words of texts may be
    broken. Numbers and figures get no more than they need. What is left is shared in the ratio of the cube roots of
    the summed squares of the lengths of texts: so rows come out about as low as they can be.

    Arguments:
        table: Its texts are those that will be printed.
        room: Millimetres between the margins.
        size: Of the text, in points.
        lead: The place of the column whose texts may be shifted to the right.
        indent: How far they are, at most, in millimetres.
    """
    needs = [_Needs(table, place, size, indent if place == lead else 0.0) for place in range(len(table.columns))]
    least = [each.whole for each in needs]
    if sum(least) > room:
        least = [each.broken for each in needs]
    taken = dict(enumerate(least))
    growing = {place for place, each in enumerate(needs) if each.grows}
    while growing and sum(least) < room:
        left = room - sum(width for place, width in taken.items() if place not in growing)
        weights = sum(needs[place].weight for place in growing)
        shares = {place: left * needs[place].weight / weights for place in growing}
        settled = {place for place in growing if shares[place] < least[place]}
        if not settled:
            settled = {place for place in growing if shares[place] > needs[place].most}
            if settled in (set(), growing):
                taken |= shares
                break
            taken |= {place: needs[place].most for place in settled}
        growing -= settled
    scale = room / sum(taken.values())
    return tuple(round(taken[place] * scale, 2) for place in range(len(needs)))


class _Needs:
    """What a column needs."""

    def __init__(self, table: Table, place: int, size: float, indent: float) -> None:
        column = table.columns[place]
        regular, bold = Letters(size), Letters(size, bold=True)
        texts = [text for row in table.rows if row.kind is not RowKind.SECTION and (text := row.cells[place])]
        lines = list(map(regular.width, "\n".join(texts).split("\n"))) if texts else []
        word, heading = _widest(regular, texts), _widest(bold, (column.title,))
        longest = max(lines, default=0.0)
        line = min(longest, _LINE.get(column.width, 0.0))
        spare = PADDING + indent + _ROUNDING
        self.whole = max(min(max(word, heading), _WORD[column.width]), line) + spare
        """With no word broken."""
        self.broken = max(min(word, _SYLLABLES), min(heading, _WORD[column.width]), line) + spare
        """With long words of the texts broken."""
        self.most = max(longest, self.whole - spare) + spare
        self.grows = column.width not in _LINE
        self.weight = max(sum(width * width for width in lines), 1.0) ** (1 / 3)


def _widest(letters: Letters, texts: Iterable[str]) -> float:
    """The width of the longest word; lines may end in a hyphen or a slash."""
    words = {word for text in set(texts) for word in _WORDS.findall(text)}
    return max(map(letters.widest, words), default=0.0)
