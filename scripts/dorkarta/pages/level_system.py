"""What the system of a region says of a level: its norms, and who takes part."""

from collections.abc import Iterator

from dorkarta import addresses
from dorkarta.model.responsible import Responsible
from dorkarta.model.system import SystemLevel
from dorkarta.pages import parts
from dorkarta.pages.views import ComponentView, NormView, SubjectView
from dorkarta.records.corpus import Corpus


def norms(corpus: Corpus, region: str, system: SystemLevel) -> Iterator[NormView]:
    """The norms, with a link where we hold the document."""
    for norm in system.norms:
        found = corpus.find_document(region, norm.document) if norm.document else None
        yield NormView(
            number=norm.number,
            title=norm.title,
            href=addresses.document(found.territory, found.content.id) if found else None,
            notes=parts.notes(norm.notes),
        )


def subjects(corpus: Corpus, region: str, system: SystemLevel) -> Iterator[SubjectView]:
    """Who takes part, and what each of them does."""
    for index, subject in enumerate(system.subjects, start=1):
        yield SubjectView(
            id=addresses.subject_anchor(index),
            bodies=parts.bodies(corpus, region, (Responsible(body=name) for name in subject.bodies)),
            components=tuple(
                ComponentView(number=each.number, title=each.title, parts=each.items, notes=parts.notes(each.notes))
                for each in subject.components
            ),
            notes=parts.notes(subject.notes),
        )
