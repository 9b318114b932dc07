"""The page of a report."""

from collections.abc import Iterator
from functools import partial

from dorkarta import addresses, dates
from dorkarta.model.report import Report, ReportEntry
from dorkarta.pages import history, parts
from dorkarta.pages.downloads import record_downloads
from dorkarta.pages.edition import Edition
from dorkarta.pages.history import HistoryView
from dorkarta.pages.page import Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.progress_summary import ExecutionView
from dorkarta.pages.report_entries import NOUN, entries, report_execution
from dorkarta.pages.report_views import EntryView
from dorkarta.pages.roadmap import origin
from dorkarta.pages.views import Action, Header, Link, Meta
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.references import scope_of
from dorkarta.text import numeral, shortened


@plain
class ReportView:
    """A report with its entries."""

    crumbs: tuple[Link, ...]
    header: Header
    summary: str | None
    execution: ExecutionView | None
    entries: tuple[EntryView, ...]
    history: HistoryView | None


def promises(edition: Edition) -> Iterator[Promise]:
    """The page of every report."""
    for path, record in sorted(edition.corpus.reports.items()):
        yield Promise(
            url=addresses.report(path),
            frame=addresses.REPORTS,
            territory=scope_of(record),
            make=partial(make, edition, record),
        )


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
    view = ReportView(
        crumbs=crumbs,
        header=_header(edition, record, name),
        summary=content.summary,
        execution=report_execution(edition, record),
        entries=entries(edition, record),
        history=history.record_history(edition, record.file),
    )
    count = numeral(len(content.entries), *NOUN)
    return Page(
        url=addresses.report(record.path),
        frame=addresses.REPORTS,
        title=name,
        description=f"{content.title}: {count} с подтверждающими документами.",
        template="report.html",
        view=view,
        crumbs=crumbs,
        toc=(*map(_toc, content.entries), *history.toc(view.history)),
        abbreviations=corpus.expansions(record.territory),
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
