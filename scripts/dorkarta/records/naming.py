"""How records and their parts are called in Russian."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from dorkarta import dates
from dorkarta.model.activity import Activity
from dorkarta.model.body import Body, BodyKind
from dorkarta.model.document import Document
from dorkarta.model.form import FormKind
from dorkarta.model.indicator import Accumulation, Indicator
from dorkarta.model.level import LevelId
from dorkarta.model.note import NoteKind
from dorkarta.model.practice import PracticeHead, Proof, Role
from dorkarta.model.report import Report, ReportEntry
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.model.school_year import SchoolYearRecord, Season
from dorkarta.model.source import Approval
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.record import Record
from dorkarta.text import capital, fold, shortened, uncapital

KIND_TITLES: Final[Mapping[FormKind, str]] = {
    FormKind.EVENT: "События",
    FormKind.DOCUMENT: "Документы",
    FormKind.MONITORING: "Мониторинги",
    FormKind.PROCESS: "Постоянная работа",
}
"""What the kinds of forms are called."""

NOTE_TITLES: Final[Mapping[NoteKind, str]] = {
    NoteKind.REPAIR: "Исправлено",
    NoteKind.LOSS: "Утрачено",
    NoteKind.CONFLICT: "Противоречие",
    NoteKind.REMARK: "Замечание",
}
"""What the kinds of notes are called."""

PROOF_TITLES: Final[Mapping[Proof, str]] = {
    Proof.PLANNED: "Описано в плане, применение не подтверждено",
    Proof.REPORTED: "Проведено по отчёту",
    Proof.CONFIRMED: "Результат подтверждён документом",
}
"""What the degrees of proof of a practice are called."""

ROLE_TITLES: Final[Mapping[Role, str]] = {
    Role.DIRECTOR: "директор",
    Role.DEPUTY: "заместитель директора",
    Role.TEACHER: "учитель",
    Role.TUTOR: "тьютор",
    Role.CURATOR: "куратор",
    Role.MENTOR: "наставник",
    Role.COORDINATOR: "координатор",
}
"""What those who take part in a practice are called."""

BODY_TITLES: Final[Mapping[BodyKind, str]] = {
    BodyKind.ORGANISATION: "Организация",
    BodyKind.ROLE: "Роль",
}
"""What the kinds of bodies are called."""

LEVEL_TITLES: Final[Mapping[LevelId, str]] = {
    LevelId.REGION: "Регион",
    LevelId.MUNICIPALITY: "Муниципалитет",
    LevelId.SCHOOL: "Школа",
}
"""Whose a level is; what the level itself is called, its territory says."""

ACCUMULATION_TITLES: Final[Mapping[Accumulation, str]] = {
    Accumulation.FLOW: "Складывается: значения лет дают плановое в сумме",
    Accumulation.STOCK: "Не складывается: это уровень, которого достигают к концу",
    Accumulation.YEARLY: "Каждый год заново: плановое значение нужно в каждом году",
}
"""How figures of years make the figure of the whole time."""

SEASON_TITLES: Final[Mapping[Season, str]] = {
    Season.AUTUMN: "Осенние",
    Season.WINTER: "Зимние",
    Season.SPRING: "Весенние",
    Season.SUMMER: "Летние",
}
"""What holidays are called."""

VALUE_TITLES: Final[Mapping[type[StrEnum], Mapping[Any, str]]] = {
    Accumulation: ACCUMULATION_TITLES,
    BodyKind: BODY_TITLES,
    FormKind: KIND_TITLES,
    LevelId: LEVEL_TITLES,
    NoteKind: NOTE_TITLES,
    Proof: PROOF_TITLES,
    Role: ROLE_TITLES,
    Season: SEASON_TITLES,
}
"""By the set of words that a field may hold: what each word means."""

FIELD_TITLES: Final[Mapping[str, str]] = {
    name: uncapital(field.title or name)
    for model in (
        Approval,
        Indicator,
        SchoolYearRecord,
        Body,
        Document,
        Roadmap,
        Activity,
        Report,
        ReportEntry,
        PracticeHead,
    )
    for name, field in model.model_fields.items()
}
"""What fields are called where it is said why they are there although the document does not print them."""

WITHHELD: Final = "в источнике названы лица; их имена не публикуются (152-ФЗ)"
"""Stands where a source names persons."""

ACTIVITY: Final = ("мероприятие", "мероприятия", "мероприятий")
ROADMAP: Final = ("дорожная карта", "дорожные карты", "дорожных карт")
REPORT: Final = ("отчёт", "отчёта", "отчётов")
DOCUMENT: Final = ("документ", "документа", "документов")
PRACTICE: Final = ("практика", "практики", "практик")
"""Nouns in the forms that counts ask for."""


def roadmap_name(corpus: Corpus, record: Record[Roadmap]) -> str:
    """«Краевая дорожная карта: Краснодарский край, 2020–2021»"""
    kind = corpus.level_name(record.territory, record.content.level).roadmap
    return f"{kind}: {corpus.territory(record.territory).title}, {dates.years(record.content.period)}"


def report_name(corpus: Corpus, record: Record[Report]) -> str:
    """«Отчёт о выполнении дорожной карты: Краснодар, 2020–2021»"""
    territory = corpus.territory(record.territory).title
    return f"Отчёт о выполнении дорожной карты: {territory}, {dates.years(record.content.period)}"


def section_title(section: Section) -> str:
    """«4. Организационно-методическое сопровождение»"""
    return f"{section.number}. {section.title}" if section.number else section.title


def approval(found: Approval) -> str:
    """«Министр, 30 ноября 2020 г., № 117»"""
    words = [found.post or found.by or ""]
    if found.date:
        words.append(dates.day(found.date))
    if found.number:
        words.append(f"№\u00a0{found.number}")
    return ", ".join(word for word in words if word)


def activity_title(activity: Activity) -> str:
    """The title of an activity, or that it is lost."""
    return activity.title or "Название в скане утрачено"


def activity_place(activity: Activity) -> str:
    """«Пункт 4.10»; of an activity without a number the first words of its title."""
    return f"Пункт {activity.number}" if activity.number else shortened(activity_title(activity), 60)


def body_name(body: Body) -> str:
    """The short name of a body, where it has one."""
    return body.short or body.title


def other_names(body: Body) -> tuple[str, ...]:
    """The names in documents that are neither its title nor its short name."""
    known = {fold(body.title), fold(body.short or "")}
    return tuple(alias for alias in body.aliases if fold(alias) not in known)


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
