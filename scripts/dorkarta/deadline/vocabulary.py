"""The words of deadlines: every form of every word, with what it does in the grammar.

A line of a table is written `stem:ending,ending`; an empty ending is the bare stem. To teach the
parser a new word, add its forms to a table here; to teach it a new construction, see `grammar`.
"""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from dorkarta.deadline.repeat import Recurrence
from dorkarta.deadline.school import Season

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Role(IntEnum):
    """What a token does in the grammar."""

    END = auto()  # after the last token
    WORD = auto()  # a word that says nothing about time by itself
    # Numbers and signs.
    NUMBER = auto()
    COUNT = auto()  # «один», «двух»
    ORDINAL = auto()  # «первый», «2-я», «III», «последняя» (-1)
    DATE = auto()  # «25.04.13»
    TIME = auto()  # «15:00»
    DASH = auto()
    COMMA = auto()
    SEMICOLON = auto()
    COLON = auto()
    OPEN = auto()
    CLOSE = auto()
    SLASH = auto()
    UNDERSCORE = auto()
    NUMERO = auto()
    # Pieces of the calendar.
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    SEASONAL = auto()  # «осенние»
    HOLIDAYS = auto()
    UNIT = auto()
    DATE_NUMBER = auto()  # «числа»
    SCHOOL = auto()  # «учебный»
    CIVIL = auto()  # «календарный»
    BEGINNING = auto()
    MIDDLE = auto()
    ENDING = auto()
    # Recurrence.
    ADVERB = auto()  # «ежемесячно»
    EACH = auto()
    TIMES = auto()  # «раз»
    TIMES_ADVERB = auto()  # «дважды»
    RARER = auto()
    OFTENER = auto()
    MINIMUM = auto()
    # Prepositions and particles.
    IN = auto()
    FROM = auto()
    OF = auto()  # «от»
    TO = auto()
    TOWARDS = auto()  # «к»
    ALONG = auto()  # «по»
    AFTER = auto()
    BETWEEN = auto()
    NOT = auto()
    AND = auto()
    THAN = auto()
    LATER = auto()
    EARLIER = auto()
    DURING = auto()
    # Whole spans.
    WHOLE = auto()
    PERIOD = auto()
    ALWAYS = auto()
    # Words beside the point.
    ABOUT = auto()
    RELATIVE = auto()  # «следующего»
    FILLER = auto()
    LESSON = auto()  # «урок», «класс»: their numbers are no dates
    PLACE = auto()


class Scale(IntEnum):
    """The units of time that have a noun."""

    DAY = auto()
    WEEK = auto()
    DECADE = auto()
    MONTH = auto()
    QUARTER = auto()
    TERM = auto()
    TRIMESTER = auto()
    HALF = auto()
    HALF_PART = auto()  # «половина»
    YEAR = auto()


class Meaning(NamedTuple):
    """What a word is."""

    role: Role
    value: int = 0


_SOFT = "ь,я,е,ю,ем,и"
_HARD = ",а,у,е,ом,ы,ов,ам,ами,ах"
_ADJECTIVE = "ый,ая,ое,ого,ой,ому,ом,ую,ым,ые,ых,ыми"
_SOFT_ADJECTIVE = "ий,яя,ее,его,ей,ему,ем,юю,им,ие,их,ими"
_NEUTER = "е,я,ю,ем,и,й,ям,ями,ях"

MONTHS = (
    f"январ:{_SOFT} янв январск:ий,ого",
    f"феврал:{_SOFT} фев февр",
    "март:,а,е,у,ом мар",
    f"апрел:{_SOFT} апр",
    "ма:й,я,е,ю,ем",
    f"июн:{_SOFT},",
    f"июл:{_SOFT},",
    "август:,а,е,у,ом авг",
    f"сентябр:{_SOFT} сен сент сентяб",
    f"октябр:{_SOFT} окт октяб",
    f"ноябр:{_SOFT} ноя нояб",
    f"декабр:{_SOFT} дек декаб",
)

_WEEKDAYS = (
    "понедельник:,а,у,и,ам,ом,ов,ах пн",
    "вторник:,а,у,и,ам,ом,ов,ах вт",
    "сред:а,ы,у,е,ам,ой,ах ср",
    "четверг:,а,у,и,ам,ом,ов,ах чт",
    "пятниц:а,ы,у,е,ам,ей,ах пт",
    "суббот:а,ы,у,е,ам,ой,ах сб",
    "воскресень:е,я,ю,ям,ем,ях вс",
)

