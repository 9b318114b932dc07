"""The page of a roadmap."""

import datetime
from collections.abc import Iterator
from functools import partial

from dorkarta import addresses, dates
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.model.source import Source
from dorkarta.pages import history, parts, tables, timeline
from dorkarta.pages.downloads import roadmap_downloads
from dorkarta.pages.edition import Edition
from dorkarta.pages.history import HistoryView
from dorkarta.pages.page import Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.progress_summary import ExecutionView, roadmap_summary
from dorkarta.pages.subscription import subscription
from dorkarta.pages.table_views import TableView
from dorkarta.pages.timeline import TimelineView
from dorkarta.pages.views import Action, FilterView, Header, Link, Meta
from dorkarta.records import naming
from dorkarta.records.columns import columns_of
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.references import scope_of
from dorkarta.text import numeral


@plain
class RoadmapView:
    """A roadmap with its table."""

    crumbs: tuple[Link, ...]
    header: Header
    summary: str | None
    execution: ExecutionView | None
    timeline: TimelineView | None
    filter: FilterView
    table: TableView
    history: HistoryView | None


def promises(edition: Edition) -> Iterator[Promise]:
    """The page of every roadmap."""
    for path, record in sorted(edition.corpus.roadmaps.items()):
        yield Promise(
            url=addresses.roadmap(path),
            frame=addresses.ROADMAPS,
            territory=scope_of(record),
            make=partial(make, edition, record),
        )


def make(edition: Edition, record: Record[Roadmap]) -> Page:
    """The page of one roadmap."""
    corpus, content = edition.corpus, record.content
    name = naming.roadmap_name(corpus, record)
    planned = edition.plan.by_roadmap[record.path]
    whole = sum(one.parent is None for one in planned)
    maker = tables.Tables(edition, planned)
    sections = tuple(maker.section(record.path, section) for section in content.sections)
    crumbs = (
        parts.HOME,
        Link(title="Дорожные карты", href=addresses.ROADMAPS),
        *parts.territory_crumbs(corpus, record.territory),
        Link(title=name),
    )
    view = RoadmapView(
        crumbs=crumbs,
        header=_header(edition, record, name),
        summary=content.summary,
        execution=roadmap_summary(edition, record),
        timeline=timeline.make(edition, record),
        filter=tables.filter_row(edition, record.territory, planned),
        table=tables.table("activities", name, sections, columns_of(record, planned)),
        history=history.record_history(edition, record.file),
    )
    span = dates.period(content.period.start, content.period.end)
    return Page(
        url=addresses.roadmap(record.path),
        frame=addresses.ROADMAPS,
        title=name,
        description=f"{content.title.rstrip('.')}. {numeral(whole, *tables.NOUN)}, {span}.",
        template="roadmap.html",
        view=view,
        crumbs=crumbs,
        toc=(*map(_toc, content.sections), *history.toc(view.history)),
        abbreviations=corpus.expansions(record.territory),
    )


def _header(edition: Edition, record: Record[Roadmap], name: str) -> Header:
    content = record.content
    return Header(
        title=name,
        lead=content.title,
        meta=tuple(_meta(edition.corpus, record)),
        notes=(
            *parts.notes(content.notes),
            *parts.notes(content.source.notes),
            *(parts.notes(content.approved.notes) if content.approved else ()),
        ),
        notes_title="Заметки о скане",
        downloads=roadmap_downloads(edition, record, name),
        actions=tuple(_actions(edition, record)),
        subscription=subscription(edition, addresses.feed("roadmap", record.path)),
    )


def _meta(corpus: Corpus, record: Record[Roadmap]) -> Iterator[Meta]:
    content = record.content
    region = naming.region_of(record.territory)
    yield Meta(
        label="Территория",
        value=naming.place_name(corpus, record.territory),
        href=addresses.territory(record.territory),
    )
    yield Meta(
        label="Уровень",
        value=naming.level_title(corpus, record.territory, content.level),
        href=addresses.level(content.level, region),
        inferred=content.inferred.get("level"),
    )
    yield Meta(
        label="Период",
        value=dates.period(content.period.start, content.period.end),
        inferred=content.inferred.get("period"),
    )
    if content.approved:
        document = content.approved.document
        found = corpus.find_document(record.territory, document) if document else None
        yield Meta(
            label="Утверждено",
            value=naming.approval(content.approved),
            href=addresses.document(found.territory, found.content.id) if found else None,
            inferred="; ".join(content.approved.inferred.values()) or None,
        )
    if content.appendix:
        yield Meta(label="Приложение", value=content.appendix)
    if content.goal:
        yield Meta(label="Цель", value=content.goal, inferred=content.inferred.get("goal"))
    yield from origin(content.source, content.reviewed)


def origin(source: Source, reviewed: datetime.date | None) -> Iterator[Meta]:
    """Where a record comes from, and when it was compared with that the last time."""
    yield Meta(
        label="Источник", value=f"{source.title} ({source.form})" if source.form else source.title, href=source.url
    )
    if reviewed:
        yield Meta(label="Сверено с источником", value=dates.day(reviewed))


def _actions(edition: Edition, record: Record[Roadmap]) -> Iterator[Action]:
    yield Action(kind="print", label="Напечатать")
    yield Action(kind="copy", label="Скопировать ссылку")
    if (edit := edition.edit(record.file, 1)) is not None:
        yield Action(kind="edit", label="Исправить", href=edit)


def _toc(section: Section) -> TocEntry:
    number = f"{section.number}. " if section.number else ""
    return TocEntry(
        title=number + section.title,
        anchor=addresses.section_anchor(section.id),
        children=tuple(_toc(each) for each in section.sections),
    )
