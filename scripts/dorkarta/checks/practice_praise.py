"""Nothing is called best without evidence of use."""

import re
from collections.abc import Iterator
from typing import Final

from dorkarta.checks.rule import Example, Finding, Rule, place
from dorkarta.model.practice import Proof
from dorkarta.records.corpus import Corpus

_BEST: Final = re.compile(r"(?<![а-яё])(?:наи)?лучш(?!е(?![а-яё]))[а-яё]+", re.IGNORECASE)
"""«Лучшая», «наилучшие»; «улучшение» and «лучше читать» praise nothing."""


def find(corpus: Corpus) -> Iterator[Finding]:
    """Titles and summaries that praise a practice of which nobody knows whether it was ever used."""
    for record in corpus.practices.values():
        if record.content.proof is Proof.PLANNED:
            for field in ("title", "summary"):
                if match := _BEST.search(getattr(record.content, field)):
                    yield Finding(
                        place(record, field),
                        f"Практика названа «{match.group()}», а применение её не подтверждено.",
                        "Уберите слово или назовите записи отчётов, где она проведена (entries, proof: reported).",
                        match.group(),
                    )


RULE = Rule(
    code="E252",
    title="Лучшей не названа практика, о применении которой ничего не известно.",
    why="Похвала без подтверждения обманывает школу, которая ищет помощи.",
    example=Example(
        bad="""
            title: Лучшая практика консультаций
            territory: zarechnaya-oblast/verkhnerechensk
            level: municipality
            summary: Наилучшие консультации.
        """,
        good="""
            title: Улучшение консультаций
            territory: zarechnaya-oblast/verkhnerechensk
            level: municipality
            summary: Школы учат лучше, а консультации улучшают результаты.
        """,
    ),
    find=find,
)
