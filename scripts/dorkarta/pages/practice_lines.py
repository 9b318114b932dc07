"""Practices as items of lists, with what the facets of the library compare."""

from collections.abc import Iterable, Mapping

from dorkarta import addresses
from dorkarta.model.form import Form
from dorkarta.model.practice import Practice
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.views import BadgeView
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.record import Record


@plain
class PracticeLine:
    """A practice in a list."""

    title: str
    href: str
    proof: BadgeView
    text: str
    where: str
    level: str
    risks: tuple[str, ...]
    """Short names of its factors."""
    marks: Mapping[str, str]
    """Facet → the practice's values with spaces between them; a practice of a city is one of its region too."""


def practice_lines(edition: Edition, records: Iterable[Record[Practice]]) -> tuple[PracticeLine, ...]:
    """Practices in the order in which they come."""
    return tuple(practice_line(edition, record) for record in records)


def practice_line(edition: Edition, record: Record[Practice]) -> PracticeLine:
    """One practice."""
    corpus, content = edition.corpus, record.content
    factors = [corpus.risk_factors[each] for each in content.risks if each in corpus.risk_factors]
    marks = {
        "risk": content.risks,
        "level": (content.level.value,),
        "role": content.roles,
        "form": (form.id for form in practice_forms(corpus, record)),
        "territory": (path for path in lineage(record.territory) if path != COUNTRY),
        "proof": (content.proof.value,),
    }
    return PracticeLine(
        title=content.title,
        href=addresses.practice(record.path),
        proof=proof_badge(content),
        text=content.summary,
        where=naming.place_name(corpus, record.territory),
        level=naming.level_title(corpus, record.territory, content.level),
        risks=tuple(factor.short for factor in factors),
        marks={name: " ".join(values) for name, values in marks.items()},
    )


def proof_badge(practice: Practice) -> BadgeView:
    """How far it is proven, in words."""
    return BadgeView(kind=practice.proof.value, label=naming.PROOF_TITLES[practice.proof])


def practice_forms(corpus: Corpus, record: Record[Practice]) -> tuple[Form, ...]:
    """The forms that a practice names, each once."""
    return tuple(dict.fromkeys(form for name in record.content.forms for form in corpus.find_forms(name) or ()))
