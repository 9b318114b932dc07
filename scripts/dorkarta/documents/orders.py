"""Which papers a site offers, and in which formats."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from dorkarta import addresses
from dorkarta.calendars.calendar import Calendar
from dorkarta.documents import body, month, practice, report, roadmap, templates, territory
from dorkarta.documents.form_rows import levels_of
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.originals import originals
from dorkarta.documents.paper import Paper
from dorkarta.documents.report_form import report_form
from dorkarta.drafts.demand import demands
from dorkarta.records.plan import Plan


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
FOR_VIEWS: Final = (Format.PDF,)
"""What is only gathered from records (a month, a body, a territory) and parts of a roadmap are for print."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A file to be made."""

    paper: Paper
    format: Format

    @property
    def address(self) -> str:
        """Where the site keeps it."""
        return addresses.download(self.paper.stem, self.format)


def orders(plan: Plan, calendar: Calendar, imprint: Imprint, project: Path) -> Iterator[Order]:
    """Every file of a site.

    Arguments:
        plan: All activities.
        calendar: The same, laid out in time.
        imprint: Who publishes, where, and when records were changed.
        project: The folder that the files of records are relative to.
    """
    for paper, formats in _papers(plan, calendar, imprint, project):
        for each in formats:
            yield Order(paper=paper, format=each)


def forms(plan: Plan, imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of every blank form: of whole roadmaps, and of levels where there are several."""
    for path, record in sorted(plan.corpus.roadmaps.items()):
        url, levels = addresses.roadmap(path), levels_of(plan, record)
        yield addresses.download(addresses.stem(url, addresses.form_part()), "xlsx"), report_form(plan, record, imprint)
        for level in levels if len(levels) > 1 else ():
            stem = addresses.stem(url, addresses.form_part(level))
            yield addresses.download(stem, "xlsx"), report_form(plan, record, imprint, level=level)


_Ordered = tuple[Paper, tuple[Format, ...]]


def _papers(plan: Plan, calendar: Calendar, imprint: Imprint, project: Path) -> Iterator[_Ordered]:
    yield from _of_records(plan, imprint, project)
    yield from _of_views(plan, calendar, imprint)
    for blank in templates.blanks(plan, imprint):
        yield blank, TO_FILL_IN
    for record, level in demands(plan):
        yield templates.demand_paper(plan, record, level, imprint), TO_FILL_IN


def _of_records(plan: Plan, imprint: Imprint, project: Path) -> Iterator[_Ordered]:
    corpus = plan.corpus
    for path, record in sorted(corpus.roadmaps.items()):
        inside = originals(plan, path, project)
        yield roadmap.make(plan, record, imprint, attachments=inside), FOR_RECORDS
        for cut in roadmap.cuts(plan, record):
            yield roadmap.make(plan, record, imprint, cut=cut, attachments=inside), FOR_VIEWS
    for path, report_record in sorted(corpus.reports.items()):
        paper = report.make(corpus, report_record, imprint, attachments=originals(plan, path, project))
        yield paper, FOR_RECORDS
    for _, each_practice in sorted(corpus.practices.items()):
        yield practice.make(plan, each_practice, imprint), FOR_PROSE


def _of_views(plan: Plan, calendar: Calendar, imprint: Imprint) -> Iterator[_Ordered]:
    for each in calendar.by_month:
        yield month.make(plan, calendar, each, imprint), FOR_VIEWS
    for each_body in plan.corpus.bodies:
        if (found := body.make(plan, each_body, imprint)) is not None:
            yield found, FOR_VIEWS
    for path in sorted(plan.corpus.territories):
        yield territory.make(plan, path, imprint), FOR_VIEWS
