"""Every demand on the records in one list: those of reading a file, all rules, and those on exceptions and debts."""

from collections.abc import Mapping
from typing import Final

from dorkarta.checks.checking import ANSWERS, CHANGE_RULES, DATED_RULES, RULES
from dorkarta.checks.reading import READING
from dorkarta.checks.rule import Requirement
from dorkarta.diagnostic import Severity

REQUIREMENTS: Final[tuple[Requirement, ...]] = (*READING, *RULES, *DATED_RULES, *CHANGE_RULES, *ANSWERS)

CATALOGUE: Final[Mapping[str, Requirement]] = {
    requirement.code: requirement for requirement in sorted(REQUIREMENTS, key=lambda each: (each.code[1:], each.code))
}
"""By code, in the order of the numbers: errors and warnings on one matter stand side by side."""

TOPICS: Final[Mapping[str, str]] = {
    "00": "Чтение файла",
    "20": "Имена и ссылки",
    "21": "Коды и списки",
    "22": "Периоды и сроки",
    "23": "Периоды и сроки",
    "24": "Названия, номера, показатели",
    "25": "Практики",
    "26": "Связи между уровнями",
    "27": "Изменения записей",
    "28": "Адреса страниц",
    "29": "Исключения и старые долги",
    "30": "Тексты: буквы, знаки и сокращения",
    "42": "Отчёты и подтверждения",
    "43": "Пересмотр записей",
}
"""What the first two digits of a code are about."""


def topic(code: str) -> str:
    """What a rule is about."""
    return TOPICS[code[1:3]]


def is_allowable(requirement: Requirement) -> bool:
    """Whether a record may make an exception; answers to warnings are not answered again."""
    return requirement.severity is Severity.WARNING and requirement not in ANSWERS
