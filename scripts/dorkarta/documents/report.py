"""The paper of a report, in the eight columns of the official form; its figures stand in a table behind it."""

from collections.abc import Iterator
from typing import Final

from dorkarta import addresses
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Attachment, Column, Fact, Paper, Row, RowKind, Table, Width
from dorkarta.documents.remarks import Remarks
from dorkarta.documents.report_figures import figures
from dorkarta.documents.roadmap import LOST, source_sentence
from dorkarta.model.report import Evidence, Report, ReportColumns, ReportEntry
from dorkarta.records import naming, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.timing import timing_of

REGION_CODE: Final = "Код региона"
MUNICIPALITY: Final = "Муниципалитет"
HEADINGS: Final = ReportColumns(
    title="Все мероприятия, запланированные в дорожной карте",
    description="Краткое описание мероприятий",
    date="Дата проведения мероприятия",
    responsible="Организация, ответственная за проведение мероприятия",
    audience="Целевая аудитория мероприятия",
    evidence="Ссылка на размещение документов, подтверждающих проведение мероприятия",
)
"""The form that municipalities of Krasnodar krai fill in, without the word for the level of the roadmap."""


def make(
    corpus: Corpus, record: Record[Report], imprint: Imprint, *, attachments: tuple[Attachment, ...] = ()
) -> Paper:
    """The paper of a report."""
    content = record.content
    remarks = Remarks()
    remarks.add("", (*content.notes, *content.source.notes), content.inferred)
    rows = tuple(_row(corpus, record, entry, number, remarks) for number, entry in enumerate(content.entries, 1))
    roadmap = corpus.roadmaps.get(content.roadmap) if content.roadmap else None
    return Paper(
        stem=addresses.stem(addresses.report(record.path)),
        name=naming.report_name(corpus, record),
        title=content.title,
        facts=(Fact(label="Дорожная карта", value=naming.roadmap_name(corpus, roadmap)),) if roadmap else (),
        tables=(Table(columns=tuple(columns(content.columns)), rows=rows), *figures(corpus, record, remarks)),
        signed=content.signed,
        remarks=tuple(remarks.found),
        sources=(source_sentence(content.source),),
        address=addresses.report(record.path),
        live=imprint.live(addresses.report(record.path)),
        publisher=imprint.publisher,
        changed=imprint.changed((record.file,)),
        moment=imprint.moment((record.file,), content.period.start),
        attachments=attachments,
    )


def columns(printed: ReportColumns | None) -> Iterator[Column]:
    """The eight columns, under the headings of a document where it has its own."""
    yield Column(key="region", title=REGION_CODE, width=Width.FIGURE)
    yield Column(key="municipality", title=MUNICIPALITY, width=Width.SHORT)
    for name in ReportColumns.model_fields:
        title = (getattr(printed, name) if printed else None) or getattr(HEADINGS, name)
        wide = name in ("title", "description", "evidence")
        yield Column(key=name, title=title, width=Width.LONG if wide else Width.SHORT)


def region_code(corpus: Corpus, territory: str) -> str:
    """The number of the region that a territory lies in."""
    return corpus.territory(naming.region_of(territory)).code or ""


def _row(corpus: Corpus, record: Record[Report], entry: ReportEntry, number: int, remarks: Remarks) -> Row:
    territory = record.territory
    timing = timing_of(
        entry.date, entry.dates, period=record.content.period, calendar=corpus.school_calendar(territory)
    )
    cells = {
        "description": entry.description or "",
        "date": words.deadline(entry.date, timing),
        "responsible": words.answerable(entry.responsible),
        "audience": ", ".join(entry.audience),
        "evidence": "\n".join(_evidence(corpus, territory, each) for each in entry.evidence),
    }
    lost = words.lost_fields(entry.notes, {"description": cells["description"], "date": cells["date"]})
    if "responsible" in entry.withheld:
        cells["responsible"] = "; ".join(filter(None, (cells["responsible"], naming.WITHHELD)))
    place = f"Запись {entry.number or number}"
    notes = (*entry.notes, *(note for each in entry.evidence for note in each.notes))
    return Row(
        kind=RowKind.ITEM,
        id=entry.id,
        cells=(
            region_code(corpus, territory),
            corpus.territory(territory).title if "/" in territory else "",
            entry.title,
            *(cells[name] or (LOST if name in lost else "") for name in ReportColumns.model_fields if name in cells),
        ),
        remarks=remarks.add(place, notes, entry.inferred),
    )


def _evidence(corpus: Corpus, territory: str, evidence: Evidence) -> str:
    """In the words of the report; without them, the name of the document."""
    found = corpus.find_document(territory, evidence.document)
    named = naming.document_name(found.content) if found else evidence.document
    address = f" {found.content.url}" if found and found.content.url else ""
    return (evidence.quote or named) + address
