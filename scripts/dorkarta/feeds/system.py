"""The JSON twin of a territory's system of work."""

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.public import (
    PublicComponent,
    PublicNorm,
    PublicSubject,
    PublicSystem,
    PublicSystemLevel,
)
from dorkarta.model.responsible import Responsible
from dorkarta.model.system import Norm, Subject, System, SystemLevel
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record


def public_system(corpus: Corpus, record: Record[System]) -> PublicSystem:
    """Levels with their norms, subjects and components."""
    content = record.content
    return PublicSystem(
        id=record.path,
        title=content.title,
        territory=convert.place(corpus, record.territory),
        source=convert.source(content.source),
        reviewed=content.reviewed,
        levels=[_level(corpus, record.territory, level) for level in content.levels],
        notes=convert.notes(content.notes),
        url=addresses.territory(record.territory),
    )


def _level(corpus: Corpus, territory: str, level: SystemLevel) -> PublicSystemLevel:
    return PublicSystemLevel(
        level=level.level.value,
        norms=[_norm(corpus, territory, norm) for norm in level.norms],
        subjects=[_subject(corpus, territory, subject) for subject in level.subjects],
        notes=convert.notes(level.notes),
    )


def _norm(corpus: Corpus, territory: str, norm: Norm) -> PublicNorm:
    return PublicNorm(
        number=norm.number,
        title=norm.title,
        document=convert.document(corpus, territory, norm.document),
        notes=convert.notes(norm.notes),
    )


def _subject(corpus: Corpus, territory: str, subject: Subject) -> PublicSubject:
    return PublicSubject(
        bodies=convert.responsible(corpus, territory, (Responsible(body=name) for name in subject.bodies)),
        components=[
            PublicComponent(
                number=component.number,
                title=component.title,
                items=list(component.items),
                notes=convert.notes(component.notes),
            )
            for component in subject.components
        ],
        notes=convert.notes(subject.notes),
    )
