"""Which papers a site offers, and in which formats."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from dorkarta import addresses
from dorkarta.calendars.calendar import Calendar
from dorkarta.documents import body, month, practice, report, roadmap, templates, territory
from dorkarta.documents.blank import Blank, blank_of
from dorkarta.documents.form_rows import levels_of
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.originals import originals
from dorkarta.documents.paper import Attachment, Paper
from dorkarta.documents.roadmap import Cut
from dorkarta.drafts.demand import demands
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records import naming
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import Plan
from dorkarta.records.record import Record
from dorkarta.records.references import scope_of


class Format(StrEnum):
    """The formats that a paper is written in; the value is the ending of the file."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"


FOR_RECORDS: Final = tuple(Format)
TO_FILL_IN: Final = (Format.DOCX, Format.XLSX)
"""What people go on to write."""
FOR_PROSE: Final = (Format.PDF, Format.DOCX)
"""A practice is read and rewritten; its tables are no data."""
TO_REPORT: Final = (Format.XLSX,)
"""A form that a program reads back."""
FOR_VIEWS: Final = (Format.PDF,)
"""What is only gathered from records (a month, a body, a territory) and parts of a roadmap are for print."""


_Inside = Callable[[str], tuple[Attachment, ...]]
"""What the papers of a record carry inside, by its path."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A file to be made."""

    paper: Paper | Blank
    format: Format

    @property
    def address(self) -> str:
        """Where the site keeps it."""
        return addresses.download(self.paper.stem, self.format)


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperPromise:
    """A paper that is made when it is asked for."""

    stem: str
    """The address of its files without ending, in the folder of downloads."""
    territory: str
    """It is made of records in this territory, above it and inside it; of any records where it is the country."""
    formats: tuple[Format, ...]
    make: Callable[[], Paper | Blank | None]
    """Nothing comes where there would be nothing to say."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the site keeps its files."""
        return tuple(addresses.download(self.stem, each) for each in self.formats)

    def orders(self) -> Iterator[Order]:
        """Its files."""
        paper = self.make()
        if paper is not None:
            yield from (Order(paper=paper, format=each) for each in self.formats)


def orders(plan: Plan, calendar: Calendar, imprint: Imprint, project: Path) -> Iterator[Order]:
    """Every file of a site; a paper is made when its first file is asked for.

    Arguments:
        plan: All activities.
        calendar: The same, laid out in time.
        imprint: Who publishes, where, and when records were changed.
        project: The folder that the files of records are relative to.
    """
    return (order for promise in paper_promises(plan, calendar, imprint, project) for order in promise.orders())


def paper_promises(plan: Plan, calendar: Calendar, imprint: Imprint, project: Path) -> Iterator[PaperPromise]:
    """Every paper of a site; the arguments are those of `orders`."""
    yield from _of_records(plan, imprint, project)
    yield from _of_views(plan, calendar, imprint)
    yield from _to_fill_in(plan, imprint)


def _of_records(plan: Plan, imprint: Imprint, project: Path) -> Iterator[PaperPromise]:
    corpus = plan.corpus
    inside = lru_cache(maxsize=1)(partial(originals, plan, project=project))  # one after another, its parts ask for it
    for path, record in sorted(corpus.roadmaps.items()):
        url, scope = addresses.roadmap(path), scope_of(record)
        for cut in (None, *roadmap.cuts(plan, record)):
            yield PaperPromise(
                stem=addresses.stem(url, cut.name if cut else ""),
                territory=scope,
                formats=FOR_VIEWS if cut else FOR_RECORDS,
                make=partial(_roadmap, plan, record, imprint, inside, cut),
            )
    for path, report_record in sorted(corpus.reports.items()):
        yield PaperPromise(
            stem=addresses.stem(addresses.report(path)),
            territory=scope_of(report_record),
            formats=FOR_RECORDS,
            make=partial(_report, plan, report_record, imprint, inside),
        )
    for name, each_practice in sorted(corpus.practices.items()):
        yield PaperPromise(
            stem=addresses.stem(addresses.practice(name)),
            territory=COUNTRY,
            formats=FOR_PROSE,
            make=partial(practice.make, plan, each_practice, imprint),
        )


def _roadmap(plan: Plan, record: Record[Roadmap], imprint: Imprint, inside: _Inside, cut: Cut | None) -> Paper:
    return roadmap.make(plan, record, imprint, cut=cut, attachments=inside(record.path))


def _report(plan: Plan, record: Record[Report], imprint: Imprint, inside: _Inside) -> Paper:
    return report.make(plan.corpus, record, imprint, attachments=inside(record.path))


def _of_views(plan: Plan, calendar: Calendar, imprint: Imprint) -> Iterator[PaperPromise]:
    for each in calendar.load.by_month:
        url, make = addresses.month(*each), partial(month.make, plan, calendar, each, imprint)
        yield PaperPromise(stem=addresses.stem(url), territory=COUNTRY, formats=FOR_VIEWS, make=make)
    for record in plan.corpus.bodies:
        url = addresses.body(record.territory, record.content.id)
        yield PaperPromise(
            stem=addresses.stem(url),
            territory=_region(record.territory),
            formats=FOR_VIEWS,
            make=partial(body.make, plan, record, imprint),
        )
    for path in sorted(plan.corpus.territories):
        yield PaperPromise(
            stem=addresses.stem(addresses.territory(path)),
            territory=_region(path),
            formats=FOR_VIEWS,
            make=partial(territory.make, plan, path, imprint),
        )


def _to_fill_in(plan: Plan, imprint: Imprint) -> Iterator[PaperPromise]:
    for blank in templates.blanks(plan, imprint):
        yield PaperPromise(stem=blank.stem, territory=COUNTRY, formats=TO_FILL_IN, make=partial(_itself, blank))
    for record, level in demands(plan):
        yield PaperPromise(
            stem=addresses.template(f"{record.path}-{level}"),
            territory=record.territory,
            formats=TO_FILL_IN,
            make=partial(templates.demand_paper, plan, record, level, imprint),
        )
    for path, record in sorted(plan.corpus.roadmaps.items()):
        levels = levels_of(plan, record)
        for part in (None, *(levels if len(levels) > 1 else ())):
            yield PaperPromise(
                stem=addresses.stem(addresses.roadmap(path), addresses.form_part(part)),
                territory=_region(record.territory),
                formats=TO_REPORT,
                make=partial(blank_of, plan, record, imprint, level=part),
            )


def _itself(paper: Paper) -> Paper:
    return paper


def _region(territory: str) -> str:
    """What is gathered in a municipality, or offered to choose from, names others of its region."""
    return naming.region_of(territory) if territory else COUNTRY
