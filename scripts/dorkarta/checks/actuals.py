"""Every place of a report that tells a figure of an indicator; several rules look at them."""

from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta.checks.shared import entry_rows, kept, references_of
from dorkarta.model.actual import Actual
from dorkarta.model.indicator import Indicator
from dorkarta.model.report import Report, ReportEntry
from dorkarta.records.corpus import Corpus
from dorkarta.records.figures import is_about
from dorkarta.records.record import Record
from dorkarta.records.references import ActivityRow
from dorkarta.records.walk import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A figure that an entry tells."""

    report: Record[Report]
    path: Path
    entry: ReportEntry
    actual: Actual
    row: ActivityRow | None
    """The activity; None where the entry names none that is known."""
    indicator: Indicator | None
    """What the figure is about; None where that is not clear."""


@kept
def figures(corpus: Corpus) -> tuple[Figure, ...]:
    """All figures, in the order of the reports."""
    return tuple(_figures(corpus))


def _figures(corpus: Corpus) -> Iterator[Figure]:
    activities = references_of(corpus).activities
    for row in entry_rows(corpus):
        activity = activities.get(row.names or "")
        plans = activity.activity.indicators if activity else ()
        for index, actual in enumerate(row.entry.actuals):
            yield Figure(
                report=row.record,
                path=("entries", row.row, "actuals", index),
                entry=row.entry,
                actual=actual,
                row=activity,
                indicator=next((plan for plan in plans if is_about(actual, plan, plans)), None),
            )
