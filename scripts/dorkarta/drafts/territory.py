"""The draft of a territory, without which a folder holds no records."""

from dorkarta.drafts.yaml_text import comment, field
from dorkarta.model.level import LevelId
from dorkarta.records.kinds import modeline


def territory_draft(*, path: str, title: str, genitive: str, locative: str) -> str:
    """The YAML of `territory.yaml`.

    Arguments:
        path: The folder: `krasnodar-krai/sochi`; inside another it is a municipality's.
        title: «Сочи»
        genitive: «Сочи»: what belongs to it.
        locative: «в Сочи»: with its preposition.
    """
    level = LevelId.MUNICIPALITY if "/" in path else LevelId.REGION
    fields = {"title": title, "genitive": genitive, "locative": locative, "level": level.value}
    lines = [modeline(f"{path}/territory"), *(line for name, value in fields.items() for line in field(name, value))]
    lines += comment(_ABOUT_REGION if level is LevelId.REGION else _ABOUT_MUNICIPALITY)
    return "\n".join((*lines, ""))


_ABOUT_MUNICIPALITY = "Организации муниципалитета и роли, которые они исполняют, записывают рядом, в bodies.yaml."
_ABOUT_REGION = """\
code: "00" – номер субъекта Российской Федерации
timezone: Europe/Moscow
levels: {region: {title: Областной уровень, roadmap: Областная дорожная карта}} – если уровни называются по-своему"""
