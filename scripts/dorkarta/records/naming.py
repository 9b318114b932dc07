"""How records and their parts are called in Russian."""

from collections.abc import Mapping
from typing import Final

from dorkarta import dates
from dorkarta.model.activity import Activity
from dorkarta.model.document import Document
from dorkarta.model.form import FormKind
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import COUNTRY, Corpus, Record, lineage
from dorkarta.text import capital

KIND_TITLES: Final[Mapping[FormKind, str]] = {
    FormKind.EVENT: "События",
    FormKind.DOCUMENT: "Документы",
    FormKind.MONITORING: "Мониторинги",
    FormKind.PROCESS: "Постоянная работа",
}
"""What the kinds of forms are called."""


def roadmap_name(corpus: Corpus, record: Record[Roadmap]) -> str:
    """«Краевая дорожная карта: Краснодарский край, 2020–2021»"""
    kind = corpus.level_name(record.territory, record.content.level).roadmap
    return f"{kind}: {corpus.territory(record.territory).title}, {dates.years(record.content.period)}"


def report_name(corpus: Corpus, record: Record[Report]) -> str:
    """«Отчёт о выполнении дорожной карты: Краснодар, 2020–2021»"""
    territory = corpus.territory(record.territory).title
    return f"Отчёт о выполнении дорожной карты: {territory}, {dates.years(record.content.period)}"


def activity_title(activity: Activity) -> str:
    """The title of an activity, or that it is lost."""
    return activity.title or "Название в скане утрачено"


def level_title(corpus: Corpus, territory: str, level: LevelId) -> str:
    """«Краевой уровень»"""
    return corpus.level_name(territory, level).title


def place_name(corpus: Corpus, territory: str) -> str:
    """«Тула, Тульская область»; the country is «Россия»."""
    if territory == COUNTRY:
        return "Россия"
    names = [corpus.territory(path).title for path in lineage(territory) if path != COUNTRY]
    return ", ".join(names)


def region_of(territory: str) -> str:
    """The region of a territory's path."""
    return territory.partition("/")[0]


def document_name(document: Document) -> str:
    """«Приказ № 560 от 14 мая 2021 г. «Об итогах …»»"""
    words = [capital(document.kind)]
    if document.number:
        words.append(f"№\u00a0{document.number}")
    if document.date:
        words.append(f"от {dates.day(document.date)}")
    if document.title:
        words.append(f"«{document.title}»")
    return " ".join(words)


def issuer_name(corpus: Corpus, record: Record[Document]) -> str | None:
    """The full name of the one who issued a document."""
    issuer = record.content.issuer
    found = corpus.find_body(record.territory, issuer) if issuer else None
    return found.content.title if found else issuer
