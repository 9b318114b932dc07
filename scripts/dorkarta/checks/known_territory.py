"""Every folder with records is a territory that is described."""

from collections.abc import Iterator

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.diagnostic import Place
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import RECORDS
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """Folders without `territory.yaml`, territories whose level does not fit their depth, practices of nowhere."""
    described = {file.territory for file in corpus.files if file.path.endswith("/territory")}
    folders = {above for file in corpus.files if file.placed for above in lineage(file.territory) if above != COUNTRY}
    for folder in sorted(folders - described):
        yield Finding(
            Place(file=f"{RECORDS}/{folder}/territory.yaml"),
            f"Территория «{folder}» не описана: в её папке нет файла territory.yaml.",
            "Создайте его: title, genitive, locative, level.",
        )
    for path, record in corpus.territories.items():
        expected = LevelId.MUNICIPALITY if "/" in path else LevelId.REGION
        if record.content.level is not expected:
            yield Finding(
                place(record, "level"),
                f"Уровень территории «{record.content.level}» не подходит к её папке.",
                f"Папка региона – region, папка внутри неё – municipality; здесь нужно {expected}.",
            )
    for practice in corpus.practices.values():
        if practice.territory not in described | folders:
            yield Finding(
                place(practice, "territory"),
                f"Территория «{practice.territory}» неизвестна.",
                perhaps(practice.territory, sorted(described)) or "Её описывает territory.yaml в её папке.",
            )


RULE = Rule(
    code="E207",
    title="У каждой папки с записями и у каждой практики есть описанная территория.",
    why="Путь папки – это имя территории; из описания берутся её название и названия уровней.",
    example=Example(
        bad="""
            title: Город Верхнереченск
            genitive: города Верхнереченска
            locative: в городе Верхнереченске
            level: region
        """,
        good="""
            title: Город Верхнереченск
            genitive: города Верхнереченска
            locative: в городе Верхнереченске
            level: municipality
        """,
    ),
    find=find,
)
