"""Who carries an activity out, and which reports may speak of it."""

from typing import Final

from dorkarta.model.body import BodyKind
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record

_RANK: Final = {level: rank for rank, level in enumerate(LevelId)}


def performers_of(corpus: Corpus, one: Planned) -> tuple[str, ...]:
    """The territories that carry an activity out: its own, or those right inside for what it asks of lower levels.

    A role is filled in every territory by somebody of its own, so what a region asks of МОУО it asks of every
    municipality, whether the site knows who is МОУО there or not. An organisation acts where it is: what is asked of
    organisations of some municipalities by name is asked of these only.
    """
    own = one.record.territory
    described = corpus.territories.get(own)
    if one.level is LevelId.REGION or described is None or described.content.level is not LevelId.REGION:
        return (own,)
    inside = corpus.inner_territories.get(own, ())
    if one.bodies and all(body.content.kind is BodyKind.ORGANISATION for body in one.bodies):
        named = {body.territory for body in one.bodies}
        return tuple(path for path in inside if path in named) or inside
    return inside


def speaks_for(report: Record[Report], one: Planned, territory: str) -> bool:
    """Whether a report may tell of an activity in a territory: it is of that territory and of no lower level.

    Of a roadmap of its own anybody may tell, whoever does what in it.
    """
    lowest = max(_RANK[one.level], _RANK[one.record.content.level])
    return report.territory == territory and _RANK[report.content.level] <= lowest


def speaks_for_all(report: Record[Report], one: Planned, territory: str) -> bool:
    """Whether what it does not name can be called untold: one school does not speak for all schools of a town."""
    return speaks_for(report, one, territory) and not is_one_of_many(report, one)


def is_one_of_many(report: Record[Report], one: Planned) -> bool:
    """Whether it is the report of one school, and the activity is asked of all schools by a roadmap above them."""
    school = LevelId.SCHOOL
    return one.level is school is report.content.level and one.record.content.level is not school
