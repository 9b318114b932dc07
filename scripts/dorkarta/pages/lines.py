"""Records and activities as lines of lists."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from dorkarta import addresses, dates
from dorkarta.model.body import Body
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages import parts, tables
from dorkarta.pages.edition import Edition
from dorkarta.pages.views import ActivityLine, LinkLine, RecordLine
from dorkarta.records import naming
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record
from dorkarta.text import numeral

R = TypeVar("R", Record[Roadmap], Record[Report])
"""A record that has a level and a territory."""


def roadmap_lines(edition: Edition, records: Iterable[Record[Roadmap]]) -> Iterator[RecordLine]:
    """Roadmaps, under short names, with their full titles."""
    for record in records:
        whole = sum(edition.plan.wholes[record.path].values())
        yield RecordLine(
            title=naming.roadmap_name(edition.corpus, record),
            href=addresses.roadmap(record.path),
            kicker=None,
            meta=(
                numeral(whole, *tables.NOUN),
                dates.period(record.content.period.start, record.content.period.end),
            ),
            text=record.content.title,
        )


def report_lines(edition: Edition, records: Iterable[Record[Report]]) -> Iterator[RecordLine]:
    """Reports, under short names, with their full titles."""
    for record in records:
        yield RecordLine(
            title=naming.report_name(edition.corpus, record),
            href=addresses.report(record.path),
            kicker=None,
            meta=(
                numeral(len(record.content.entries), "запись", "записи", "записей"),
                dates.period(record.content.period.start, record.content.period.end),
            ),
            text=record.content.title,
        )


def activity_line(edition: Edition, one: Planned, *, where: bool = True) -> ActivityLine:
    """An activity with a link to its row."""
    activity = one.activity
    when = parts.deadline(activity.deadline, one.timing)
    return ActivityLine(
        number=activity.number,
        title=naming.activity_title(activity),
        href=addresses.activity(one.record.path, activity.id),
        when=(when.reading or when.text) if when else None,
        forms=parts.forms(activity.form, one.forms),
        where=edition.corpus.territory(one.record.territory).title if where else None,
    )


def body_line(edition: Edition, record: Record[Body]) -> LinkLine:
    """A body with the number of activities that it answers for."""
    content = record.content
    count = sum(one.parent is None for one in edition.plan.by_body.get(record.path, ()))
    return LinkLine(
        title=content.short or content.title,
        href=addresses.body(record.territory, content.id),
        text=content.title if content.short else None,
        count=numeral(count, *tables.NOUN) if count else None,
    )
