"""The blank of a report: all that its form says before it is filled in, as plain data."""

import datetime
from dataclasses import dataclass

from dorkarta import addresses
from dorkarta.documents import report
from dorkarta.documents.form_lists import Choices, choices
from dorkarta.documents.form_rows import FormRow, form_rows
from dorkarta.documents.imprint import Imprint
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan
from dorkarta.records.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Blank:
    """A form that nobody has filled in yet; its hash is the key of the workbook that is made of it."""

    stem: str
    """The address of its file without ending, in the folder of downloads."""
    name: str
    """What a person would call the roadmap, or the part of it that is reported on."""
    title: str
    """As the roadmap is headed."""
    roadmap: str
    """Its path."""
    municipal: bool
    """Whether the roadmap is a municipality's, for whom the official form was made."""
    level: LevelId | None
    """The level that reports, where it is not all of them."""
    territory: str
    """Who reports."""
    region_code: str
    municipality: str
    """Stands in every row; empty where everybody names his own."""
    offered: Choices
    rows: tuple[FormRow, ...]
    publisher: str
    moment: datetime.datetime
    """The time that stands in the file itself, so that the same blank makes the same bytes."""


def blank_of(
    plan: Plan, record: Record[Roadmap], imprint: Imprint, *, level: LevelId | None = None, territory: str | None = None
) -> Blank:
    """The blank of a report on a roadmap.

    Arguments:
        plan: All activities.
        record: The roadmap that is reported on.
        imprint: Who publishes it, and when its record was changed.
        level: Only what this level does: a region's roadmap has work for municipalities and schools.
        territory: Who reports, on what is carried out there; without it, the territory of the roadmap on everything.

    Raises:
        KeyError: the territory is unknown.
    """
    corpus, place = plan.corpus, record.territory if territory is None else territory
    return Blank(
        stem=addresses.stem(addresses.roadmap(record.path), addresses.form_part(level)),
        name=form_name(corpus, record, level),
        title=record.content.title,
        roadmap=record.path,
        municipal=record.content.level is LevelId.MUNICIPALITY,
        level=level,
        territory=place,
        region_code=report.region_code(corpus, place),
        municipality=corpus.territory(place).title if "/" in place else "",
        offered=choices(corpus, place),
        rows=form_rows(plan, record, level, None if place == record.territory else place),
        publisher=imprint.publisher,
        moment=imprint.moment((record.file,), record.content.period.start),
    )


def form_name(corpus: Corpus, record: Record[Roadmap], level: LevelId | None = None) -> str:
    """What a person would call the roadmap, or the part of it that is reported on."""
    name = naming.roadmap_name(corpus, record)
    return name if level is None else f"{name}. {naming.level_title(corpus, record.territory, level)}"
