"""Everybody who answers for something is in the registry of bodies."""

from collections.abc import Iterator
from functools import cache

from dorkarta.checks import person_named
from dorkarta.checks.mentions import named_bodies
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """Names that no body of the territory, its region or the country bears."""
    names_in = cache(corpus.body_names_in)

    @cache  # a name that is wrong stands in many rows
    def hint(territory: str, name: str) -> str:
        near = perhaps(name, names_in(territory)) or _elsewhere(corpus, name)
        return near or "Добавьте его в bodies.yaml территории или исправьте."

    for record, path, name in named_bodies(corpus):
        if corpus.find_body(record.territory, name) is None and not person_named.looks_like_person(name):
            message = f"Имени «{name}» нет в списках организаций и ролей."
            yield Finding(place(record, *path), message, hint(record.territory, name))


def _elsewhere(corpus: Corpus, name: str) -> str | None:
    """The hint on a name that another territory knows; a file in a wrong folder has many of them."""
    knowing = (path for path in corpus.territories if corpus.find_body(path, name))
    if (territory := min(knowing, key=lambda path: (len(path), path), default=None)) is None:
        return None
    return (
        f"Такое имя есть в списке территории «{territory}»: проверьте, в той ли папке лежит запись, "
        "или добавьте его в bodies.yaml своей территории."
    )


RULE = Rule(
    code="E201",
    title="Каждый ответственный есть в списке организаций и ролей.",
    why="Страница ответственного собирает всё, за что он отвечает; имя с опечаткой туда не попало бы.",
    example=Example(
        bad="""
            title: Семинар для завучей
            responsible: [Министерство образования Заречной области, Методический кабинет]
        """,
        good="""
            title: Семинар для завучей
            responsible: [Министерство образования Заречной области, ИРО]
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
