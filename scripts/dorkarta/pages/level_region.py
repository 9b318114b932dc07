"""The page of a level in one region."""

from collections.abc import Iterator
from typing import Final

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.pages import lines, parts, tables
from dorkarta.pages.level_groups import GroupView, groups_of
from dorkarta.pages.level_index import LevelIndex
from dorkarta.pages.level_progress import LevelProgress, of_region
from dorkarta.pages.level_system import norms, subjects
from dorkarta.pages.lists import by_territory
from dorkarta.pages.page import Page, TocEntry
from dorkarta.pages.places import PlacesView
from dorkarta.pages.plain import plain
from dorkarta.pages.practice_lines import PracticeLine, practice_lines
from dorkarta.pages.progress_summary import ExecutionView, dashboard, summary
from dorkarta.pages.subscription import calendar_action, subscription
from dorkarta.pages.views import Header, Link, Meta, NormView, NoteView, RecordLine, SubjectView
from dorkarta.records import naming
from dorkarta.records.extent import LINES
from dorkarta.text import numeral

_MOST: Final = LINES // 2
"""So many roadmaps are listed: reports and activities stand on the same page."""


@plain
class RegionLevelView:
    """A level in one region."""

    crumbs: tuple[Link, ...]
    header: Header
    execution: ExecutionView | None
    progress: LevelProgress
    norms: tuple[NormView, ...]
    subjects: tuple[SubjectView, ...]
    notes: tuple[NoteView, ...]
    roadmaps: tuple[RecordLine, ...]
    roadmap_places: PlacesView | None
    """Where those stand that are too many."""
    reports: tuple[RecordLine, ...]
    report_places: PlacesView | None
    practices: tuple[PracticeLine, ...]
    by_body: tuple[GroupView, ...]
    by_form: tuple[GroupView, ...]
    counts_only: bool
    """Whether activities are too many to stand in their groups."""


def page(index: LevelIndex, level: LevelId, region: str) -> Page:
    """The level under the name that the region has for it."""
    edition, corpus = index.edition, index.edition.corpus
    name = corpus.level_name(region, level)
    territory = corpus.territory(region)
    planned, units = index.planned(level, region), index.units(level, region)
    roadmaps = tuple(index.roadmaps(level, region))
    reports = tuple(index.reports(level, region))
    groups = groups_of(edition, planned)
    system = index.system(level, region)
    crumbs = (
        parts.HOME,
        Link(title="Уровни", href=addresses.LEVELS),
        Link(title=corpus.country_levels[level].title, href=addresses.level(level)),
        Link(title=territory.title),
    )
    view = RegionLevelView(
        crumbs=crumbs,
        header=Header(
            kicker=territory.title,
            title=name.title,
            lead=name.about or corpus.country_levels[level].about,
            meta=(Meta(label="Территория", value=territory.title, href=addresses.territory(region)),),
            actions=calendar_action(edition, "level", level, territory=region),
            subscription=subscription(edition, addresses.feed("level", level), addresses.feed("territory", region)),
        ),
        execution=summary(units, dashboard(corpus, region)),
        progress=of_region(edition, level, region),
        norms=tuple(norms(corpus, region, system)) if system else (),
        subjects=tuple(subjects(corpus, region, system)) if system else (),
        notes=parts.notes((*corpus.systems[region].content.source.notes, *system.notes)) if system else (),
        roadmaps=tuple(lines.roadmap_lines(edition, roadmaps if len(roadmaps) <= _MOST else ())),
        roadmap_places=by_territory(edition, roadmaps, "roadmaps") if len(roadmaps) > _MOST else None,
        reports=tuple(lines.report_lines(edition, reports if len(reports) <= _MOST else ())),
        report_places=by_territory(edition, reports, "reports") if len(reports) > _MOST else None,
        practices=practice_lines(edition, index.practices(level, region)),
        by_body=groups.by_body,
        by_form=groups.by_form,
        counts_only=groups.counts_only,
    )
    return Page(
        url=addresses.level(level, region),
        frame=addresses.LEVELS,
        title=f"{name.title}: {territory.title}",
        description=f"{name.title} {territory.locative}: {_told(view, len(planned))}.",
        template="region_level.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(_toc(view)),
        abbreviations=corpus.expansions(region),
    )


def _told(view: RegionLevelView, count: int) -> str:
    """What the page holds, for its description."""
    if not count:
        return numeral(len(view.practices), *naming.PRACTICE) if view.practices else "нормы и участники"
    return f"нормы, участники, дорожные карты и {numeral(count, *tables.NOUN)} по ответственным и формам"


def _toc(view: RegionLevelView) -> Iterator[TocEntry]:
    parts_of_page = (
        (view.execution, "Исполнение", "execution"),
        (view.norms, "Нормативное обеспечение", "norms"),
        (view.subjects, "Участники и их задачи", "subjects"),
        (view.roadmaps or view.roadmap_places, "Дорожные карты", "roadmaps"),
        (view.reports or view.report_places, "Отчёты", "reports"),
        (view.practices, "Практики", "practices"),
        (view.by_body, "Мероприятия по ответственным", "by-body"),
        (view.by_form, "Мероприятия по формам", "by-form"),
    )
    for content, title, anchor in parts_of_page:
        if content:
            yield TocEntry(title=title, anchor=anchor)
