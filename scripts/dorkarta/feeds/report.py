"""The JSON twin of a report, and documents as it cites them."""

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.public import PublicDocument, PublicEntry, PublicEvidence, PublicReport
from dorkarta.model.document import Document
from dorkarta.model.report import Evidence, Report
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow, rows_of
from dorkarta.records.timing import timing_of


def public_report(corpus: Corpus, record: Record[Report]) -> PublicReport:
    """The whole report, its names and evidence resolved."""
    content = record.content
    return PublicReport(
        id=record.path,
        title=content.title,
        level=content.level.value,
        territory=convert.place(corpus, record.territory),
        period=convert.period(content.period),
        summary=content.summary,
        roadmap=content.roadmap,
        signed=content.signed,
        source=convert.source(content.source),
        reviewed=content.reviewed,
        entries=[_entry(corpus, row) for row in rows_of(record)],
        notes=convert.notes(content.notes),
        inferred=dict(content.inferred),
        url=addresses.report(record.path),
    )


def public_document(record: Record[Document]) -> PublicDocument:
    """A document of the register."""
    content = record.content
    return PublicDocument(
        id=record.path,
        territory=record.territory,
        kind=content.kind,
        number=content.number,
        date=content.date,
        title=content.title,
        issuer=content.issuer,
        link=content.url,
        notes=convert.notes(content.notes),
        inferred=dict(content.inferred),
        url=addresses.document(record.territory, content.id),
    )


def _entry(corpus: Corpus, row: EntryRow) -> PublicEntry:
    record, entry = row.record, row.entry
    calendar = corpus.school_calendar(record.territory)
    timing = timing_of(entry.date, entry.dates, period=record.content.period, calendar=calendar)
    evidence = (_evidence(corpus, record.territory, each) for each in entry.evidence)
    return PublicEntry(
        id=entry.id,
        number=entry.number,
        title=entry.title,
        description=entry.description,
        date=convert.deadline(entry.date, timing),
        responsible=convert.responsible(corpus, record.territory, entry.responsible),
        audience=list(entry.audience),
        evidence=[each for each in evidence if each is not None],
        activity=row.names,
        unproven=entry.unproven,
        actuals=convert.actuals(entry.actuals),
        withheld=list(entry.withheld),
        notes=convert.notes(entry.notes),
        inferred=dict(entry.inferred),
        url=addresses.entry(record.path, entry.id),
    )


def _evidence(corpus: Corpus, territory: str, evidence: Evidence) -> PublicEvidence | None:
    record = corpus.find_document(territory, evidence.document)
    if record is None:
        return None
    document = public_document(record)
    return PublicEvidence(
        document=document["id"],
        kind=document["kind"],
        number=document["number"],
        date=document["date"],
        title=document["title"],
        issuer=document["issuer"],
        link=document["link"],
        quote=evidence.quote,
        notes=[*convert.notes(evidence.notes), *document["notes"]],
        url=document["url"],
    )
