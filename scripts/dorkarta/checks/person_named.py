"""Posts and bodies are published, persons are not (152-ФЗ)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dorkarta.checks.mentions import Named, named_bodies, named_posts, names_of
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.records.corpus import Corpus

_INITIALS = r"[А-ЯЁ]\.\s*(?:[А-ЯЁ](?:\.|(?![А-ЯЁа-яё])))?"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_POST = (
    r"(?!(?:Завед|Завуч|Замест|Директ|Глав|Началь|Руковод|Координат|Куратор|Методист|Ответствен|Педагог|Председ|"
    r"Провод|Провел|Провёл|Психолог|Специалист|Тьютор|Учител|Эксперт))"
)
"""What begins with a capital before a name and is no surname."""
_PATRONYMIC = (
    r"(?:[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|[ьмкт]ич|вна|ична|(?:[ое]в|[ьмк])ич(?:а|у|е|[ео]м))"
    r"|[А-ЯЁ][а-яё]+[ыи]\s+[А-ЯЁ][а-яё]+(?:[ое]в|ич)ны"
    r"|[А-ЯЁ][а-яё]+[еи]\s+[А-ЯЁ][а-яё]+(?:[ое]в|ич)не"
    r"|[А-ЯЁ][а-яё]+[ую]\s+[А-ЯЁ][а-яё]+(?:[ое]в|ич)ну"
    r"|[А-ЯЁ][а-яё]+(?:[оеё]й|ью)\s+[А-ЯЁ][а-яё]+(?:[ое]в|ич)ной"
    r"|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+[\s-](?:оглы|кызы))(?![а-яё])"
)
"""A name and a patronymic in whatever case."""
_FULL_NAME = rf"(?:{_POST}{_SURNAME}\s+)?{_PATRONYMIC}(?:\s+{_SURNAME})?"
_IN_CAPITALS = r"(?:[А-ЯЁ-]{2,}\s+){1,2}[А-ЯЁ]+(?:[ОЕ]ВИЧ|[ЬМКТ]ИЧ|[ОЕ]ВНА|ИЧНА)(?![А-ЯЁ])"
_PERSON = re.compile(
    rf"\b{_SURNAME}\s+{_INITIALS}(?![а-яё])|(?<![А-ЯЁа-яё.])[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*{_SURNAME}"
    rf"|\b{_FULL_NAME}|\b{_IN_CAPITALS}"
)
_NOT_A_PERSON = re.compile(r"\b[Гг]\.\s*$|\b[Ии]м(?:\.|ени)[^,;]*$")
"""What stands before a city («г. Тула») and before the name that a school bears («имени А. С. Пушкина»)."""


@lru_cache(maxsize=65536)  # the same bodies answer for almost everything
def looks_like_person(text: str) -> bool:
    """Whether a text holds a surname with initials, or a name with a patronymic."""
    return any(not _NOT_A_PERSON.search(text[: match.start()]) for match in _PERSON.finditer(text))


def without_persons(text: str, instead: str = "") -> str:
    """The text without the names that `looks_like_person` finds, with other words in their place."""
    found = [match for match in _PERSON.finditer(text) if not _NOT_A_PERSON.search(text[: match.start()])]
    for match in reversed(found):
        text = text[: match.start()] + instead + text[match.end() :]
    return text


def _named(corpus: Corpus) -> Iterator[Named]:
    yield from named_bodies(corpus)
    yield from named_posts(corpus)
    for body in corpus.bodies:
        yield from ((body, path, name) for path, name in names_of(body.content))


def find(corpus: Corpus) -> Iterator[Finding]:
    """Names of people where a body or a post should stand."""
    hint = "Имена людей не публикуются (152-ФЗ): укажите должность или организацию."
    for record, path, text in _named(corpus):
        if looks_like_person(text):
            yield Finding(place(record, *path), f"Похоже, здесь названо лицо: «{text}».", hint)


RULE = Rule(
    code="E202",
    title="Вместо людей названы должности и организации.",
    why="Имена публикуются только с согласия каждого; сайт обходится должностями (152-ФЗ, статья 10.1).",
    example=Example(
        bad="""
            - id: "1.1"
              title: Семинар для завучей
              responsible: [УО, Сидоров В.В.]
        """,
        good="""
            - id: "1.1"
              title: Семинар для завучей
              responsible: [УО]
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
