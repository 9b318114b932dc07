"""Pages of levels: one of the whole country, and one of every region under the region's own name for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, TypeVar

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.model.practice import Practice
from dorkarta.model.responsible import Responsible
from dorkarta.model.system import SystemLevel
from dorkarta.pages import lines, parts, tables
from dorkarta.pages.edition import Edition
from dorkarta.pages.level_progress import LevelProgress, of_country, of_region
from dorkarta.pages.lists import by_territory
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.places import PlacesView
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
from dorkarta.records.corpus import COUNTRY, Corpus, Record, gathered
from dorkarta.records.extent import LINES
from dorkarta.records.plan import Planned
from dorkarta.text import capital, noun, numeral

T = TypeVar("T")

_Key = tuple[LevelId, str]
"""A level and a region."""

_MOST: Final = LINES // 2
"""So many roadmaps are listed: reports and activities stand on the same page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """Activities that have something in common."""

    title: str
    href: str | None
    text: str | None
    count: str
    activities: tuple[ActivityLine, ...]
    """None where the groups only tell their counts."""


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
    roadmap_places: PlacesView | None
    """Where those stand that are too many."""
    reports: tuple[RecordLine, ...]
    report_places: PlacesView | None
    practices: tuple[PracticeLine, ...]
    by_body: tuple[GroupView, ...]
    by_form: tuple[GroupView, ...]
    counts_only: bool
    """Whether activities are too many to stand in their groups."""


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


@dataclass(frozen=True, kw_only=True)
class _Levels:
    """The edition by levels and regions, found once for all pages."""

    edition: Edition

    def planned(self, level: LevelId, region: str | None) -> Sequence[Planned]:
        """The whole activities that speak to a level, whatever roadmap they stand in."""
        return _of_level(self._planned, level, region)

    @cached_property
    def _planned(self) -> Mapping[_Key, tuple[Planned, ...]]:
        wholes = (one for one in self.edition.plan.planned if one.parent is None)
        return gathered(((one.level, naming.region_of(one.record.territory)), one) for one in wholes)

    def units(self, level: LevelId, region: str | None = None) -> Sequence[Unit]:
        """What a level is to do, in every territory that carries it out."""
        return _of_level(self._units, level, region)

    @cached_property
    def _units(self) -> Mapping[_Key, tuple[Unit, ...]]:
        units = self.edition.execution.units
        return gathered(((unit.planned.level, naming.region_of(unit.territory)), unit) for unit in units)


def _of_level(found: Mapping[_Key, tuple[T, ...]], level: LevelId, region: str | None) -> Sequence[T]:
    """Of one region, or of all in their order."""
    if region is not None:
        return found.get((level, region), ())
    return [each for (own, _), ones in sorted(found.items()) if own is level for each in ones]


def make_block(edition: Edition) -> Block:
    """The three levels with the pages of every region."""
    corpus, levels = edition.corpus, _Levels(edition=edition)
    cards = tuple(
        Card(
            title=corpus.country_levels[level].title,
            href=addresses.level(level),
            text=corpus.country_levels[level].about,
            figures=_figures(levels, level, None),
        )
        for level in LevelId
    )
    regions = tuple(
        (
            corpus.territory(region).title,
            tuple(
                Link(title=naming.level_title(corpus, region, level), href=addresses.level(level, region))
                for level in LevelId
                if _is_known(levels, level, region)
            ),
        )
        for region in corpus.regions()
    )
    return Block(template="levels.html", view=LevelsView(levels=cards, regions=regions))


def promises(edition: Edition) -> Iterator[Promise]:
    """The page of every level, and of every level of every region that has something there."""
    levels = _Levels(edition=edition)
    for level in LevelId:
        yield _promise(addresses.level(level), COUNTRY, partial(_country_page, levels, level))
        for region in edition.corpus.regions():
            if _is_known(levels, level, region):
                yield _promise(addresses.level(level, region), region, partial(_region_page, levels, level, region))


def _promise(url: str, territory: str, make: Callable[[], Page]) -> Promise:
    return Promise(url=url, frame=addresses.LEVELS, territory=territory, make=make)


def _country_page(levels: _Levels, level: LevelId) -> Page:
    edition = levels.edition
    corpus = edition.corpus
    name = corpus.country_levels[level]
    crumbs = (parts.HOME, Link(title="Уровни", href=addresses.LEVELS), Link(title=name.title))
    regions = tuple(
        Card(
            title=f"{naming.level_title(corpus, region, level)}: {corpus.territory(region).title}",
            href=addresses.level(level, region),
            figures=_figures(levels, level, region),
        )
        for region in corpus.regions()
        if _is_known(levels, level, region)
    )
    planned, units = levels.planned(level, None), levels.units(level)
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


