"""Pages of territories: what a region or a municipality has published, and who works there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from dorkarta import addresses
from dorkarta.gathering import gathered
from dorkarta.model.body import Body
from dorkarta.model.level import LevelId
from dorkarta.pages import lines, parts
from dorkarta.pages.downloads import downloads
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.practice_lines import PracticeLine, practice_lines
from dorkarta.pages.progress_summary import ExecutionView, dashboard, summary
from dorkarta.pages.subscription import calendar_action, subscription
from dorkarta.pages.views import Card, Figure, Header, Link, LinkLine, Meta, RecordLine
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.records.territories import Demand, demands_of
from dorkarta.text import noun, numeral


@plain
class DemandView:
    """A roadmap from above that asks something of this territory's level."""

    title: str
    href: str
    count: str


@plain
class TerritoryView:
    """A territory."""

    crumbs: tuple[Link, ...]
    header: Header
    execution: ExecutionView | None
    roadmaps: tuple[RecordLine, ...]
    reports: tuple[RecordLine, ...]
    practices: tuple[PracticeLine, ...]
    demands: tuple[DemandView, ...]
    levels: tuple[LinkLine, ...]
    inner: tuple[LinkLine, ...]
    bodies: tuple[LinkLine, ...]
    documents: LinkLine | None


@plain
class TerritoriesView:
    """All regions with their municipalities."""

    regions: tuple[Card, ...]


def make_block(edition: Edition) -> Block:
    """All regions."""
    corpus = edition.corpus
    regions = tuple(
        Card(
            title=corpus.territory(region).title,
            href=addresses.territory(region),
            note=", ".join(corpus.territory(path).title for path in corpus.inner_territories.get(region, ())) or None,
            figures=_figures(edition, region),
        )
        for region in corpus.regions()
    )
    return Block(template="territories.html", view=TerritoriesView(regions=regions))


@dataclass(frozen=True, kw_only=True)
class _Register:
    """What belongs to which territory, found once for all pages."""

    corpus: Corpus

    @cached_property
    def bodies(self) -> Mapping[str, tuple[Record[Body], ...]]:
        return gathered((body.territory, body) for body in self.corpus.bodies)

    @cached_property
    def documents(self) -> Counter[str]:
        """How many."""
        return Counter(record.territory for record in self.corpus.documents)


def promises(edition: Edition) -> Iterator[Promise]:
    """The page of every territory."""
    register = _Register(corpus=edition.corpus)
    for path in sorted(edition.corpus.territories):
        yield Promise(
            url=addresses.territory(path),
            frame=addresses.TERRITORIES,
            territory=path,
            make=partial(_page, edition, register, path),
        )


def _page(edition: Edition, register: _Register, path: str) -> Page:
    corpus = edition.corpus
    territory = corpus.territory(path)
    *above, _ = parts.territory_crumbs(corpus, path)
    crumbs = (
        parts.HOME,
        Link(title="Территории", href=addresses.TERRITORIES),
        *above,
        Link(title=territory.title),
    )
    view = TerritoryView(
        crumbs=crumbs,
        header=Header(
            title=territory.title,
            lead=None,
            meta=tuple(_meta(corpus, path)),
            notes=parts.notes(territory.notes),
            downloads=downloads(edition, addresses.territory(path), f"{territory.title}. Дорожные карты и отчёты"),
            actions=calendar_action(edition, "territory", path),
            subscription=subscription(edition, addresses.feed("territory", path)),
        ),
        execution=_execution(edition, path),
        roadmaps=tuple(lines.roadmap_lines(edition, _own(corpus.roadmaps_inside.get(path, ()), path))),
        reports=tuple(lines.report_lines(edition, _own(corpus.reports_inside.get(path, ()), path))),
        practices=practice_lines(edition, edition.library.inside.get(path, ())),
        demands=tuple(_demand(edition, demand, territory.level) for demand in demands_of(edition.plan, path)),
        levels=tuple(_levels(edition, path)),
        inner=tuple(
            LinkLine(
                title=corpus.territory(inner).title,
                href=addresses.territory(inner),
                count=", ".join(f"{figure.value} {figure.label}" for figure in _figures(edition, inner)) or None,
            )
            for inner in corpus.inner_territories.get(path, ())
        ),
        bodies=tuple(lines.body_line(edition, body) for body in register.bodies.get(path, ())),
        documents=_documents(path, register.documents[path]),
    )
    what = [f"{figure.value} {figure.label}" for figure in _figures(edition, path)]
    return Page(
        url=addresses.territory(path),
        frame=addresses.TERRITORIES,
        title=naming.place_name(corpus, path),
        description=f"Поддержка школ {territory.locative}: {', '.join(what) or 'организации и роли'}.",
        template="territory.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(_toc(view)),
        abbreviations=corpus.expansions(path),
    )


