"""The grammar's top: a cell holds phrases, a phrase says when, how often, on what condition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dorkarta.deadline.cursor import Cursor
from dorkarta.deadline.grammar import remarks
from dorkarta.deadline.grammar.context import in_parts, joined, names_months, spread, with_month_days, with_year_context
from dorkarta.deadline.grammar.merging import merged
from dorkarta.deadline.grammar.noise import noise
from dorkarta.deadline.grammar.pieces import group, parts_behind
from dorkarta.deadline.grammar.repeats import bare_weekdays, repeat
from dorkarta.deadline.grammar.spans import spans
from dorkarta.deadline.grammar.wholes import whole
from dorkarta.deadline.lexer import Token, tokens
from dorkarta.deadline.part import between
from dorkarta.deadline.piece import Phrase, Span, Unit, Whole
from dorkarta.deadline.repeat import Recurrence, Repeat
from dorkarta.deadline.text import plain
from dorkarta.deadline.vocabulary import Role, Scale

if TYPE_CHECKING:
    from collections.abc import Callable

_SEPARATORS = frozenset({Role.COMMA, Role.DASH, Role.COLON, Role.AND, Role.SLASH, Role.UNDERSCORE, Role.NUMERO})
_FILLERS = frozenset({Role.IN, Role.FROM, Role.ALONG, Role.FILLER, Role.THAN, Role.DURING, Role.PERIOD, Role.CIVIL})
# What may stand before a date: «в течение», «весь», «в период».
_LEADS = (Role.IN, Role.DURING, Role.WHOLE, Role.PERIOD)
_ENDS = (Role.END, Role.COMMA, Role.SEMICOLON, Role.CLOSE, Role.OPEN)
_THEN = ("далее", "затем", "потом")
_IN_DAYS = ("дни", "день", "время")
_STRANGE = frozenset({Role.NUMBER, Role.ORDINAL, Role.DATE, Role.NOT, Role.MONTH})


class _Builder:
    """Collects what one phrase says.

    Arguments:
        c: The cursor; shared by the builders of a cell.
        tail: Only times count, no plans and events: asked whether a remark ends here.
    """

    __slots__ = ("brackets", "c", "done", "phrase", "refining", "tail", "unread")

    def __init__(self, c: Cursor, *, tail: bool = False) -> None:
        self.c = c
        self.tail = tail
        self.phrase = Phrase()
        self.brackets = 0
        self.refining = False
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
        if role is Role.SEMICOLON:
            c.at += 1
            self.brackets = 0
            self.close()
        elif role is Role.OPEN:
            c.at += 1
            self.brackets += 1
            self.refining = bool(self.phrase.spans)
        elif role is Role.NUMBER and c.ahead().role is Role.OPEN and self.phrase.empty:
            # «1 (май)»: how many, and when.
            self.phrase.doubts += (f"«{c.token.text}» перед скобкой прочитано как количество.",)
            c.at += 1
        elif role is Role.CLOSE:
            c.at += 1
            self.brackets = max(0, self.brackets - 1)
        elif role is Role.FILLER and plain(c.token.text) in _THEN:
            c.at += 1  # «сентябрь 2020, далее ежемесячно» says two things
            self.close()
        elif role in _SEPARATORS:
            if role is not Role.NUMERO or not noise(c):
                c.at += 1
        else:
            for rule in _RULES_OF.get(role, _RULES):
                if rule(self):
                    return
            self.skip()

    def close(self) -> None:
        """Put the phrase away and begin another."""
        self.phrase.unread = tuple(token.text for token in self.unread)
        self.phrase.strange = next((token.text for token in self.unread if token.role in _STRANGE), None)
        if not self.phrase.empty or self.unread:
            self.done.append(with_month_days(with_year_context(self.phrase)))
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
        if found == _MONTHLY and self.phrase.repeat is None and names_months(self.phrase):
            self.close()  # nothing is monthly in one month
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
        clock = bool(phrase.spans) and c.tokens[c.at - 1].role is c.role is Role.DATE and not c.token.year
        for role in _LEADS:
            c.take(role)
        if c.token.text.lower() in _IN_DAYS and c.ahead().role in (Role.HOLIDAYS, Role.SEASONAL, Role.SCHOOL):
            c.at += 1  # «в дни осенних каникул»
        about_what = c.tokens[at].text.lower() == "за"
        found = group(c) if about_what else spans(c)
        if found is None:
            c.at = at
            return False
        if about_what:
            phrase.doubts += (f"«{c.since(at)}» – за что отчёт, а не когда.",)
            return True
        if clock and found[-1].last and not found[-1].last.year:
            phrase.doubts += ("Между датами нет знака: прочитано как перечень.",)
        if loose:
            phrase.doubts += ("Между месяцами нет знака: прочитано как перечень.",)
        if phrase.whole not in (None, Whole.ALWAYS) and not phrase.spans and self._after_comma(at):
            self.close()  # «в течение года, май» too
            phrase = self.phrase
        if self.brackets and self.refining:
            phrase.inner += tuple(found)
        else:
            phrase.spans = spread(phrase.spans, found)
        return True

    def read_whole(self) -> bool:
        """Read «в течение года» and its like."""
        at = self.c.at
        found = whole(self.c)
        if found is None:
            return False
        if found is not Whole.ALWAYS and self.phrase.spans and self._after_comma(at):
            self.close()  # «сентябрь, в течение года» says two things
        self.phrase.whole = self.phrase.whole or found
        return True

    def _after_comma(self, at: int) -> bool:
        return not self.brackets and self.c.tokens[at - 1].role is Role.COMMA

    def read_part(self) -> bool:
        """Read the part of a month behind it: «сентябрь (2-я неделя)», «май, конец месяца», «ежемесячно, 1 неделя»."""
        c, phrase = self.c, self.phrase
        last = phrase.spans[-1] if phrase.spans else None
        month = last.first if last and last.first == last.last else None
        bare = (
            month is not None and month.unit is Unit.MONTH and not month.part and all(map(in_parts, phrase.spans[:-1]))
        )
        if not bare and not (phrase.repeat == _MONTHLY and last is None):
            return False
        found = parts_behind(c)
        if found is None:
            return False
        if month is None:
            phrase.repeat = replace(_MONTHLY, parts=tuple(part for ends in found for part in between(*ends)))
            return True
        ends = [(month._replace(part=first), month._replace(part=last)) for first, last in found]
        phrase.spans = (*phrase.spans[:-1], *(Span(first, last) for first, last in ends))
        return True

    def read_noise(self) -> bool:
        """Step over what is no time."""
        return noise(self.c)

    def read_weekday(self) -> bool:
        """Read the day of the week behind a date: «15 декабря 2020 (вторник)»."""
        c, found = self.c, self.phrase.spans
        if c.role is not Role.WEEKDAY or not found or not found[-1].last or found[-1].last.unit is not Unit.DAY:
            return False
        piece = found[-1].last._replace(weekday=c.token.value)
        c.at += 1
        last = found[-1]
        self.phrase.spans = (
            *found[:-1],
            last._replace(first=piece if last.first == last.last else last.first, last=piece),
        )
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

    def read_weekdays(self) -> bool:
        """Read days of the week by themselves: «еженедельно (среда)», «ежемесячно, последняя пятница»."""
        c, phrase = self.c, self.phrase
        at = c.at
        found = bare_weekdays(c)
        if found is None:
            return False
        weekdays, nth = found
        if nth:
            if not _of_months(phrase.repeat):
                c.at = at
                return False
            phrase.repeat = replace(phrase.repeat or Repeat(unit=Recurrence.MONTHLY), weekdays=weekdays, nth=nth)
            return True
        if phrase.repeat is None or phrase.repeat.unit is not Recurrence.WEEKLY or phrase.repeat.weekdays:
            if phrase.repeat is not None:
                self.close()
            self.phrase.doubts += ("Дни недели без даты прочитаны как еженедельные.",)
            self.phrase.repeat = Repeat(unit=Recurrence.WEEKLY, weekdays=weekdays)
        else:
            phrase.repeat = replace(phrase.repeat, weekdays=weekdays)
        return True

    def read_times(self) -> bool:
        """Read «1 раз» beside «ежемесячно»; by itself it is a condition."""
        c, phrase = self.c, self.phrase
        at = c.at
        number = c.take(Role.NUMBER, Role.COUNT, Role.ORDINAL)
        if number is None or not c.take(Role.TIMES) or not 0 < number.value < 1000 or not c.sees(*_ENDS):
            c.at = at
            return False
        if phrase.repeat is not None:
            phrase.repeat = replace(phrase.repeat, times=number.value)
        elif phrase.condition is None:
            phrase.condition = c.since(at)
        return True

    def read_report(self) -> bool:
        """Read «(месяца), следующего за отчётным кварталом» behind the days of a month."""
        c, phrase = self.c, self.phrase
        of_what = c.ahead()
        known = plain(of_what.text) == "за" or (of_what.role is Role.UNIT and of_what.value == Scale.MONTH)
        if c.role is not Role.RELATIVE or not known or not phrase.repeat or not phrase.repeat.days:
            return False
        phrase.condition = remarks.swallow(c, reads_on)
        if phrase.repeat.unit is Recurrence.MONTHLY and "квартал" in plain(phrase.condition):
            phrase.repeat = replace(phrase.repeat, unit=Recurrence.QUARTERLY)
        return True

    def read_paper(self) -> bool:
        """Step over the date of a paper: «(приказ) от 12.03.2021»."""
        c = self.c
        at = c.at
        if not c.take(Role.OF) or not group(c):
            c.at = at
            return False
        self.unread.append(Token(Role.WORD, 0, c.since(at), c.tokens[at].start, c.tokens[c.at - 1].end))
        return True

    def read_about(self) -> bool:
        """Read «ориентировочно»."""
        if not self.c.take(Role.ABOUT):
            return False
        self.phrase.about = True
        return True


_MONTHLY = Repeat(unit=Recurrence.MONTHLY)

_RULES: tuple[Callable[[_Builder], bool], ...] = (
    _Builder.read_part,
    _Builder.read_noise,
    _Builder.read_weekday,
    _Builder.read_repeat,
    _Builder.read_whole,
    _Builder.read_spans,
    _Builder.read_weekdays,
    _Builder.read_report,
    _Builder.read_times,
    _Builder.read_remark,
    _Builder.read_paper,
    _Builder.read_about,
)

# For the most frequent roles only the rules that may begin with them; the order is that of `_RULES`.
_COUNTED = (
    _Builder.read_part,
    _Builder.read_noise,
    _Builder.read_repeat,
    _Builder.read_spans,
    _Builder.read_remark,
    _Builder.read_weekdays,
    _Builder.read_times,
)
_RULES_OF: dict[Role, tuple[Callable[[_Builder], bool], ...]] = {
    Role.MONTH: (_Builder.read_spans,),
    Role.DATE: (_Builder.read_spans,),
    Role.ADVERB: (_Builder.read_repeat,),
    Role.NUMBER: _COUNTED,
    Role.COUNT: _COUNTED,
    Role.ORDINAL: _COUNTED,
    Role.ALWAYS: (_Builder.read_whole,),
    Role.EACH: (_Builder.read_repeat,),
    Role.ALONG: (_Builder.read_repeat, _Builder.read_spans, _Builder.read_remark),
    Role.NOT: (_Builder.read_repeat, _Builder.read_spans, _Builder.read_remark),
    Role.WORD: (_Builder.read_remark,),
}


def _of_months(repeat: Repeat | None) -> bool:
    """Tell whether «последняя пятница» may be said of a recurrence: of a plain one that has months."""
    units = (Recurrence.MONTHLY, Recurrence.QUARTERLY, Recurrence.HALF_YEARLY)
    return repeat is not None and repeat == Repeat(unit=repeat.unit) and repeat.unit in units


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
        if (c.role is Role.CLOSE and not builder.brackets) or (c.role is Role.OPEN and not c.opens()):
            break
        builder.step()
        if builder.unread:
            break
        if closed and not builder.brackets:
            break
    good = not builder.unread and (bool(builder.done) or not builder.phrase.empty)
    c.at = at
    if not good:
        c.failed_tails.add(at)
    return good


def parse(text: str) -> list[Phrase]:
    """Read a cleaned text.

    Arguments:
        text: The text.

    Returns:
        Its phrases; several when one cell holds several expressions.
    """
    builder = _Builder(Cursor(text, tokens(text)))
    builder.build()
    return joined(builder.done)
