"""A school year in one territory, where the calendar of the whole site is too large to list: by roadmaps and months.

A row leads to the rows of a roadmap that fall into a month; of a region the rows are its municipalities as well.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.kinds import in_words
from dorkarta.calendars.months import month_of, months_of
from dorkarta.deadline.names import MONTHS
from dorkarta.pages import parts, school_year
from dorkarta.pages.apart import names_apart
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Page, Promise, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.pages.school_year import OverviewView
from dorkarta.pages.subscription import subscription
from dorkarta.pages.views import Link, SubscriptionView
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month

_COUNTED: Final = "Сколько мероприятий приходится на месяц вместе с теми, что идут дольше квартала."


@plain
class ColumnView:
    """A month under its short name."""

    label: str
    title: str


@plain
class LoadCell:
    """How many activities fall into a month; with a link where a filter shows just these."""

    count: int
    href: str | None = None


@plain
class LoadRow:
    """A roadmap or a municipality with a cell for every month, none where nothing is on."""

    title: str
    href: str
    cells: tuple[LoadCell | None, ...]


@plain
class LoadTable:
    """Rows under one heading."""

    id: str
    title: str
    head: str
    text: str
    rows: tuple[LoadRow, ...]


@plain
class TerritoryYearView:
    """A school year in a territory."""

    crumbs: tuple[Link, ...]
    title: str
    year: str
    subscription: SubscriptionView | None
    before: Link | None
    after: Link | None
    overview: OverviewView
    columns: tuple[ColumnView, ...]
    tables: tuple[LoadTable, ...]


@dataclass(frozen=True, kw_only=True)
class _Months:
    """How many whole activities fall into each month, as the filters of roadmaps count them; found once for all pages.

    What goes on for longer than a quarter is among them.
    """

    edition: Edition

    @cached_property
    def by_roadmap(self) -> Mapping[str, Counter[Month]]:
        """By the path of the roadmap."""
        return {path: _counts(planned) for path, planned in self.edition.plan.by_roadmap.items()}

    @cached_property
    def by_territory(self) -> Mapping[str, Counter[Month]]:
        """By territory: of its own roadmaps and those of all inside it."""
        found: defaultdict[str, Counter[Month]] = defaultdict(Counter)
        for path, counts in self.by_roadmap.items():
            for territory in lineage(self.edition.corpus.roadmaps[path].territory):
                found[territory].update(counts)
        return found


def promises(edition: Edition) -> Iterator[Promise]:
    """A page of every territory for every school year in which something is on there."""
    months = _Months(edition=edition)
    for path, years in sorted(edition.calendar.years_by_territory.items()):
        for first in years:
            yield Promise(
                url=addresses.school_year(first, path),
                frame=addresses.CALENDAR,
                territory=path,
                make=partial(_page, months, path, first, years),
            )


def _page(months: _Months, path: str, first: int, years: Sequence[int]) -> Page:
    edition, corpus = months.edition, months.edition.corpus
    territory, year = corpus.territory(path).title, dates.school_year(first)
    load = edition.calendar.loads_inside[path]
    crumbs = (
        parts.HOME,
        Link(title="Календарь", href=addresses.CALENDAR),
        Link(title=year, href=addresses.school_year(first)),
        *_above(edition, path, first),
        Link(title=territory),
    )
    place = years.index(first)
    tables = tuple(_tables(months, path, first))
    view = TerritoryYearView(
        crumbs=crumbs,
        title=territory,
        year=year,
        subscription=subscription(edition, addresses.feed("territory", path)),
        before=_year(path, years[place - 1]) if place else None,
        after=_year(path, years[place + 1]) if place + 1 < len(years) else None,
        overview=school_year.tiled(load, first, now=month_of(edition.as_of)),
        columns=tuple(_columns(first)),
        tables=tables,
    )
    return Page(
        url=addresses.school_year(first, path),
        frame=addresses.CALENDAR,
        title=f"Календарь: {naming.place_name(corpus, path)}, {year}",
        description=f"{naming.place_name(corpus, path)}, {year}: {in_words(load.in_year(first))}. По картам и месяцам.",
        template="territory_year.html",
        view=view,
        crumbs=crumbs,
        toc=(
            TocEntry(title="По месяцам", anchor="months"),
            *(TocEntry(title=table.title, anchor=table.id) for table in tables),
        ),
    )


def _above(edition: Edition, path: str, first: int) -> Iterator[Link]:
    region = naming.region_of(path)
    if region != path:
        yield Link(title=edition.corpus.territory(region).title, href=addresses.school_year(first, region))


def _year(path: str, first: int) -> Link:
    return Link(title=dates.school_year(first), href=addresses.school_year(first, path))


def _columns(first: int) -> Iterator[ColumnView]:
    for year, number in months_of(first):
        yield ColumnView(label=MONTHS[number][:3], title=dates.month(year, number))


def _tables(months: _Months, path: str, first: int) -> Iterator[LoadTable]:
    """The roadmaps of the territory itself; of a region its municipalities as well."""
    corpus = months.edition.corpus
    own = [record for record in corpus.roadmaps_inside.get(path, ()) if record.territory == path]
    names = names_apart(corpus, own)
    rows = [_roadmap_row(record.path, names[record.path], months.by_roadmap[record.path], first) for record in own]
    if any(filled := [row for row in rows if row is not None]):
        yield LoadTable(
            id="roadmaps",
            title="Дорожные карты",
            head="Дорожная карта",
            text=f"{_COUNTED} По числу – строки карты.",
            rows=tuple(filled),
        )
    inner = corpus.inner_territories.get(path, ())
    rows = [_municipality_row(corpus, each, months.by_territory[each], first) for each in inner]
    if any(filled := [row for row in rows if row is not None]):
        yield LoadTable(
            id="inner",
            title="Муниципалитеты",
            head="Муниципалитет",
            text=f"{_COUNTED} По названию – карты муниципалитета.",
            rows=tuple(filled),
        )


def _roadmap_row(path: str, name: str, counts: Counter[Month], first: int) -> LoadRow | None:
    url, months = addresses.roadmap(path), months_of(first)
    if not any(counts[month] for month in months):
        return None
    return LoadRow(
        title=name,
        href=url,
        cells=tuple(
            LoadCell(count=counts[month], href=f"{url}?when={month[0]}-{month[1]:02}") if counts[month] else None
            for month in months
        ),
    )


def _municipality_row(corpus: Corpus, path: str, counts: Counter[Month], first: int) -> LoadRow | None:
    months = months_of(first)
    if not any(counts[month] for month in months):
        return None
    return LoadRow(
        title=corpus.territory(path).title,
        href=addresses.school_year(first, path),
        cells=tuple(LoadCell(count=counts[month]) if counts[month] else None for month in months),
    )


def _counts(planned: Iterable[Planned]) -> Counter[Month]:
    """How many whole activities of a roadmap fall into each month."""
    wholes = {(month, one.parent or one.activity.id) for one in planned for month in one.months}
    return Counter([month for month, _ in wholes])
