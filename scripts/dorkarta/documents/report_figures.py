"""The figures that a report brings, as a table of their own behind the official one, which has no columns for them."""

from collections.abc import Iterator
from typing import Final

from dorkarta.documents.paper import Column, Row, RowKind, Table, Width
from dorkarta.documents.remarks import Remarks
from dorkarta.model.report import Report
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.planned_figure import planned_figure
from dorkarta.records.record import Record
from dorkarta.records.references import ActivityRow, EntryRow, References, rows_of

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
    known = References(corpus=corpus).activities
    telling = (told for told in rows_of(record) if told.entry.actuals)
    if rows := tuple(row for told in telling for row in _rows(told, known.get(told.names or ""), remarks)):
        yield Table(columns=_COLUMNS, rows=rows, title=TITLE)


def _rows(told: EntryRow, named: ActivityRow | None, remarks: Remarks) -> Iterator[Row]:
    """The figures of an entry; `named` is the activity that it is about, as far as that is known."""
    entry, reported = told.entry, named.activity if named else None
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
