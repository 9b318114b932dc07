"""Every folder with records is a territory that is described."""

from collections.abc import Iterator

from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.diagnostic import Place
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import COUNTRY, Corpus, lineage
from dorkarta.records.files import FOLDER


def find(corpus: Corpus) -> Iterator[Finding]:
    """Folders without `territory.yaml`, and territories whose level does not fit their depth."""
    described = {file.territory for file in corpus.files if file.path.endswith("/territory")}
    folders = {above for file in corpus.files if file.placed for above in lineage(file.territory) if above != COUNTRY}
    for folder in sorted(folders - described):
        yield (
            Place(file=f"{FOLDER}/{folder}/territory.yaml"),
            f"Территория «{folder}» не описана: в её папке нет файла territory.yaml.",
            "Создайте его: title, genitive, locative, level.",
        )
    for path, record in corpus.territories.items():
        expected = LevelId.MUNICIPALITY if "/" in path else LevelId.REGION
        if record.content.level is not expected:
            yield (
                place(record, "level"),
                f"Уровень территории «{record.content.level}» не подходит к её папке.",
                f"Папка региона — region, папка внутри неё — municipality; здесь нужно {expected}.",
            )


RULE = Rule(
    code="E207",
    title="У каждой папки с записями есть описание территории.",
    why="Путь папки — это имя территории; из описания берутся её название и названия уровней.",
    find=find,
)
