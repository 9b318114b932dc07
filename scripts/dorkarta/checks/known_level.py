"""The three levels have names."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Rule
from dorkarta.diagnostic import Place
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import RECORDS


def find(corpus: Corpus) -> Iterator[Finding]:
    """Levels that the registry does not name."""
    for level in LevelId:
        if level not in corpus.country_levels:
            yield Finding(
                Place(file=f"{RECORDS}/registry/levels.yaml"),
                f"Уровень «{level}» не назван.",
                "Опишите три уровня: region, municipality, school.",
            )


RULE = Rule(
    code="E208",
    title="У каждого из трёх уровней есть название.",
    why="Названия уровней стоят на страницах; территория может дать свои, остальным служат общие.",
    example=Example(
        bad="""
            levels:
              region: {title: Региональный уровень, roadmap: Региональная дорожная карта}
              municipality: {title: Муниципальный уровень, roadmap: Муниципальная дорожная карта}
              # school: {title: Уровень школы, roadmap: Школьная дорожная карта}
        """,
        good="""
            levels:
              region: {title: Региональный уровень, roadmap: Региональная дорожная карта}
              municipality: {title: Муниципальный уровень, roadmap: Муниципальная дорожная карта}
              school: {title: Уровень школы, roadmap: Школьная дорожная карта}
        """,
    ),
    find=find,
)
