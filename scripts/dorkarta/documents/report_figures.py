"""The figures that a report brings, as a table of their own behind the official one, which has no columns for them."""

from collections.abc import Iterator
from typing import Final

from dorkarta.documents.paper import Column, Row, RowKind, Table, Width
from dorkarta.documents.remarks import Remarks
from dorkarta.model.activity import Activity
from dorkarta.model.report import Report
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.planned_figure import planned_figure
from dorkarta.records.references import EntryRow, rows_of
from dorkarta.records.walk import activities

TITLE: Final = "Факт по показателям"
WHOLE: Final = "весь срок"
"""Stands for the year of a figure that is of the whole time of the roadmap."""
_COLUMNS: Final = (
    Column(key="entry", title="Запись", width=Width.NUMBER),
    Column(key="activity", title="Мероприятие карты", width=Width.SHORT),
    Column(key="indicator", title="Показатель", width=Width.LONG),
    Column(key="year", title="Год", width=Width.FIGURE),
    Column(key="target", title="План", width=Width.FIGURE),
    Column(key="actual", title="Факт", width=Width.FIGURE),
)


def figures(corpus: Corpus, record: Record[Report], remarks: Remarks) -> Iterator[Table]:
    """A line for each figure; no table where the report brings none."""
    rows = tuple(row for told in rows_of(record) if told.entry.actuals for row in _rows(corpus, told, remarks))
    if rows:
        yield Table(columns=_COLUMNS, rows=rows, title=TITLE)


def _rows(corpus: Corpus, told: EntryRow, remarks: Remarks) -> Iterator[Row]:
    entry, reported = told.entry, _reported(corpus, told)
    known = reported.indicators if reported else ()
    place = entry.number or str(told.row + 1)
    for actual in entry.actuals:
        indicator, plan = planned_figure(actual, known)
        yield Row(
            kind=RowKind.ITEM,
            id=entry.id,
            cells=(
                place,
                naming.activity_place(reported) if reported else entry.activity or "",
                actual.indicator or (indicator.name if indicator else ""),
                actual.year or WHOLE,
                plan.text if plan else "",
                actual.value.text,
            ),
            remarks=remarks.add(f"Запись {place}", actual.notes),
        )


def _reported(corpus: Corpus, told: EntryRow) -> Activity | None:
    """The activity that an entry names."""
    path, _, identity = (told.names or "").partition("#")
    roadmap = corpus.roadmaps.get(path)
    found = (chain[-1] for _, _, chain in activities(roadmap.content)) if roadmap else ()
    return next((activity for activity in found if activity.id == identity), None)
