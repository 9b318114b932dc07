"""Words that the end of a line broke: «обра- зования», «научно- методический»."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.spelling.outline import BREAK, HYPHEN, ODD, SPACE, beside
from dorkarta.spelling.slip import Known, Slip
from dorkarta.spelling.spared import covered

_BROKEN: Final = re.compile(
    r"(?<![\w-])(?P<before>(?:[А-Яа-яЁё]+-)*)(?P<left>[А-Яа-яЁё]+)(?P<break>-\s+|\s+-(?=\w)|\s-\s+)(?P<right>[А-Яа-яЁё]+)(?![\w])"
)
_HYPHENS: Final = frozenset("-\u00ad¬")
_INVISIBLE: Final = re.compile(r"(?<=[А-Яа-яЁё])[\u00ad¬]\s*(?=[а-яё])|\u00ad")

_JOINING: Final = frozenset({"и", "или", "либо", "а", "но", "да", "как", "то", "до", "по", "не", "ни", "с", "со"})
"""Behind a part of a word they stand legally: «онлайн- и офлайн-занятия»."""
_COUNTING: Final = re.compile(r"(?:одно|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|много|мало)")
"""«Двух- трёхдневный»."""
_FIRST_PARTS: Final = """
научно учебно методико организационно информационно психолого социально материально нормативно финансово контрольно
программно практико опытно административно медико воспитательно культурно духовно художественно проектно экспертно
планово историко военно физико северо юго лечебно консультативно индивидуально коррекционно диагностико консультационно
образовательно аналитико содержательно профессионально личностно системно ценностно
онлайн офлайн интернет веб мини вице экс мастер форсайт бизнес пресс экспресс блиц тьютор
семинар семинара семинары семинаров учитель учителя учителей педагог педагога педагоги педагогов план плана планы планов
"""
_LEADING: Final = frozenset(_FIRST_PARTS.split())
"""First parts of words that are written with a hyphen."""
_ENDING: Final = re.compile(
    r"(?:[а-яё]?ическ|ческ|гогич|рован|зован|ющ|ствен|тельн(?!я)|льн(?!я)|нн)[а-яё]*"
    r"|(?:[дчщжшз]?е|ва|а)?ни(?:я|е|ю|й|ем|ям|ях|ями)|ност(?:ь|и|ью|ей|ям|ях|ями)|ст(?:ва|ве|ву|вом|ей|ью|и)"
    r"|ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)|ци(?:я|и|ю|ей|й|ям|ях|ями|онн[а-яё]*)"
    r"|го|му|ми|ть|ся|сь|тся|ются|ется|тель|телей|телям|дие|ный|ная|ное|ные|ных|ной|ного"
)
"""What no word begins with, or no word is."""
_SHORTEST: Final = 5
"""Letters of a second part that is a word by itself."""

SIGNS: Final = (*beside(HYPHEN, SPACE, BREAK), ODD)
"""What the outline of a text shows that could break the law."""


def hyphens(text: str, known: Known) -> Iterator[Slip]:
    """Broken words with what they were; where it is not certain, without.

    The words of the records themselves tell what is one word and what has a hyphen.
    """
    if _HYPHENS.isdisjoint(text):
        return
    text = covered(text)
    found = [*_INVISIBLE.finditer(text), *_BROKEN.finditer(text)]
    behind = 0
    for match in sorted(found, key=re.Match.start):
        if match.start() < behind:
            continue
        slip = _broken(match, known) if match.re is _BROKEN else Slip(*match.span(), "", "перенос внутри слова")
        if slip is not None:
            behind = slip.end
            yield slip


def _broken(match: re.Match[str], known: Known) -> Slip | None:
    left, right = match["left"], match["right"]
    joined, hyphened = left + right, f"{left}-{right}"
    whole = match["before"] + hyphened
    if hyphened.lower() in known.words or whole.lower() in known.words:
        return Slip(match.start("left"), match.end(), hyphened, "пробел у дефиса")
    if match["break"][0] != "-" or right in _JOINING:
        return _leading(match)
    if _COUNTING.fullmatch(left.lower()) and _COUNTING.match(right):
        return None
    if joined.lower() in known.words or joined in known.abbreviations:
        return Slip(match.start("left"), match.end(), joined, "перенос внутри слова")
    if not right.islower():
        return None
    if (slip := _leading(match)) is not None:
        return slip
    return Slip(match.start("left"), match.end(), joined if _ENDING.fullmatch(right) else None, "перенос внутри слова")


def _leading(match: re.Match[str]) -> Slip | None:
    """«Научно- методический», «научно -методический»; a dash with both its spaces is a dash."""
    left, right = match["left"], match["right"]
    is_dash = match["break"][0] != "-" and match["break"][-1] != "-"
    if is_dash or left.lower() not in _LEADING or len(right) < _SHORTEST or not right.islower():
        return None
    return Slip(match.start("left"), match.end(), f"{left}-{right}", "пробел у дефиса")
