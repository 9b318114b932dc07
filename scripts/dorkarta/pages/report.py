"""The page of a report."""

from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta import addresses, dates
from dorkarta.model.report import Evidence, Report, ReportEntry
from dorkarta.pages import history, parts
from dorkarta.pages.downloads import record_downloads
from dorkarta.pages.edition import Edition
from dorkarta.pages.history import HistoryView
from dorkarta.pages.page import Page, TocEntry
from dorkarta.pages.roadmap import origin
from dorkarta.pages.thread import practice_links
from dorkarta.pages.views import Action, EntryView, EvidenceView, Header, Link, Meta
from dorkarta.records import naming, words
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.naming import document_name, issuer_name
from dorkarta.records.timing import timing_of
from dorkarta.text import numeral, shortened


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportView:
    """A report with its entries."""

    crumbs: tuple[Link, ...]
    header: Header
    summary: str | None
    entries: tuple[EntryView, ...]
    history: HistoryView | None


def make(edition: Edition, record: Record[Report]) -> Page:
    """The page of one report."""
    corpus, content = edition.corpus, record.content
    name = naming.report_name(corpus, record)
    crumbs = (
        parts.HOME,
        Link(title="Отчёты", href=addresses.REPORTS),
        *parts.territory_crumbs(corpus, record.territory),
        Link(title=name),
    )
    entries = tuple(
        _entry(edition, record, entry, record.marks.at(("entries", row)).line)
        for row, entry in enumerate(content.entries)
    )
    view = ReportView(
        crumbs=crumbs,
        header=_header(edition, record, name),
        summary=content.summary,
        entries=entries,
        history=history.record_history(edition, record.file),
    )
    count = numeral(len(entries), "запись", "записи", "записей")
    return Page(
        url=addresses.report(record.path),
        frame=addresses.REPORTS,
        title=name,
        description=f"{content.title}: {count} с подтверждающими документами.",
        template="report.html",
        view=view,
        crumbs=crumbs,
        toc=(*map(_toc, content.entries), *history.toc(view.history)),
        abbreviations=parts.abbreviations(corpus, record.territory),
    )


def _toc(entry: ReportEntry) -> TocEntry:
    return TocEntry(
        title=f"{entry.number or entry.id}. {shortened(entry.title, 70)}", anchor=addresses.entry_anchor(entry.id)
    )


def _header(edition: Edition, record: Record[Report], name: str) -> Header:
    content = record.content
    actions = [
        Action(kind="print", label="Напечатать"),
        Action(kind="copy", label="Скопировать ссылку"),
    ]
    if (edit := edition.edit(record.file, 1)) is not None:
        actions.append(Action(kind="edit", label="Исправить", href=edit))
    return Header(
        title=name,
        lead=content.title,
        meta=tuple(_meta(edition.corpus, record)),
        notes=(*parts.notes(content.notes), *parts.notes(content.source.notes)),
        notes_title="Заметки о скане",
        downloads=record_downloads(edition, addresses.report(record.path), record.path, name),
        actions=tuple(actions),
    )


def _meta(corpus: Corpus, record: Record[Report]) -> Iterator[Meta]:
    content = record.content
    yield Meta(
        label="Территория",
        value=naming.place_name(corpus, record.territory),
        href=addresses.territory(record.territory),
    )
    yield Meta(
        label="Уровень",
        value=naming.level_title(corpus, record.territory, content.level),
        href=addresses.level(content.level, naming.region_of(record.territory)),
        inferred=content.inferred.get("level"),
    )
    yield Meta(
        label="Период",
        value=dates.period(content.period.start, content.period.end),
        inferred=content.inferred.get("period"),
    )
    if content.roadmap and content.roadmap in corpus.roadmaps:
        roadmap = corpus.roadmaps[content.roadmap]
        yield Meta(
            label="Дорожная карта",
            value=naming.roadmap_name(corpus, roadmap),
            href=addresses.roadmap(roadmap.path),
        )
    if content.signed:
        yield Meta(label="Подписано", value=content.signed)
    yield from origin(content.source, content.reviewed)


def _entry(edition: Edition, record: Record[Report], entry: ReportEntry, line: int) -> EntryView:
    corpus = edition.corpus
    calendar = corpus.school_calendar(record.territory)
    timing = timing_of(entry.date, entry.dates, period=record.content.period, calendar=calendar)
    return EntryView(
        id=addresses.entry_anchor(entry.id),
        number=entry.number or entry.id,
        title=entry.title,
        description=entry.description,
        date=parts.deadline(entry.date, timing),
        audience=entry.audience,
        bodies=parts.bodies(corpus, record.territory, entry.responsible),
        withheld=naming.WITHHELD if "responsible" in entry.withheld else None,
        state=None,
        evidence=tuple(_evidence(corpus, record.territory, each) for each in entry.evidence),
        activity=_activity(edition, entry.activity) if entry.activity else None,
        practices=practice_links(edition.library.by_entry.get(f"{record.path}#{entry.id}", ())),
        notes=parts.notes(entry.notes),
        inferred=dict(entry.inferred),
        lost=words.lost_fields(entry.notes, {"description": entry.description, "date": entry.date}),
        edit=edition.edit(record.file, line),
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


def _activity(edition: Edition, key: str) -> Link | None:
    roadmap, _, identity = key.partition("#")
    for one in edition.plan.by_roadmap.get(roadmap, ()):
        if one.activity.id == identity:
            return Link(title=one.activity.title or identity, href=addresses.activity(roadmap, identity))
    return None
