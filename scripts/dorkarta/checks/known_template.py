"""Every template stands on roadmaps and activities that are there, and has a name of its own."""

from collections.abc import Iterator

from dorkarta.checks.facts import facts_of
from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.model.template import Template
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import Path
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """Templates without parts, of a doubled id, after a roadmap or with rows that are not found."""
    unread = {file.path for file in corpus.files if file.model is None}
    known = facts_of(corpus).activities
    for registry in corpus.template_files:
        seen: set[str] = set()
        for index, template in enumerate(registry.content.templates):
            here: Path = ("templates", index)
            if template.id in seen:
                hint = "Дайте второму другой код: по кодам названы файлы."
                yield Finding(place(registry, *here, "id"), f"Код «{template.id}» уже занят другим бланком.", hint)
            seen.add(template.id)
            if bool(template.roadmap) is bool(template.tables):
                hint = "Нужно что-то одно: roadmap (разделы и графы карты) или tables (свои таблицы)."
                yield Finding(place(registry, *here), f"У бланка «{template.id}» неясно, из чего он состоит.", hint)
            if template.roadmap and template.roadmap not in {*corpus.roadmaps, *unread}:
                near = perhaps(template.roadmap, corpus.roadmaps)
                yield Finding(
                    place(registry, *here, "roadmap"), f"Дорожная карта «{template.roadmap}» не найдена.", near
                )
            for path, key in _rows(template):
                if key not in known and key.partition("#")[0] not in unread:
                    hint = perhaps(key, known) or "Пишите путь карты и номер: krasnodar-krai/roadmap-2020-2021#36."
                    yield Finding(place(registry, *here, *path), f"Мероприятие «{key}» не найдено.", hint)


def _rows(template: Template) -> Iterator[tuple[Path, str]]:
    for table, each in enumerate(template.tables):
        for section, part in enumerate(each.sections):
            for row, key in enumerate(part.activities):
                yield ("tables", table, "sections", section, "activities", row), key


RULE = Rule(
    code="E213",
    title="Бланк составлен по картам и мероприятиям, которые есть, и код его не повторяется.",
    why="Иначе в скачанном бланке молча не хватало бы строк, или один бланк лёг бы на место другого.",
    example=Example(
        bad="""
                about: Для муниципалитета
                basis: По карте области
                roadmap: zarechnaya-oblast/roadmap-2023-2025
              - id: blank
        """,
        good="""
                about: Для муниципалитета
                basis: По карте области
                roadmap: zarechnaya-oblast/roadmap-2023-2024
              - id: other
        """,
    ),
    find=find,
)
