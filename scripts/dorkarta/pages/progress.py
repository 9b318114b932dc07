"""Execution by plan and report: the whole site, and a dashboard for every territory."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from dorkarta import addresses, dates
from dorkarta.gathering import gathered
from dorkarta.model.level import LevelId
from dorkarta.pages import parts
from dorkarta.pages.due_lists import DueList, by_roadmap, due_lists
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.progress_parts import PartView, Scope, overview_of, parts_of
from dorkarta.pages.progress_summary import ExecutionView, activities_in, summary
from dorkarta.pages.progress_table import Group, TableView, states_of, table
from dorkarta.pages.views import Header, Link, Meta
from dorkarta.progress.due import Dues
from dorkarta.progress.state import State
from dorkarta.progress.tally import NOTHING
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY
from dorkarta.text import capital, numeral

_REGIONS: Final = ("регионе", "регионах", "регионах")
MANY: Final = 60
"""With more territories than these the table of the site names regions only."""


@plain
class UndatedView:
    """How many activities have no date, with the roadmaps that they stand in."""

    count: str
    roadmaps: tuple[Link, ...]


@plain
class DashboardView:
    """A territory: counts in all, by what they can be grouped by, and what somebody should think of."""

    crumbs: tuple[Link, ...]
    header: Header
    execution: ExecutionView | None
    overview: tuple[PartView, ...]
    lists: tuple[DueList, ...]
    lists_below: bool
    """Whether territories inside it have lists of their own."""
    undated: UndatedView | None
    parts: tuple[PartView, ...]


@plain
class SiteProgressView:
    """The whole site on the day of the edition; no other page tells that day."""

    date: str
    """As machines read it: «2021-03-10»."""
    day: str
    lead: str
    execution: ExecutionView | None
    table: TableView | None
    regions_only: bool
    """Whether municipalities are too many to be listed here."""


def make_block(edition: Edition) -> Block:
    """The whole site by regions and municipalities."""
    units, regions = edition.execution.units, list(edition.corpus.regions())
    counts = edition.tallies.inside.get(COUNTRY, NOTHING).counts
    total = Group(title="Все территории", counts=counts)
    view = SiteProgressView(
        date=edition.as_of.isoformat(),
        day=dates.day(edition.as_of),
        lead=f"{numeral(activities_in(units), *naming.ACTIVITY)} в {numeral(len(regions), *_REGIONS)}",
        execution=summary(units),
        table=(
            table("Исполнение по территориям", "Территория", _territories(edition), states_of(counts), total=total)
            if units
            else None
        ),
        regions_only=_regions_only(edition.corpus),
    )
    return Block(template="progress.html", view=view)


def promises(edition: Edition) -> Iterator[Promise]:
    """The dashboard of every territory."""
    for path in sorted(edition.corpus.territories):
        yield Promise(
            url=addresses.progress(path),
            frame=addresses.PROGRESS,
            territory=path,
            make=partial(_page, edition, path),
        )


def _territories(edition: Edition) -> Iterator[Group]:
    """Every region with what it carries out itself and what its municipalities do."""
    corpus, tallies = edition.corpus, edition.tallies
    whole = not _regions_only(corpus)
    for region in corpus.regions():
        inside = corpus.inner_territories.get(region, ())
        counts = tallies.inside.get(region, NOTHING).counts
        yield Group(title=corpus.territory(region).title, counts=counts, href=addresses.progress(region))
        if whole and inside and (own := tallies.own.get(region)):
            yield Group(title=naming.level_title(corpus, region, LevelId.REGION), counts=own.counts, depth=1)
        for path in inside if whole else ():
            counts = tallies.own.get(path, NOTHING).counts
            yield Group(title=corpus.territory(path).title, counts=counts, href=addresses.progress(path), depth=1)


def _regions_only(corpus: Corpus) -> bool:
    return len(corpus.territories) > MANY


def _page(edition: Edition, path: str) -> Page:
    corpus = edition.corpus
    territory = corpus.territory(path)
    inside = corpus.inner_territories.get(path, ())
    own, units = edition.execution.by_territory.get(path, ()), _units(edition, (path, *inside))
    scope = Scope(edition=edition, path=path, inside=inside, units=units)
    told = numeral(activities_in(units), *naming.ACTIVITY)
    crumbs = (*_crumbs(corpus, path), Link(title=territory.title))
    view = DashboardView(
        crumbs=crumbs,
        header=Header(
            title=f"Исполнение: {territory.title}",
            lead=_lead(path, own, units, told),
            meta=tuple(_meta(corpus, path, inside)),
        ),
        execution=summary(units),
        overview=tuple(overview_of(scope)) if units else (),
        lists=due_lists(edition.outlook.by_territory.get(path, Dues()), by_roadmap(edition, own)),
        lists_below=bool(inside),
        undated=_undated(corpus, own),
        parts=tuple(parts_of(scope)) if units else (),
    )
    return Page(
        url=addresses.progress(path),
        frame=addresses.PROGRESS,
        title=f"Исполнение: {naming.place_name(corpus, path)}",
        description=(
            f"{capital(territory.locative)}: что выполнено, что на подходе, о чём нет отчёта. "
            f"{told} по дорожным картам."
        ),
        template="progress_territory.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(_toc(view)),
        abbreviations=corpus.expansions(path),
    )


def _units(edition: Edition, territories: Iterable[str]) -> tuple[Unit, ...]:
    by_territory = edition.execution.by_territory
    return tuple(unit for path in territories for unit in by_territory.get(path, ()))


def _crumbs(corpus: Corpus, path: str) -> Iterator[Link]:
    yield parts.HOME
    yield Link(title="Исполнение", href=addresses.PROGRESS)
    region = naming.region_of(path)
    if region != path:
        yield Link(title=corpus.territory(region).title, href=addresses.progress(region))


def _lead(path: str, own: Sequence[Unit], units: Sequence[Unit], told: str) -> str | None:
    """How many activities there are and who carries them out."""
    below = activities_in(units[len(own) :])  # its own come first
    asked = sum(unit.planned.record.territory != path for unit in own)
    if not units:
        return None
    if below:
        return (
            f"{told}: {len(own)} на уровне региона, {below} в муниципалитетах."
            if own
            else f"{told}, все в муниципалитетах."
        )
    if asked:
        return f"{told}, из них {asked} по карте региона." if asked < len(units) else f"{told} по карте региона."
    return f"{told}."


def _meta(corpus: Corpus, path: str, inside: Sequence[str]) -> Iterator[Meta]:
    yield Meta(label="Территория", value=naming.place_name(corpus, path), href=addresses.territory(path))
    own = (report for report in corpus.reports_inside.get(path, ()) if report.territory == path)
    reports = sorted(own, key=lambda report: (report.content.period.start, report.content.period.end))
    for report in reports:
        yield Meta(
            label="Отчёт",
            value=dates.period(report.content.period.start, report.content.period.end),
            href=addresses.report(report.path),
        )
    if not reports:
        yield Meta(label="Отчёт региона" if inside else "Отчёт", value="не опубликован")


def _undated(corpus: Corpus, units: Iterable[Unit]) -> UndatedView | None:
    undated = [unit for unit in units if unit.state is State.NO_DATE]
    if not undated:
        return None
    by_path = gathered((unit.planned.record.path, unit) for unit in undated)
    return UndatedView(
        count=numeral(len(undated), *naming.ACTIVITY),
        roadmaps=tuple(
            Link(
                title=f"{naming.roadmap_name(corpus, corpus.roadmaps[path])}: {len(found)}",
                href=f"{addresses.roadmap(path)}?when=none",
            )
            for path, found in by_path.items()
        ),
    )


def _toc(view: DashboardView) -> Iterator[TocEntry]:
    for part in view.overview:
        yield TocEntry(title=part.title, anchor=part.id)
    for each in view.lists:
        yield TocEntry(title=each.title, anchor=each.id)
    if view.undated:
        yield TocEntry(title="Без даты", anchor="undated")
    for part in view.parts:
        yield TocEntry(title=part.title, anchor=part.id)
