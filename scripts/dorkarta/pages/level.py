"""Pages of levels: one of the whole country, and one of every region under the region's own name for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.model.practice import Practice
from dorkarta.model.responsible import Responsible
from dorkarta.model.system import SystemLevel
from dorkarta.pages import lines, parts, tables
from dorkarta.pages.edition import Edition
from dorkarta.pages.level_progress import LevelProgress, of_country, of_region
from dorkarta.pages.page import Block, Page, TocEntry
from dorkarta.pages.practice_lines import PracticeLine, practice_lines
from dorkarta.pages.progress_summary import ExecutionView, dashboard, summary
from dorkarta.pages.subscription import calendar_action, subscription
from dorkarta.pages.views import (
    ActivityLine,
    Card,
    ComponentView,
    Figure,
    Header,
    Link,
    Meta,
    NormView,
    NoteView,
    RecordLine,
    SubjectView,
)
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.plan import Planned
from dorkarta.text import capital, noun, numeral


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """Activities that have something in common."""

    title: str
    href: str | None
    text: str | None
    count: str
    activities: tuple[ActivityLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
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
    reports: tuple[RecordLine, ...]
    practices: tuple[PracticeLine, ...]
    by_body: tuple[GroupView, ...]
    by_form: tuple[GroupView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CountryLevelView:
    """A level in all regions."""

    crumbs: tuple[Link, ...]
    header: Header
    execution: ExecutionView | None
    progress: LevelProgress
    regions: tuple[Card, ...]
    by_form: tuple[Figure, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelsView:
    """The three levels."""

    levels: tuple[Card, ...]
    regions: tuple[tuple[str, tuple[Link, ...]], ...]


def make_block(edition: Edition) -> Block:
    """The three levels with the pages of every region."""
    corpus = edition.corpus
    cards = tuple(
        Card(
            title=corpus.country_levels[level].title,
            href=addresses.level(level),
            text=corpus.country_levels[level].about,
            figures=_figures(edition, level, None),
        )
        for level in LevelId
    )
    regions = tuple(
        (
            corpus.territory(region).title,
            tuple(
                Link(title=naming.level_title(corpus, region, level), href=addresses.level(level, region))
                for level in LevelId
                if _is_known(edition, level, region)
            ),
        )
        for region in corpus.regions()
    )
    return Block(template="levels.html", view=LevelsView(levels=cards, regions=regions))


def make_pages(edition: Edition) -> Iterator[Page]:
    """The page of every level, and of every level of every region that has something there."""
    for level in LevelId:
        yield _country_page(edition, level)
        for region in edition.corpus.regions():
            if _is_known(edition, level, region):
                yield _region_page(edition, level, region)


def _country_page(edition: Edition, level: LevelId) -> Page:
    corpus = edition.corpus
    name = corpus.country_levels[level]
    crumbs = (parts.HOME, Link(title="Уровни", href=addresses.LEVELS), Link(title=name.title))
    regions = tuple(
        Card(
            title=f"{naming.level_title(corpus, region, level)}: {corpus.territory(region).title}",
            href=addresses.level(level, region),
            figures=_figures(edition, level, region),
        )
        for region in corpus.regions()
        if _is_known(edition, level, region)
    )
    planned, units = list(_planned(edition, level, None)), _units(edition, level)
    by_form = tuple(
        Figure(value=count, label=title.lower())
        for kind, title in naming.KIND_TITLES.items()
        if (count := sum(any(form.kind is kind for form in one.forms) for one in planned))
    )
    view = CountryLevelView(
        crumbs=crumbs,
        header=Header(
            title=name.title,
            lead=name.about,
            actions=calendar_action(edition, "level", level),
            subscription=subscription(edition, addresses.feed("level", level)),
        ),
        execution=summary(units, Link(title="Исполнение по территориям", href=addresses.PROGRESS)),
        progress=of_country(edition, level, units),
        regions=regions,
        by_form=by_form,
    )
    return Page(
        url=addresses.level(level),
        frame=addresses.LEVELS,
        title=name.title,
        description=f"{name.title}: {numeral(len(planned), *tables.NOUN)} по территориям. {name.about or ''}".strip(),
        template="country_level.html",
        view=view,
        crumbs=crumbs,
    )


def _region_page(edition: Edition, level: LevelId, region: str) -> Page:
    corpus = edition.corpus
    name = corpus.level_name(region, level)
    territory = corpus.territory(region)
    planned, units = list(_planned(edition, level, region)), _units(edition, level, region)
    system = _system(corpus, region, level)
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
        progress=of_region(edition, units),
        norms=tuple(_norms(corpus, region, system)) if system else (),
        subjects=tuple(_subjects(corpus, region, system)) if system else (),
        notes=parts.notes((*corpus.systems[region].content.source.notes, *system.notes)) if system else (),
        roadmaps=tuple(lines.roadmap_lines(edition, _of(corpus.roadmaps.values(), level, region))),
        reports=tuple(lines.report_lines(edition, _of(corpus.reports.values(), level, region))),
        practices=practice_lines(edition, _practices(edition, level, region)),
        by_body=tuple(_by_body(edition, planned)),
        by_form=tuple(_by_form(edition, planned)),
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
        abbreviations=parts.abbreviations(corpus, region),
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
        (view.roadmaps, "Дорожные карты", "roadmaps"),
        (view.reports, "Отчёты", "reports"),
        (view.practices, "Практики", "practices"),
        (view.by_body, "Мероприятия по ответственным", "by-body"),
        (view.by_form, "Мероприятия по формам", "by-form"),
    )
    for content, title, anchor in parts_of_page:
        if content:
            yield TocEntry(title=title, anchor=anchor)


def _planned(edition: Edition, level: LevelId, region: str | None) -> Iterator[Planned]:
    """The whole activities that speak to a level, whatever roadmap they stand in."""
    for one in edition.plan.planned:
        in_region = region is None or naming.region_of(one.record.territory) == region
        if one.level is level and one.parent is None and in_region:
            yield one


def _units(edition: Edition, level: LevelId, region: str | None = None) -> list[Unit]:
    """What a level is to do, in every territory that carries it out."""
    return [
        unit
        for unit in edition.execution.units
        if unit.planned.level is level and region in (None, naming.region_of(unit.territory))
    ]


def _of(records: Iterable[lines.R], level: LevelId, region: str) -> Iterator[lines.R]:
    return (
        record for record in records if record.content.level is level and naming.region_of(record.territory) == region
    )


def _practices(edition: Edition, level: LevelId, region: str) -> Iterator[Record[Practice]]:
    return (each for each in edition.library.inside.get(region, ()) if each.content.level is level)


def _is_known(edition: Edition, level: LevelId, region: str) -> bool:
    corpus = edition.corpus
    return (
        _system(corpus, region, level) is not None
        or any(_planned(edition, level, region))
        or any(_of(corpus.reports.values(), level, region))
        or any(_practices(edition, level, region))
    )


def _system(corpus: Corpus, region: str, level: LevelId) -> SystemLevel | None:
    if region not in corpus.systems:
        return None
    return next((each for each in corpus.systems[region].content.levels if each.level is level), None)


def _figures(edition: Edition, level: LevelId, region: str | None) -> tuple[Figure, ...]:
    count = sum(1 for _ in _planned(edition, level, region))
    regions = [region] if region else list(edition.corpus.regions())
    roadmaps = sum(1 for each in regions for _ in _of(edition.corpus.roadmaps.values(), level, each))
    reports = sum(1 for each in regions for _ in _of(edition.corpus.reports.values(), level, each))
    found = (
        Figure(value=count, label=noun(count, *tables.NOUN)),
        Figure(value=roadmaps, label=noun(roadmaps, "дорожная карта", "дорожные карты", "дорожных карт")),
        Figure(value=reports, label=noun(reports, "отчёт", "отчёта", "отчётов")),
    )
    return tuple(figure for figure in found if figure.value)


def _norms(corpus: Corpus, region: str, system: SystemLevel) -> Iterator[NormView]:
    for norm in system.norms:
        found = corpus.find_document(region, norm.document) if norm.document else None
        yield NormView(
            number=norm.number,
            title=norm.title,
            href=addresses.document(found.territory, found.content.id) if found else None,
            notes=parts.notes(norm.notes),
        )


def _subjects(corpus: Corpus, region: str, system: SystemLevel) -> Iterator[SubjectView]:
    for index, subject in enumerate(system.subjects, start=1):
        yield SubjectView(
            id=addresses.subject_anchor(index),
            bodies=parts.bodies(corpus, region, (Responsible(body=name) for name in subject.bodies)),
            components=tuple(
                ComponentView(number=each.number, title=each.title, parts=each.items, notes=parts.notes(each.notes))
                for each in subject.components
            ),
            notes=parts.notes(subject.notes),
        )


def _by_body(edition: Edition, planned: list[Planned]) -> Iterator[GroupView]:
    names = {body.path: body for one in planned for body in one.bodies}
    for path, found in _grouped(planned, lambda one: (body.path for body in one.bodies)):
        body = names[path]
        yield GroupView(
            title=body.content.short or body.content.title,
            href=addresses.body(body.territory, body.content.id),
            text=body.content.title if body.content.short else None,
            count=numeral(len(found), *tables.NOUN),
            activities=tuple(lines.activity_line(edition, one, where=_several(planned)) for one in found),
        )


def _by_form(edition: Edition, planned: list[Planned]) -> Iterator[GroupView]:
    names = {form.id: form for one in planned for form in one.forms}
    order = list(naming.KIND_TITLES)
    groups = _grouped(planned, lambda one: (form.id for form in one.forms))
    for identity, found in sorted(groups, key=lambda group: order.index(names[group[0]].kind)):
        form = names[identity]
        yield GroupView(
            title=capital(form.title),
            href=None,
            text=naming.KIND_TITLES[form.kind].lower(),
            count=numeral(len(found), *tables.NOUN),
            activities=tuple(lines.activity_line(edition, one, where=_several(planned)) for one in found),
        )


def _several(planned: list[Planned]) -> bool:
    """Whether the activities come from several territories, so that each must say where it is."""
    return len({one.record.territory for one in planned}) > 1


def _grouped(planned: list[Planned], keys: Callable[[Planned], Iterator[str]]) -> list[tuple[str, list[Planned]]]:
    """Groups, the largest first; equal ones in the order of their first activity."""
    found: dict[str, list[Planned]] = {}
    for one in planned:
        for key in keys(one):
            found.setdefault(key, []).append(one)
    return sorted(found.items(), key=lambda group: -len(group[1]))
