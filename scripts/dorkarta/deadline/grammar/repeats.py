"""Recurrences: «ежемесячно», «не реже одного раза в четверть», «по средам», «до 25 числа»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dorkarta.deadline.grammar.heads import heads
from dorkarta.deadline.part import DECADES, HALVES, WEEKS, Part
from dorkarta.deadline.repeat import MonthDays, Recurrence, Repeat
from dorkarta.deadline.vocabulary import RHYTHMS, Role, Scale

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dorkarta.deadline.cursor import Cursor
    from dorkarta.deadline.grammar.heads import Head

# How often a number of units is: «раз в три месяца» is quarterly, «раз в две недели» every second week.
_RHYTHMS: dict[tuple[int, int], tuple[Recurrence, int]] = {
    (Scale.MONTH, 2): (Recurrence.BIMONTHLY, 1),
    (Scale.MONTH, 3): (Recurrence.QUARTERLY, 1),
    (Scale.MONTH, 6): (Recurrence.HALF_YEARLY, 1),
    (Scale.MONTH, 12): (Recurrence.YEARLY, 1),
    (Scale.QUARTER, 2): (Recurrence.HALF_YEARLY, 1),
    (Scale.HALF, 2): (Recurrence.YEARLY, 1),
    (Scale.DAY, 7): (Recurrence.WEEKLY, 1),
}
_UNITS: dict[int, Recurrence] = {
    Scale.DAY: Recurrence.DAILY,
    Scale.WEEK: Recurrence.WEEKLY,
    Scale.MONTH: Recurrence.MONTHLY,
    Scale.QUARTER: Recurrence.QUARTERLY,
    Scale.TERM: Recurrence.PER_SCHOOL_QUARTER,
    Scale.HALF: Recurrence.HALF_YEARLY,
    Scale.YEAR: Recurrence.YEARLY,
}
_NTH = {-1, 1, 2, 3, 4, 5}
_EDGES = {Role.BEGINNING: Part.BEGINNING, Role.MIDDLE: Part.MIDDLE, Role.ENDING: Part.END}


def repeat(c: Cursor) -> Repeat | None:
    """Read a recurrence.

    Arguments:
        c: The cursor, at any word.
    """
    role = c.role
    if role in _IDLE or (role is Role.IN and c.ahead().role in _DATES):
        return None
    return _one_of(c, *_RULES.get(role, _ALL))


def _one_of(c: Cursor, *rules: Callable[[Cursor], Repeat | None]) -> Repeat | None:
    """Try rules in their order."""
    at = c.at
    for rule in rules:
        found = rule(c)
        if found is not None:
            return found
        c.at = at
    return None


def _adverb(c: Cursor) -> Repeat | None:
    token = c.take(Role.ADVERB)
    return Repeat(unit=RHYTHMS[token.value]) if token else None


def _rhythm(scale: int, every: int) -> Repeat | None:
    if scale == Scale.DECADE:
        return Repeat(unit=Recurrence.MONTHLY, times=3) if every == 1 else None
    if scale == Scale.TRIMESTER:
        return Repeat(unit=Recurrence.YEARLY, times=3) if every == 1 else None
    if scale not in _UNITS or every < 1:
        return None
    unit, step = _RHYTHMS.get((scale, every), (_UNITS[scale], every))
    return Repeat(unit=unit, every=step)


def _count(c: Cursor) -> int | None:
    """Read «2», «двух», «2-3»: of two numbers the smaller one."""
    token = c.take(Role.NUMBER, Role.COUNT, Role.ORDINAL)
    if token is None or not 0 < token.value < 1000:
        return None
    at = c.at
    if c.take(Role.DASH) and c.take(Role.NUMBER, Role.COUNT) is None:
        c.at = at
    return token.value


def _frequency(c: Cursor) -> Repeat | None:
    """Read «не реже одного раза в четверть», «1 раз в два месяца», «2 раза в год», «дважды в год»."""
    at_least = at_most = False
    if c.role is Role.NOT and c.ahead().role in (Role.RARER, Role.OFTENER, Role.LATER):
        at_least, at_most = c.ahead().role is Role.RARER, c.ahead().role is Role.OFTENER
        c.at += 2
    elif c.role is Role.MINIMUM or (c.role is Role.FILLER and c.ahead().role is Role.MINIMUM):
        at_least = True
        c.skip(Role.FILLER, Role.MINIMUM)
    elif c.role is Role.TO and c.ahead(2).role is Role.TIMES:
        at_most = True
        c.at += 1
    c.skip(Role.THAN, Role.ALONG)
    if c.role is Role.ADVERB and (at_least or at_most):
        found = _adverb(c)
        return replace(found, at_least=at_least, at_most=at_most) if found else None
    named = at_least or at_most
    at_least = at_least or (c.ahead().role is Role.DASH and not at_most)  # «2-3 раза»: twice at least
    times = _times(c, named=named)
    if times is None:
        return None
    found = _stretch(c)
    if found is None:
        return None
    times = found.times * times
    return replace(found, times=times, at_least=at_least, at_most=at_most)


def _times(c: Cursor, *, named: bool) -> int | None:
    """Read how many times.

    Arguments:
        c: The cursor.
        named: «Не реже» stands before, so that «раза» may be missing: «не реже одного в четверть».
    """
    adverb = c.take(Role.TIMES_ADVERB)
    if adverb:
        return adverb.value
    if c.take(Role.TIMES):
        return 1
    number = _count(c)
    if number is None:
        return None
    if c.take(Role.TIMES):
        return number
    if not named:
        return None
    if c.role in (Role.WORD, Role.LESSON) and c.ahead().role in (Role.IN, Role.SLASH):
        c.at += 1  # «не менее двух совещаний в год»
    return number


def _stretch(c: Cursor) -> Repeat | None:
    """Read «в год», «в два месяца», «/мес», «в течение учебного года», «за полугодие»."""
    if c.take(Role.SLASH) is None:
        if c.take(Role.IN) is None:
            return None
        c.take(Role.DURING)
    c.take(Role.EACH)
    c.skip(Role.SCHOOL, Role.CIVIL)
    at = c.at
    every = _count(c)
    if every is None:
        c.at = at
        every = 1
    noun = c.take(Role.UNIT)
    if noun is None or (noun.value == Scale.HALF_PART):
        return None
    return _rhythm(noun.value, every)


def _each(c: Cursor) -> Repeat | None:
    """Read «каждый месяц», «в каждой четверти», «каждые две недели», «каждую вторую среду месяца»."""
    c.take(Role.IN)
    c.take(Role.DURING)
    if c.take(Role.EACH) is None:
        return None
    c.skip(Role.SCHOOL, Role.CIVIL)
    weekday = _weekdays(c)
    if weekday:
        return weekday
    at = c.at
    every = _count(c)
    noun = c.take(Role.UNIT)
    if noun is not None and not _is_part(noun.value):
        return _rhythm(noun.value, every or 1)
    c.at = at
    return _one_of(c, _numbered_part, _month_days)


def _is_part(scale: int) -> bool:
    return scale in (Scale.DECADE, Scale.HALF_PART)


def _along(c: Cursor) -> Repeat | None:
    """Read «по средам», «по понедельникам и пятницам», «по четвертям», «по 5 числам»."""
    at = c.at
    if c.take(Role.ALONG) is None:
        return None
    if c.role is Role.UNIT and c.token.text.lower().endswith(("ям", "ам")):
        scale = c.token.value
        c.at += 1
        return _rhythm(scale, 1)
    found = _one_of(c, _weekdays, _numbered_part, _month_days)
    if found is not None and found.days and any(token.text.lower() == "число" for token in c.tokens[at : c.at]):
        # «По 20 число» is a limit, «по 20 числам» the days themselves.
        return replace(found, days=tuple(MonthDays(first=None, last=days.last) for days in found.days))
    return found


def _weekdays(c: Cursor) -> Repeat | None:
    """Read days of the week that no date follows."""
    if not c.sees(Role.WEEKDAY):
        return None
    found = [c.token.value]
    c.at += 1
    while c.sees(Role.COMMA, Role.AND, Role.DASH) and c.ahead().role is Role.WEEKDAY:
        day = c.ahead().value
        steps = (day - found[-1]) % 7 if c.role is Role.DASH else 1
        found += [(day - step) % 7 for step in reversed(range(steps))]
        c.at += 2
    return Repeat(unit=Recurrence.WEEKLY, weekdays=tuple(sorted(set(found))))


def _from_weekday(c: Cursor) -> Repeat | None:
    """Read «с понедельника по пятницу»."""
    first, last = c.ahead(), c.ahead(3)
    if (
        first.role is last.role is Role.WEEKDAY
        and c.ahead(2).role in (Role.ALONG, Role.TO)
        and first.value < last.value
    ):
        c.at += 4
        return Repeat(unit=Recurrence.WEEKLY, weekdays=tuple(range(first.value, last.value + 1)))
    return None


def _of_each_month(c: Cursor) -> Recurrence | None:
    """Read «каждого месяца», «месяца», «каждого квартала»."""
    at = c.at
    c.take(Role.EACH)
    noun = c.take(Role.UNIT)
    if noun is not None and noun.value in (Scale.MONTH, Scale.QUARTER, Scale.HALF):
        return _UNITS[noun.value]
    c.at = at
    return None


def _part(noun: int, number: int) -> Part | None:
    parts: Sequence[Part] = {Scale.WEEK: WEEKS, Scale.DECADE: DECADES, Scale.HALF_PART: HALVES}.get(Scale(noun), ())
    if number == -1:
        return Part.WEEK_LAST if noun == Scale.WEEK else parts[-1] if parts else None
    return parts[number - 1] if 1 <= number <= len(parts) else None


def _numbered_part(c: Cursor) -> Repeat | None:
    """Read «вторая среда месяца», «последняя неделя каждого месяца», «последний день месяца»."""
    found = heads(c)
    if found is None or any(head.first != head.last for head in found):
        return None
    working = c.role is Role.WORD and c.ahead().role is Role.UNIT  # «последний рабочий день»
    c.at += working
    number, noun = found[0].first, c.token
    if noun.role not in (Role.WEEKDAY, Role.UNIT):
        return None
    c.at += 1
    unit = _of_each_month(c)
    if unit is None:
        return None
    if noun.role is Role.WEEKDAY:
        nth = tuple(head.first for head in found)
        return Repeat(unit=unit, weekdays=(noun.value,), nth=nth) if set(nth) <= _NTH else None
    if noun.value == Scale.DAY and number == -1 and len(found) == 1:
        # Which day the last working one is, no calendar here knows.
        return (
            Repeat(unit=unit, parts=(Part.END,)) if working else Repeat(unit=unit, days=(MonthDays(first=31, last=31),))
        )
    if working:
        return None
    parts = [_part(noun.value, head.first) for head in found]
    named = tuple(part for part in parts if part)
    return Repeat(unit=unit, parts=named) if len(named) == len(parts) else None


def _part_of_each(c: Cursor) -> Repeat | None:
    """Read «в конце каждого месяца», «до конца месяца», «в начале каждого полугодия», «в конце каждого года»."""
    c.skip(Role.IN, Role.TO)
    if c.role not in _EDGES:
        return _numbered_part(c)
    part = _EDGES[c.token.role]
    c.at += 1
    each = c.take(Role.EACH)
    c.skip(Role.SCHOOL, Role.CIVIL)
    noun = c.take(Role.UNIT)
    if noun is None or noun.value not in _UNITS:
        return None
    # «В конце года» is one time, and so is the year's end of a quarter: only «каждого» makes these recur.
    if each is None and noun.value not in (Scale.MONTH, Scale.WEEK, Scale.QUARTER, Scale.HALF):
        return None
    if each is None and c.role in (Role.NUMBER, Role.ORDINAL):
        return None
    return Repeat(unit=_UNITS[noun.value], parts=(part,))


def _month_days(c: Cursor) -> Repeat | None:
    """Read «до 25 числа каждого месяца», «25 числа», «с 20 по 25 число», «1 и 15 числа»."""
    preposition = c.take(Role.TO, Role.FROM, Role.TOWARDS, Role.IN)
    if preposition is None and c.role is Role.NOT and c.ahead().role is Role.LATER:
        preposition = c.ahead()
        c.at += 2
    found = heads(c)
    if found is None:
        return None
    if preposition is not None and preposition.role is Role.FROM and c.take(Role.ALONG, Role.TO):
        ending = heads(c)
        if ending is None or len(found) != 1 or len(ending) != 1:
            return None
        days = [MonthDays(first=found[0].first, last=ending[0].last)]
    else:
        days = [_days(head, preposition.role if preposition else None) for head in found]
    if not c.take(Role.DATE_NUMBER) or c.role is Role.MONTH:
        return None
    if not all(1 <= (end or 1) <= 31 for day in days for end in (day.first, day.last)):
        return None
    within = _month_within(c)
    if within is not None:
        return replace(within, days=tuple(days))
    unit = _of_each_month(c) or Recurrence.MONTHLY
    return Repeat(unit=unit, days=tuple(days))


def _month_within(c: Cursor) -> Repeat | None:
    """Read «последнего месяца (каждого) квартала» behind the days."""
    at = c.at
    number = c.take(Role.ORDINAL)
    if number is not None and number.value in (-1, 1, 2, 3) and c.take_unit(Scale.MONTH):
        c.take(Role.EACH)
        longer = c.take_unit(Scale.QUARTER, Scale.HALF)
        if longer is not None:
            return Repeat(unit=_UNITS[longer.value], month=number.value)
    c.at = at
    return None


def _days(head: Head, preposition: Role | None) -> MonthDays:
    first, last = (31 if day == -1 else day for day in head)
    if preposition in (Role.TO, Role.TOWARDS, Role.LATER):
        return MonthDays(first=None, last=last)
    if preposition is Role.FROM:
        return MonthDays(first=first, last=None)
    return MonthDays(first=first, last=last)


def bare_weekdays(c: Cursor) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Read days of the week without «по» or «месяца»: «(среда)», «последняя пятница».

    Arguments:
        c: The cursor.

    Returns:
        The days, and which of a month they are; a recurrence only beside «еженедельно», «ежемесячно».
    """
    at = c.at
    numbers = heads(c) or []
    nth = tuple(head.first for head in numbers)
    found = _weekdays(c)
    if found is None or not set(nth) <= _NTH or (nth and len(found.weekdays) > 1):
        c.at = at
        return None
    return found.weekdays, nth


_ALL = (_adverb, _frequency, _each, _along, _month_days, _part_of_each)
# For frequent roles only the rules that may begin with them.
_RULES: dict[Role, tuple[Callable[[Cursor], Repeat | None], ...]] = {
    Role.ADVERB: (_adverb,),
    Role.NUMBER: (_frequency, _month_days, _numbered_part),
    Role.COUNT: (_frequency, _month_days),
    Role.ORDINAL: (_frequency, _month_days, _numbered_part),
    Role.IN: (_each, _month_days, _part_of_each),
    Role.TO: (_frequency, _month_days, _part_of_each),
    Role.FROM: (_month_days, _from_weekday),
    Role.ALONG: (_frequency, _along),
    Role.NOT: (_frequency, _month_days),
}
# Words at which no recurrence begins, and those after «в» at which none goes on.
_IDLE = frozenset({Role.MONTH, Role.DATE, Role.WORD, Role.SEASON, Role.AFTER})
_DATES = frozenset({Role.MONTH, Role.DATE})
