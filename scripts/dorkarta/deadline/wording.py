"""The canonical wording of a reading, in correct Russian."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.names import DATIVE_WEEKDAYS, GENITIVE_ORDINALS, ORDINALS, WEEKDAY_GENDERS, WEEKDAYS
from dorkarta.deadline.part import Part
from dorkarta.deadline.piece import Whole
from dorkarta.deadline.repeat import Recurrence
from dorkarta.deadline.spelling import part_text, spans_text
from dorkarta.deadline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dorkarta.deadline.piece import Phrase
    from dorkarta.deadline.reading import Reading
    from dorkarta.deadline.repeat import MonthDays, Repeat

_ADVERBS = {
    Recurrence.DAILY: "ежедневно",
    Recurrence.WEEKLY: "еженедельно",
    Recurrence.MONTHLY: "ежемесячно",
    Recurrence.QUARTERLY: "ежеквартально",
    Recurrence.YEARLY: "ежегодно",
}
# Behind «раз в»: once in one unit, and what «раз в 2 …» counts.
_STRETCHES = {
    Recurrence.DAILY: ("день", "дня", "дней", 1),
    Recurrence.WEEKLY: ("неделю", "недели", "недель", 1),
    Recurrence.MONTHLY: ("месяц", "месяца", "месяцев", 1),
    Recurrence.BIMONTHLY: ("два месяца", "месяца", "месяцев", 2),
    Recurrence.QUARTERLY: ("квартал", "квартала", "кварталов", 1),
    Recurrence.HALF_YEARLY: ("полугодие", "полугодия", "полугодий", 1),
    Recurrence.YEARLY: ("год", "года", "лет", 1),
    Recurrence.PER_SCHOOL_QUARTER: ("четверть", "четверти", "четвертей", 1),
}
_UNITS = {
    Recurrence.MONTHLY: "месяца",
    Recurrence.QUARTERLY: "квартала",
    Recurrence.HALF_YEARLY: "полугодия",
    Recurrence.YEARLY: "года",
    Recurrence.WEEKLY: "недели",
    Recurrence.PER_SCHOOL_QUARTER: "четверти",
    Recurrence.DAILY: "дня",
    Recurrence.BIMONTHLY: "месяца",
}
_WHOLES = {
    Whole.YEAR: "в течение года",
    Whole.SCHOOL_YEAR: "в течение учебного года",
    Whole.PERIOD: "весь период",
    Whole.ALWAYS: "постоянно",
}


def _plural(number: int, one: str, few: str, many: str) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return one
    if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14:
        return few
    return many


def stretch(repeat: Repeat) -> str:
    """Name the stretch of a recurrence, behind «раз в»: «месяц», «2 недели».

    Arguments:
        repeat: The recurrence.
    """
    one, few, many, base = _STRETCHES[repeat.unit]
    if repeat.every == 1:
        return one
    number = repeat.every * base
    return f"{number} {_plural(number, one, few, many)}"


def _frequency(repeat: Repeat) -> str:
    """Say how often: «не реже 2 раз в год», «ежемесячно», «один раз в полугодие»."""
    unit = stretch(repeat)
    if repeat.at_least or repeat.at_most:
        bound = "не реже" if repeat.at_least else "не чаще"
        times = "одного раза" if repeat.times == 1 else f"{repeat.times} {_plural(repeat.times, 'раза', 'раз', 'раз')}"
        return f"{bound} {times} в {unit}"
    if repeat.times == 1:
        plain = repeat.every == 1 and repeat.unit in _ADVERBS
        return _ADVERBS[repeat.unit] if plain else f"один раз в {unit}"
    return f"{repeat.times} {_plural(repeat.times, 'раз', 'раза', 'раз')} в {unit}"


def _days_text(days: MonthDays) -> str:
    if days.first == days.last:
        return f"{days.last} числа"
    if days.first is None:
        return f"до {days.last} числа"
    if days.last is None:
        return f"с {days.first} числа"
    return f"с {days.first} по {days.last} число"


def _particulars(repeat: Repeat) -> Iterator[str]:
    """Say on which days: «до 25 числа», «по средам», «последняя пятница месяца»."""
    which = f" {GENITIVE_ORDINALS[repeat.month][0]} месяца {_UNITS[repeat.unit]}" if repeat.month != 1 else ""
    yield from (_days_text(days) + which for days in repeat.days)
    if repeat.nth and repeat.weekdays:
        weekday = repeat.weekdays[0]
        ordinals = " и ".join(ORDINALS[nth][WEEKDAY_GENDERS[weekday]] for nth in repeat.nth)
        yield f"{ordinals} {WEEKDAYS[weekday]} {_UNITS[repeat.unit]}"
    elif repeat.weekdays:
        names = [DATIVE_WEEKDAYS[day] for day in repeat.weekdays]
        yield "по " + ", ".join(names[:-1]) + (" и " if len(names) > 1 else "") + names[-1]
    if len(repeat.parts) > 1:
        spelt = [part_text(part).split() for part in repeat.parts]
        yield f"{' и '.join(name[0] for name in spelt)} {spelt[-1][-1]} {_UNITS[repeat.unit]}"
    elif repeat.parts:
        yield _part_of(repeat.parts[0], _UNITS[repeat.unit])


def _part_of(part: Part, unit: str) -> str:
    """Say in which part of every unit: «в конце каждой четверти», «последняя неделя месяца»."""
    edge = {Part.BEGINNING: "в начале", Part.MIDDLE: "в середине", Part.END: "в конце"}.get(part)
    if edge is None:
        return f"{part_text(part)} {unit}"
    return f"{edge} {'каждой' if unit in ('недели', 'четверти') else 'каждого'} {unit}"


def repeat_text(repeat: Repeat) -> str:
    """Name a recurrence.

    Arguments:
        repeat: The recurrence.
    """
    return ", ".join((_frequency(repeat), *_particulars(repeat)))


def _phrase_text(phrase: Phrase) -> str:
    said = []
    if phrase.repeat:
        said.append(repeat_text(phrase.repeat))
    if phrase.whole:
        said.append("постоянно" if phrase.spans else _WHOLES[phrase.whole])
    if phrase.spans:
        said.append(("ориентировочно " if phrase.about else "") + spans_text(phrase.spans))
    text = ", ".join(said)
    if phrase.condition:
        text = f"{text}, {phrase.condition}" if text else phrase.condition
    if phrase.plan:
        text = f"{text} ({phrase.plan})" if text else phrase.plan
    return text


def wording(reading: Reading) -> str:
    """Say a reading in correct Russian; reading it again gives the same meaning.

    Arguments:
        reading: The reading.
    """
    if reading.reason is not None:
        return clean(reading.text)
    if reading.parts and reading.phrase.empty:
        return "; ".join(map(wording, reading.parts))
    return _phrase_text(reading.phrase)