_SEASONS: dict[int, str] = {
    Season.WINTER: "зим:а,ы,у,ой,е",
    Season.SPRING: "весн:а,ы,у,ой,е",
    Season.SUMMER: "лет:о,ом,а,у",
    Season.AUTUMN: "осен:ь,и,ью,ю",
}

_SEASONAL: dict[int, str] = {
    Season.WINTER: f"зимн:{_SOFT_ADJECTIVE},е",
    Season.SPRING: f"весенн:{_SOFT_ADJECTIVE},е",
    Season.SUMMER: f"летн:{_SOFT_ADJECTIVE},е",
    Season.AUTUMN: f"осенн:{_SOFT_ADJECTIVE},е",
}

_ORDINALS = {
    -1: f"последн:{_SOFT_ADJECTIVE} крайн:{_SOFT_ADJECTIVE}",
    1: f"перв:{_ADJECTIVE}",
    2: f"втор:{_ADJECTIVE}",
    3: "трет:ий,ья,ье,ьего,ьей,ьему,ьем,ью,ьим,ьи,ьих",
    4: f"четверт:{_ADJECTIVE}",
    5: f"пят:{_ADJECTIVE}",
    6: f"шест:{_ADJECTIVE}",
    7: f"седьм:{_ADJECTIVE}",
    8: f"восьм:{_ADJECTIVE}",
    9: f"девят:{_ADJECTIVE}",
    10: f"десят:{_ADJECTIVE}",
    11: f"одиннадцат:{_ADJECTIVE}",
    12: f"двенадцат:{_ADJECTIVE}",
    13: f"тринадцат:{_ADJECTIVE}",
    14: f"четырнадцат:{_ADJECTIVE}",
    15: f"пятнадцат:{_ADJECTIVE}",
    16: f"шестнадцат:{_ADJECTIVE}",
    17: f"семнадцат:{_ADJECTIVE}",
    18: f"восемнадцат:{_ADJECTIVE}",
    19: f"девятнадцат:{_ADJECTIVE}",
    20: f"двадцат:{_ADJECTIVE}",
    30: f"тридцат:{_ADJECTIVE}",
}

_COUNTS = {
    1: "один одного одной одну одно одному одна",
    2: "два две двух двум двое",
    3: "три трех трем",
    4: "четыре четырех четырем",
    5: "пять пяти",
    6: "шесть шести",
    7: "семь семи",
    8: "восемь восьми",
    9: "девять девяти",
    10: "десять десяти",
    12: "двенадцать двенадцати",
    14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати",
    20: "двадцать двадцати",
    30: "тридцать тридцати",
}

_UNITS: dict[int, str] = {
    Scale.DAY: "ден:ь,ек дн:я,ю,ем,е,и,ей,ям,ями,ях сут:ки,ок",
    Scale.WEEK: "недел:я,и,ю,е,ь,ям,ей,ях нед",
    Scale.DECADE: "декад:а,ы,у,е,ой,,ам,ах",
    Scale.MONTH: "месяц:,а,у,е,ем,ы,ев,ам,ах мес",
    Scale.QUARTER: f"квартал:{_HARD} кв кварт квар",
    Scale.TERM: "четверт:ь,и,ью,ям,ей,ях четв",
    Scale.TRIMESTER: f"триместр:{_HARD}",
    Scale.HALF: f"полугоди:{_NEUTER} пг полуг полугод полгода полугода",
    Scale.HALF_PART: "половин:а,ы,у,е,ой",
    Scale.YEAR: "год:,а,у,е,ы,ов,ам,ах,ом лет г гг",
}

_ADVERBS = {
    Recurrence.DAILY: "ежедневн:о,ый,ая,ое,ые,ых ежедн",
    Recurrence.WEEKLY: "еженедельн:о,ый,ая,ое,ые,ых понедельно еженед",
    Recurrence.MONTHLY: "ежемесячн:о,ый,ая,ое,ые,ых помесячно ежемес",
    Recurrence.QUARTERLY: "ежеквартальн:о,ый,ая,ое,ые,ых поквартально ежекв ежекварт",
    Recurrence.HALF_YEARLY: "ежеполугодн:о,ый,ая,ое,ые ежеполугодично",
    Recurrence.YEARLY: "ежегодн:о,ый,ая,ое,ые,ых",
    Recurrence.PER_SCHOOL_QUARTER: "ежечетвертн:о,ой,ая,ое,ые",
}

