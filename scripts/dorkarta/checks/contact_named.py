"""Telephones and e-mail addresses stand nowhere in the records (152-ФЗ)."""

import re
from collections.abc import Iterator
from string import digits
from typing import Final

from dorkarta.checks.rule import Example, Finding
from dorkarta.checks.text_rule import Passage, TextRule
from dorkarta.model.document import Documents
from dorkarta.model.practice import Practice
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.system import System
from dorkarta.spelling.outline import ADDRESS, DIGIT

_EMAIL: Final = re.compile(r"(?<![\w.+/-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")

_GAP: Final = r"[\s\u2010-\u2015-]{0,3}"
_CODE: Final = r"(?!80[04])[3489][0-9]{2,4}"
"""The code of a place or of a mobile network; 800 and 804 are lines that organisations pay for."""
_OWN: Final = rf"[0-9]{{1,3}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}(?![0-9/]|[.-][0-9])"
_START: Final = r"(?<![\w№/.,-])(?<!№\s)"
"""Not inside a word, a number or a date, and not the number of a document."""
_PHONE: Final = re.compile(
    rf"{_START}(?:(?:\+7|8){_GAP}(?P<national>(?:{_CODE}|\({_CODE}\)){_GAP}{_OWN})|(?P<bare>\({_CODE}\){_GAP}{_OWN}))"
)
_SIGNS: Final = ("8", "+7", "(")
"""What it begins with; most texts have none of them and need no closer look."""
_DIGITS: Final = 10
"""How many a number has without 8 or +7."""
_LOCAL: Final = re.compile(
    r"\b(?:тел|моб|факс|телефон)[.:\s]{1,3}([0-9]{1,3}(?:-[0-9]{2}){2})(?![0-9/-])", re.IGNORECASE
)
"""A number without its code is one only behind the word that says so."""

_KINDS: Final = (Roadmap, Report, System, Practice, Documents)
"""Not bodies, whose telephones and addresses are known to everybody, and not lists of words."""

_HINT: Final = "Личное уберите (152-ФЗ); контакты организации пишутся у неё, в bodies.yaml (url, about)."


def emails(text: str) -> Iterator[str]:
    """Every e-mail address in a text."""
    return (match.group() for match in _EMAIL.finditer(text)) if "@" in text else iter(())


def phones(text: str) -> Iterator[str]:
    """Every telephone number in a text; not the numbers of documents, not dates, not free lines (8-800)."""
    for match in _PHONE.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        if sum(letter in digits for letter in match["national"] or match["bare"]) == _DIGITS:
            yield match.group()
    if "-" in text:
        yield from (match[1] for match in _LOCAL.finditer(text))


def judge(passage: Passage) -> Iterator[Finding]:
    """Ways to reach somebody, notes and explanations not spared; those of organisations have their own place."""
    if isinstance(passage.file.content, _KINDS):
        for email in emails(passage.words):
            yield Finding(passage.place, f"Здесь стоит адрес электронной почты: «{email}».", _HINT, email)
        for phone in phones(passage.words):
            yield Finding(passage.place, f"Похоже, здесь стоит номер телефона: «{phone}».", _HINT, phone)


RULE = TextRule(
    code="E242",
    title="В записях нет телефонов и адресов электронной почты.",
    why="По личному телефону или адресу находят человека, а согласия на их публикацию никто не давал (152-ФЗ).",
    example=Example(
        bad="""
            title: Отбор школ
            expected_result: Заявки директоров приняты по телефону 8 (918) 000-00-00
        """,
        good="""
            title: Отбор школ
            expected_result: Заявки директоров приняты по телефону управления образования
        """,
    ),
    signs=(2 * DIGIT, ADDRESS),
    judge=judge,
    everywhere=True,
)
