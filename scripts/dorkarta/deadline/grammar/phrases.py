"""The grammar's top: a cell holds phrases, a phrase says when, how often, on what condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.cursor import Cursor
from dorkarta.deadline.grammar import remarks
from dorkarta.deadline.grammar.pieces import dated
from dorkarta.deadline.grammar.repeats import merged, repeat
from dorkarta.deadline.grammar.spans import spans
from dorkarta.deadline.grammar.wholes import whole
from dorkarta.deadline.lexer import tokens
from dorkarta.deadline.piece import Phrase, Span, Unit, Whole
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from dorkarta.deadline.lexer import Token
    from dorkarta.deadline.piece import Piece

_SEPARATORS = frozenset({Role.COMMA, Role.DASH, Role.COLON, Role.AND, Role.SLASH, Role.UNDERSCORE, Role.NUMERO})
_FILLERS = frozenset({Role.IN, Role.FROM, Role.ALONG, Role.FILLER, Role.THAN, Role.DURING, Role.PERIOD, Role.CIVIL})
# What may stand before a date: «в течение», «весь», «в период».
_LEADS = (Role.IN, Role.DURING, Role.WHOLE, Role.PERIOD)
_SIMPLE = frozenset({Role.MONTH, Role.DATE})
_YEARS = frozenset({Unit.YEAR, Unit.SCHOOL_YEAR, Unit.YEAR_PAIR})


class _Builder:
    """Collects what one phrase says.

    Arguments:
        c: The cursor; shared by the builders of a cell.
        tail: Only times count, no plans and events: asked whether a remark ends here.
    """

    __slots__ = ("brackets", "c", "done", "phrase", "tail", "unread")

    def __init__(self, c: Cursor, *, tail: bool = False) -> None:
        self.c = c
        self.tail = tail
        self.phrase = Phrase()
        self.brackets = 0
        self.done: list[Phrase] = []
        self.unread: list[Token] = []

    def build(self) -> None:
        """Read up to the end of the text; the phrases are in `done`."""
        c = self.c
        while c.role is not Role.END:
            self.step()
        self.close()

    def step(self) -> None:
        """Read the next thing that is said, or step over a token."""
        c = self.c
        role = c.role
        if role in _SIMPLE:
            if not self.read_spans():
                self.skip()
        elif role is Role.SEMICOLON:
            c.at += 1
            self.close()
        elif role is Role.OPEN:
            c.at += 1
            self.brackets += 1
        elif role is Role.NUMBER and c.ahead().role is Role.OPEN and self.phrase.empty:
            # «1 (май)»: how many, and when.
            self.phrase.doubts += (f"«{c.token.text}» перед скобкой прочитано как количество.",)
            c.at += 1
        elif role is Role.CLOSE:
            c.at += 1
            self.brackets = max(0, self.brackets - 1)
        elif role in _SEPARATORS:
            if role is not Role.NUMERO or not remarks.noise(c):
                c.at += 1
        elif not any(rule(self) for rule in _RULES):
            self.skip()

    def close(self) -> None:
        """Put the phrase away and begin another."""
        self.phrase.unread = tuple(token.text for token in self.unread)
        if not self.phrase.empty or self.unread:
            self.done.append(_with_year_context(self.phrase))
        self.phrase = Phrase()
        self.unread = []

    def skip(self) -> None:
        """Step over a token that says nothing, and remember it."""
        token = self.c.token
        self.c.at += 1
        if token.role not in _FILLERS:
            self.unread.append(token)

    def read_repeat(self) -> bool:
        """Read a recurrence."""
        found = repeat(self.c)
        if found is None:
            return False
        if self.phrase.repeat is not None:
            both = merged(self.phrase.repeat, found)
            if both is None:
                self.close()
            found = both or found
        self.phrase.repeat = found
        return True

    def read_spans(self) -> bool:
        """Read dates; those in brackets make others more exact."""
        c, phrase = self.c, self.phrase
        at = c.at
        loose = bool(phrase.spans) and c.tokens[c.at - 1].role is Role.MONTH and c.role is Role.MONTH
        for role in _LEADS:
            c.take(role)
        found = spans(c)
        if found is None:
            c.at = at
            return False
        if c.tokens[at].text.lower() == "за":
            phrase.doubts += (f"«{c.since(at)}» — за что отчёт, а не когда.",)
            return True
        if loose:
            phrase.doubts += ("Между месяцами нет знака: прочитано как перечень.",)
        if self.brackets and phrase.spans:
            phrase.inner += tuple(found)
        else:
            phrase.spans += tuple(found)
        return True

    def read_whole(self) -> bool:
        """Read «в течение года» and its like."""
        found = whole(self.c)
        if found is None:
            return False
        self.phrase.whole = self.phrase.whole or found
        return True

    def read_noise(self) -> bool:
        """Step over what is no time."""
        return remarks.noise(self.c)

    def read_weekday(self) -> bool:
        """Read the day of the week behind a date: «15 декабря 2020 (вторник)»."""
        c, found = self.c, self.phrase.spans
        if c.role is not Role.WEEKDAY or not found or not found[-1].last or found[-1].last.unit is not Unit.DAY:
            return False
        piece = found[-1].last._replace(weekday=c.token.value)
        c.at += 1
        last = found[-1]
        self.phrase.spans = (*found[:-1], last._replace(first=piece if last.first == last.last else last.first, last=piece))
        return True

    def read_remark(self) -> bool:
        """Read a plan or an event."""
        if self.tail:
            return False
        c, phrase = self.c, self.phrase
        plan = remarks.plan(c, reads_on)
        if plan is not None:
            phrase.plan = plan if phrase.plan is None else f"{phrase.plan}, {plan}"
            return True
        event = remarks.condition(c, reads_on)
        if event is not None:
            phrase.condition = event if phrase.condition is None else f"{phrase.condition}, {event}"
            return True
        return False

    def read_about(self) -> bool:
        """Read «ориентировочно»."""
        if not self.c.take(Role.ABOUT):
            return False
        self.phrase.about = True
        return True


_RULES: tuple[Callable[[_Builder], bool], ...] = (
    _Builder.read_noise,
    _Builder.read_weekday,
    _Builder.read_repeat,
    _Builder.read_whole,
    _Builder.read_spans,
    _Builder.read_remark,
    _Builder.read_about,
)


def reads_on(c: Cursor) -> bool:
    """Tell whether the text from the cursor to the end of the phrase is all about time.

    Arguments:
        c: The cursor, at a comma, a bracket or a word; it stays there.
    """
    at = c.at
    if at in c.failed_tails:
        return False
    builder = _Builder(c, tail=True)
    closed = c.role is Role.OPEN
    while c.role not in (Role.END, Role.SEMICOLON):
        if c.role is Role.CLOSE and not builder.brackets:
            break
        builder.step()
        if builder.unread:
            break
        if closed and not builder.brackets:
            break
    good = not builder.unread and not builder.phrase.empty and not builder.done
    c.at = at
    if not good:
        c.failed_tails.add(at)
    return good


def _with_year_context(phrase: Phrase) -> Phrase:
    """Give a year that stands apart to the pieces it belongs to: «2021 год: март, май», «май (2021)»."""
    everything = phrase.spans + phrase.inner
    if len(everything) < 2:
        return phrase
    kept: list[Span] = []
    for span in everything:
        if kept and _is_year(span) and _yearless(kept[-1]):
            kept[-1] = dated(kept[-1], span.last.year if span.last else None)
        elif kept and _is_year(kept[-1]) and _yearless(span) and len(kept) == 1:
            kept = [dated(span, kept[-1].last.year if kept[-1].last else None)]
        else:
            kept.append(span)
    if len(kept) == len(everything):
        return phrase
    inner = phrase.inner if not any(map(_is_year, phrase.inner)) else ()
    phrase.spans, phrase.inner = tuple(kept[: len(kept) - len(inner)]), inner
    return phrase


def _is_year(span: Span) -> bool:
    return span.first is not None and span.first == span.last and span.first.unit in _YEARS


def _yearless(span: Span) -> bool:
    def bare(piece: Piece | None) -> bool:
        return piece is not None and piece.year is None and piece.unit not in _YEARS

    return bare(span.last) or (span.last is None and bare(span.first))


def _joined(phrases: list[Phrase]) -> list[Phrase]:
    """Join neighbours that only name dates: their years belong together, «январь, апрель 2021; май 2022»."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before and before.plain and phrase.plain and before.about == phrase.about:
            before.spans += phrase.spans
            before.doubts += phrase.doubts
            before.unread += phrase.unread
        else:
            joined.append(phrase)
    return joined


def parse(text: str) -> list[Phrase]:
    """Read a cleaned text.

    Arguments:
        text: The text.

    Returns:
        Its phrases; several when one cell holds several expressions.
    """
    builder = _Builder(Cursor(text, tokens(text)))
    builder.build()
    return _joined(builder.done)


_ = (Scale, Whole)
