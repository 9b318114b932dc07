"""The entries of a report: what each says, how far it proves it, and which activity of a roadmap it is about."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dorkarta import addresses
from dorkarta.model.actual import Actual
from dorkarta.model.report import Evidence, Report
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.progress_summary import RULES, ExecutionView, dashboard
from dorkarta.pages.report_views import ActualView, EntryView, EvidenceView, ReportedView
from dorkarta.pages.status import StatusView, shown, status, status_of
from dorkarta.pages.thread import practice_links
from dorkarta.pages.views import Link
from dorkarta.progress.counts import Counts
from dorkarta.progress.state import Reason, State
from dorkarta.records import naming, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.naming import document_name, issuer_name
from dorkarta.records.plan import Planned
from dorkarta.records.planned_figure import planned_figure
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow, rows_of
from dorkarta.records.timing import timing_of
from dorkarta.text import numeral

NOUN: Final = ("запись", "записи", "записей")


def entries(edition: Edition, record: Record[Report]) -> tuple[EntryView, ...]:
    """All entries, in the order of the document."""
    return tuple(_entry(edition, row) for row in rows_of(record))


def report_execution(edition: Edition, record: Record[Report]) -> ExecutionView | None:
    """How many entries prove what they say, and how many name an activity of a roadmap."""
    rows = tuple(rows_of(record))
    if not rows:
        return None
    found = Counter(edition.execution.entry(row).state(edition.as_of) for row in rows)
    linked = sum(row.entry.activity is not None for row in rows)
    return ExecutionView(
        title=numeral(len(rows), *NOUN),
        counts=shown(Counts(by_state=found)),
        remark=f"Связано с мероприятиями карты: {linked} из {len(rows)}.",
        links=(dashboard(edition.corpus, record.territory), RULES),
    )


def _entry(edition: Edition, row: EntryRow) -> EntryView:
    corpus, record, entry = edition.corpus, row.record, row.entry
    calendar = corpus.school_calendar(record.territory)
    timing = timing_of(entry.date, entry.dates, period=record.content.period, calendar=calendar)
    planned = _planned(edition, row)
    return EntryView(
        id=addresses.entry_anchor(entry.id),
        number=entry.number or entry.id,
        title=entry.title,
        description=entry.description,
        date=parts.deadline(entry.date, timing),
        audience=entry.audience,
        bodies=parts.bodies(corpus, record.territory, entry.responsible),
        withheld=naming.WITHHELD if "responsible" in entry.withheld else None,
        status=_status(edition, row),
        evidence=tuple(_evidence(corpus, record.territory, each) for each in entry.evidence),
        reported=_reported(edition, row, planned) if planned else None,
        actuals=tuple(_actual(planned, each) for each in entry.actuals),
        practices=practice_links(edition.library.by_entry.get(row.key, ())),
        notes=parts.notes(entry.notes),
        inferred=dict(entry.inferred),
        lost=words.lost_fields(entry.notes, {"description": entry.description, "date": entry.date}),
        edit=edition.edit(record.file, record.marks.at(("entries", row.row)).line),
    )


def _status(edition: Edition, row: EntryRow) -> StatusView:
    """«Выполнено», or «заявлено» and why; what an editor doubts is told in the editor's own words."""
    claim = edition.execution.entry(row)
    state = claim.state(edition.as_of)
    reason = claim.reason(edition.as_of) if state is State.DECLARED else None
    told = status_of(state, reason)
    return replace(told, reason=row.entry.unproven) if reason is Reason.DOUBTED else told


def _planned(edition: Edition, row: EntryRow) -> Planned | None:
    return edition.plan.by_key.get(row.names or "")


def _reported(edition: Edition, row: EntryRow, one: Planned) -> ReportedView:
    activity, roadmap = one.activity, one.record
    number = f"{activity.number}. " if activity.number else ""
    return ReportedView(
        activity=Link(
            title=number + naming.activity_title(activity), href=addresses.activity(roadmap.path, activity.id)
        ),
        roadmap=Link(title=naming.roadmap_name(edition.corpus, roadmap), href=addresses.roadmap(roadmap.path)),
        status=next(_statuses(edition, one, row.record.territory), None),
        indicators=Link(title="Показатели: план и факт", href=addresses.indicators(roadmap.path))
        if row.entry.actuals
        else None,
    )


def _statuses(edition: Edition, one: Planned, territory: str) -> Iterator[StatusView]:
    """How an activity stands in a territory; a part without a time of its own stands as its whole does."""
    by_activity = edition.execution.by_activity
    whole = edition.plan.whole_of(one)
    units = by_activity.get(one.key) or (by_activity.get(whole.key, ()) if whole else ())
    return (status(unit.verdict) for unit in units if unit.territory == territory)


def _actual(one: Planned | None, actual: Actual) -> ActualView:
    indicator, plan = planned_figure(actual, one.activity.indicators if one else ())
    return ActualView(
        name=actual.indicator or (indicator.name if indicator else "Показатель"),
        year=actual.year,
        target=plan.text if plan else None,
        value=actual.value.text,
        notes=parts.notes(actual.notes),
    )


def _evidence(corpus: Corpus, territory: str, evidence: Evidence) -> EvidenceView:
    found = corpus.find_document(territory, evidence.document)
    if found is None:
        return EvidenceView(title=evidence.document, href=None, issuer=None, notes=())
    return EvidenceView(
        title=document_name(found.content),
        href=addresses.document(found.territory, found.content.id),
        issuer=issuer_name(corpus, found),
        notes=parts.notes(evidence.notes),
    )