def _own(records: Iterable[lines.R], path: str) -> Iterator[lines.R]:
    return (record for record in records if record.territory == path)


def _execution(edition: Edition, path: str) -> ExecutionView | None:
    """Of the territory and all inside it, as its dashboard counts."""
    by_territory = edition.execution.by_territory
    inside = edition.corpus.inner_territories.get(path, ())
    units = [unit for each in (path, *inside) for unit in by_territory.get(each, ())]
    return summary(units, dashboard(edition.corpus, path))


def _toc(view: TerritoryView) -> Iterator[TocEntry]:
    parts_of_page = (
        (view.execution, "Исполнение", "execution"),
        (view.roadmaps, "Дорожные карты", "roadmaps"),
        (view.reports, "Отчёты", "reports"),
        (view.practices, "Практики", "practices"),
        (view.demands, "Из карты региона", "demands"),
        (view.levels, "Уровни", "levels"),
        (view.inner, "Муниципалитеты", "inner"),
        (view.bodies, "Организации и роли", "bodies"),
        (view.documents, "Документы", "documents"),
    )
    for content, title, anchor in parts_of_page:
        if content:
            yield TocEntry(title=title, anchor=anchor)


def _meta(corpus: Corpus, path: str) -> Iterator[Meta]:
    territory = corpus.territory(path)
    if territory.level is LevelId.MUNICIPALITY:
        region = naming.region_of(path)
        yield Meta(label="Регион", value=corpus.territory(region).title, href=addresses.territory(region))
    if territory.code:
        yield Meta(label="Код региона", value=territory.code)


def _figures(edition: Edition, path: str) -> tuple[Figure, ...]:
    """Of the territory and all inside it."""
    corpus, wholes = edition.corpus, sum(edition.plan.wholes_inside.get(path, {}).values())
    roadmaps, reports = len(corpus.roadmaps_inside.get(path, ())), len(corpus.reports_inside.get(path, ()))
    found = (
        Figure(value=roadmaps, label=noun(roadmaps, *naming.ROADMAP)),
        Figure(value=reports, label=noun(reports, *naming.REPORT)),
        Figure(value=wholes, label=noun(wholes, *naming.ACTIVITY)),
    )
    return tuple(figure for figure in found if figure.value)


def _demand(edition: Edition, demand: Demand, level: LevelId) -> DemandView:
    return DemandView(
        title=naming.roadmap_name(edition.corpus, demand.roadmap),
        href=f"{addresses.roadmap(demand.roadmap.path)}?level={level}",
        count=numeral(len(demand.planned), *naming.ACTIVITY),
    )


def _levels(edition: Edition, path: str) -> Iterator[LinkLine]:
    if "/" in path:
        return
    wholes = edition.plan.wholes_inside.get(path, {})
    for level in LevelId:
        count = wholes.get(level, 0)
        has_system = path in edition.corpus.systems
        if count or has_system:
            yield LinkLine(
                title=naming.level_title(edition.corpus, path, level),
                href=addresses.level(level, path),
                count=numeral(count, *naming.ACTIVITY) if count else None,
            )


def _documents(path: str, count: int) -> LinkLine | None:
    if not count:
        return None
    return LinkLine(
        title="Документы",
        href=addresses.documents(naming.region_of(path)),
        count=numeral(count, *naming.DOCUMENT),
    )