def _region_page(levels: _Levels, level: LevelId, region: str) -> Page:
    edition, corpus = levels.edition, levels.edition.corpus
    name = corpus.level_name(region, level)
    territory = corpus.territory(region)
    planned, units = levels.planned(level, region), levels.units(level, region)
    roadmaps = tuple(_of(corpus.roadmaps_inside.get(region, ()), level))
    reports = tuple(_of(corpus.reports_inside.get(region, ()), level))
    bodies, forms = _by_body(planned), _by_form(planned)
    counts_only = sum(len(group.planned) for group in (*bodies, *forms)) > LINES
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
        roadmaps=tuple(lines.roadmap_lines(edition, roadmaps if len(roadmaps) <= _MOST else ())),
        roadmap_places=by_territory(edition, roadmaps, "roadmaps") if len(roadmaps) > _MOST else None,
        reports=tuple(lines.report_lines(edition, reports if len(reports) <= _MOST else ())),
        report_places=by_territory(edition, reports, "reports") if len(reports) > _MOST else None,
        practices=practice_lines(edition, _practices(edition, level, region)),
        by_body=tuple(_group_view(edition, group, planned, counts_only=counts_only) for group in bodies),
        by_form=tuple(_group_view(edition, group, planned, counts_only=counts_only) for group in forms),
        counts_only=counts_only,
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


def _of(records: Iterable[lines.R], level: LevelId) -> Iterator[lines.R]:
    return (record for record in records if record.content.level is level)


def _practices(edition: Edition, level: LevelId, region: str) -> Iterator[Record[Practice]]:
    return (each for each in edition.library.inside.get(region, ()) if each.content.level is level)


def _is_known(levels: _Levels, level: LevelId, region: str) -> bool:
    corpus = levels.edition.corpus
    return (
        _system(corpus, region, level) is not None
        or bool(levels.planned(level, region))
        or any(_of(corpus.reports_inside.get(region, ()), level))
        or any(_practices(levels.edition, level, region))
    )


def _system(corpus: Corpus, region: str, level: LevelId) -> SystemLevel | None:
    if region not in corpus.systems:
        return None
    return next((each for each in corpus.systems[region].content.levels if each.level is level), None)


def _figures(levels: _Levels, level: LevelId, region: str | None) -> tuple[Figure, ...]:
    count, corpus = len(levels.planned(level, region)), levels.edition.corpus
    regions = [region] if region else list(corpus.regions())
    roadmaps = sum(1 for each in regions for _ in _of(corpus.roadmaps_inside.get(each, ()), level))
    reports = sum(1 for each in regions for _ in _of(corpus.reports_inside.get(each, ()), level))
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


@dataclass(frozen=True, kw_only=True, slots=True)
class _Group:
    """Activities that have something in common."""

    title: str
    href: str | None
    text: str | None
    planned: Sequence[Planned]


def _by_body(planned: Sequence[Planned]) -> list[_Group]:
    bodies = {body.path: body for one in planned for body in one.bodies}
    return [
        _Group(
            title=naming.body_name(bodies[path].content),
            href=addresses.body(bodies[path].territory, bodies[path].content.id),
            text=bodies[path].content.title if bodies[path].content.short else None,
            planned=found,
        )
        for path, found in _grouped(planned, lambda one: (body.path for body in one.bodies))
    ]


def _by_form(planned: Sequence[Planned]) -> list[_Group]:
    forms = {form.id: form for one in planned for form in one.forms}
    order = list(naming.KIND_TITLES)
    groups = _grouped(planned, lambda one: (form.id for form in one.forms))
    return [
        _Group(
            title=capital(forms[identity].title),
            href=None,
            text=naming.KIND_TITLES[forms[identity].kind].lower(),
            planned=found,
        )
        for identity, found in sorted(groups, key=lambda group: order.index(forms[group[0]].kind))
    ]


def _group_view(edition: Edition, group: _Group, planned: Sequence[Planned], *, counts_only: bool) -> GroupView:
    shown = () if counts_only else group.planned
    several = bool(shown) and _several(planned)
    return GroupView(
        title=group.title,
        href=group.href,
        text=group.text,
        count=numeral(len(group.planned), *tables.NOUN),
        activities=tuple(lines.activity_line(edition, one, where=several) for one in shown),
    )


def _several(planned: Sequence[Planned]) -> bool:
    """Whether the activities come from several territories, so that each must say where it is."""
    return len({one.record.territory for one in planned}) > 1


def _grouped(
    planned: Iterable[Planned], keys: Callable[[Planned], Iterator[str]]
) -> list[tuple[str, tuple[Planned, ...]]]:
    """Groups, the largest first; equal ones in the order of their first activity."""
    found = gathered((key, one) for one in planned for key in keys(one))
    return sorted(found.items(), key=lambda group: -len(group[1]))