RHYTHMS = tuple(Recurrence)
"""The recurrences; a word's value is an index into them."""

_SINGLE: dict[Role, str] = {
    Role.HOLIDAYS: "каникул:ы,ам,ах,ами, каникулярн:ый,ое,ого,ом,ые",
    Role.DATE_NUMBER: "чис:ло,ла,лу,ле,лах,лам,ел",
    Role.SCHOOL: f"учебн:{_ADJECTIVE} уч учеб учебн школьн:{_ADJECTIVE}",
    Role.CIVIL: f"календарн:{_ADJECTIVE} финансов:ый,ого,ом бюджетн:ый,ого,ом",
    Role.BEGINNING: "начал:о,а,е,у,ом",
    Role.MIDDLE: "середин:а,ы,е,у,ой",
    Role.ENDING: "кон:ец,ца,це,цу,цом окончания завершения истечения",
    Role.EACH: f"кажд:{_ADJECTIVE}",
    Role.TIMES: "раз:,а,у,ов р",
    Role.RARER: "реже менее меньше",
    Role.OFTENER: "чаще более больше",
    Role.MINIMUM: "минимум бы",
    Role.IN: "в во на за",
    Role.FROM: "с со начиная",
    Role.OF: "от",
    Role.TO: "до",
    Role.TOWARDS: "к ко",
    Role.ALONG: "по",
    Role.AFTER: "после",
    Role.BETWEEN: "между",
    Role.NOT: "не",
    Role.AND: "и или либо",
    Role.THAN: "чем",
    Role.LATER: "позднее позже",
    Role.EARLIER: "ранее раньше",
    Role.DURING: "течени:е,и,я,й,ю теч протяжени:е,и,я,ю втечени:е,и",
    Role.WHOLE: "весь всего всей всем вся все всех кругл:ый,ого целого целый полный полного",
    Role.PERIOD: "период:,а,е,у,ом,ы",
    Role.ALWAYS: "постоянно систематически непрерывно регулярно круглогодично бессрочно постоянный "
    "перманентно систематическая постоянная круглогодичный",
    Role.ABOUT: "примерно ориентировочно около предварительно приблизительно ориентировочный",
    Role.RELATIVE: "следующ:его,ем,ий,ую,ей,ая будущ:его,ем,ий предстоящ:его,ем,ий нов:ого,ом,ый,ому "
    "прошл:ого,ом,ый прошедш:его,ем,ий предыдущ:его,ем,ий",
    Role.FILLER: "срок:,и,а,ом дат:а,ы включительно далее затем также потом текущ:его,ем,ий,ему соответствующ:его,ем "
    "отчетн:ого,ом,ый а вплоть но хотя время как того то же дни и/или проведения исполнения выполнения реализации",
    Role.LESSON: "урок:,а,е,у,и,ов,ах,ам,ом класс:,а,е,у,ы,ов,ах,ам,ами кл пар:а,ы,е,у смен:а,ы,у,е курс:,а,е,у,ы,ов "
    "групп:а,ы,е,у,ам,ах чел человек школ:,ы,ах час:,а,у,ов,ам,ы ч мин минут:,ы,а балл:,а,ов шт классн:ый,ого "
    "семинар:,а,ов вебинар:,а,ов заседани:е,я,й занят:ие,ия,ий встреч:а,и "
    "этап:,а,у,е,ы,ов,ах тур:,а,е,у,ы поток:,а,е модул:ь,я,е",
    Role.PLACE: "актов:ый,ом,ого зал:,а,е кабинет:,а,е,у каб ауд аудитори:я,и,ю библиотек:а,е,и сош мбоу мкоу маоу "
    "мобу мку гбоу лице:й,я,е,ю гимнази:я,и,ю,е ул улиц:а,е,ы дом онлайн офлайн очно заочно дистанционно zoom сферум "
    "вкс ооо школе площадк:а,е,и адрес:,у город:,а,е район:,а,е г.",
}


