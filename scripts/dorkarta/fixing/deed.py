"""What the fix did, in words that can be counted."""

from collections import Counter
from enum import Enum

from dorkarta.text import numeral


class Deed(Enum):
    """A kind of mending, with the forms of its noun."""

    BOM = ("метка порядка байтов", "метки порядка байтов", "меток порядка байтов")
    LINE_END = ("конец строки", "конца строк", "концов строк")
    LAST_LINE = ("конец файла", "конца файла", "концов файла")
    TRAILING_SPACE = ("пробел в конце строки", "пробела в конце строк", "пробелов в конце строк")
    ORDER = ("порядок полей", "порядка полей", "порядков полей")
    LOOK_ALIKE = ("слово с чужими буквами", "слова с чужими буквами", "слов с чужими буквами")
    HYPHEN = ("перенос", "переноса", "переносов")
    SPACE = ("пробел", "пробела", "пробелов")
    QUOTE = ("кавычка", "кавычки", "кавычек")
    DASH = ("тире", "тире", "тире")
    SHNOR = ("описка в слове ШНОР", "описки в слове ШНОР", "описок в слове ШНОР")
    NAME = ("название", "названия", "названий")
    DEADLINE = ("срок", "срока", "сроков")


def told(done: Counter[Deed]) -> str:
    """«3 кавычки, 1 перенос», in the order of the kinds."""
    return ", ".join(numeral(done[deed], *deed.value) for deed in Deed if done[deed])