def _forms(table: str) -> Iterator[str]:
    """Spell out `stem:ending,ending`."""
    for entry in table.split():
        stem, _, endings = entry.partition(":")
        yield from (stem + ending for ending in endings.split(",")) if ":" in entry else (stem,)


def _spell(role: Role, values: Mapping[int, str]) -> Iterator[tuple[str, Meaning]]:
    for value, table in values.items():
        yield from ((form, Meaning(role, value)) for form in _forms(table))


def _words() -> Iterator[tuple[str, Meaning]]:
    """Give every form; of two meanings of a form the later one wins, so the precise tables come last."""
    for role, table in _SINGLE.items():
        yield from ((form, Meaning(role)) for form in _forms(table))
    yield from _spell(Role.COUNT, _COUNTS)
    yield from _spell(Role.TIMES_ADVERB, {2: "дважды", 3: "трижды"})
    yield from _spell(Role.ORDINAL, _ORDINALS)
    yield from _spell(Role.SEASONAL, _SEASONAL)
    yield from _spell(Role.SEASON, _SEASONS)
    yield from _spell(Role.ADVERB, {RHYTHMS.index(rhythm): table for rhythm, table in _ADVERBS.items()})
    yield from _spell(Role.UNIT, _UNITS)
    yield from _spell(Role.WEEKDAY, dict(enumerate(_WEEKDAYS)))
    yield from _spell(Role.MONTH, dict(enumerate(MONTHS, start=1)))
    yield "раза", Meaning(Role.TIMES)


WORDS: dict[str, Meaning] = dict(_words())
"""Every known form, in lower case and with е for ё."""

SIGNS: dict[str, Meaning] = {
    "-": Meaning(Role.DASH),
    ",": Meaning(Role.COMMA),
    "&": Meaning(Role.AND),
    "+": Meaning(Role.AND),
    ";": Meaning(Role.SEMICOLON),
    ":": Meaning(Role.COLON),
    "(": Meaning(Role.OPEN),
    ")": Meaning(Role.CLOSE),
    "/": Meaning(Role.SLASH),
    "_": Meaning(Role.UNDERSCORE),
    "№": Meaning(Role.NUMERO),
}

ABBREVIATIONS = frozenset(form for table in (*MONTHS, *_UNITS.values()) for form in table.split() if ":" not in form)
"""Shortened forms; a misspelt word is not one of them."""

TIMELY_ROLES = frozenset(
    {
        Role.MONTH,
        Role.WEEKDAY,
        Role.SEASONAL,
        Role.HOLIDAYS,
        Role.UNIT,
        Role.ORDINAL,
        Role.ADVERB,
        Role.DURING,
        Role.ALWAYS,
        Role.SCHOOL,
        Role.BEGINNING,
        Role.MIDDLE,
        Role.EACH,
        Role.LATER,
    }
)
"""Roles whose words an unknown word may be a misspelling of."""

PREPOSITIONS = frozenset(word for word, meaning in WORDS.items() if Role.IN <= meaning.role <= Role.ALONG)
"""Words that get glued to the next one: «втечение», «с15»."""

PLAN_STEMS = (
    "план",
    "график",
    "расписани",
    "циклограм",
    "дорожн",
    "календар",
    "программ",
    "приказ",
    "положени",
    "распоряжени",
    "письм",
    "регламент",
    "порядк",
    "инструкци",
    "договор",
    "соглашени",
    "законодательств",
    "срокам",
    "медиаплан",
)
"""How the words begin that name a plan: «по отдельному графику»."""

CONDITION_STEMS = (
    "мер",
    "окончани",
    "завершени",
    "истечени",
    "итог",
    "результат",
    "факт",
    "запрос",
    "требовани",
    "необходимост",
    "потребност",
    "согласовани",
    "заявк",
    "заявлени",
    "обращени",
    "получени",
    "поступлени",
    "приглашени",
    "инициатив",
    "решени",
    "возможност",
    "выбор",
    "наличи",
    "желани",
    "договоренност",
    "поручени",
    "вызов",
    "отдельн",
    "показани",
    "предложени",
    "предписани",
    "назначени",
    "прибыти",
    "готовност",
)
"""How the words begin that make a condition after «по»: «по мере необходимости»."""
