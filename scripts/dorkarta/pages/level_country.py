"""The page of a level in the whole country."""

from collections import Counter

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.pages import parts, tables
from dorkarta.pages.level_index import LevelIndex
from dorkarta.pages.level_progress import LevelProgress, of_country
from dorkarta.pages.page import Page
from dorkarta.pages.plain import plain
from dorkarta.pages.progress_summary import ExecutionView, summary
from dorkarta.pages.subscription import calendar_action, subscription
from dorkarta.pages.views import Card, Figure, Header, Link
from dorkarta.records import naming
from dorkarta.records.lineage import COUNTRY
from dorkarta.text import noun, numeral


@plain
class CountryLevelView:
    """A level in all regions."""

    crumbs: tuple[Link, ...]
    header: Header
    execution: ExecutionView | None
    progress: LevelProgress
    regions: tuple[Card, ...]
    by_form: tuple[Figure, ...]


def page(index: LevelIndex, level: LevelId) -> Page:
    """The level in all regions that have anything there."""
    edition, corpus = index.edition, index.edition.corpus
    name = corpus.country_levels[level]
    crumbs = (parts.HOME, Link(title="Уровни", href=addresses.LEVELS), Link(title=name.title))
    regions = tuple(
        Card(
            title=f"{naming.level_title(corpus, region, level)}: {corpus.territory(region).title}",
            href=addresses.level(level, region),
            figures=figures(index, level, region),
        )
        for region in corpus.regions()
        if index.has(level, region)
    )
    planned, units = index.planned(level), index.units(level)
    kinds = Counter(kind for one in planned for kind in {form.kind for form in one.forms})
    by_form = tuple(
        Figure(value=count, label=title.lower()) for kind, title in naming.KIND_TITLES.items() if (count := kinds[kind])
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
        progress=of_country(edition, level),
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


def figures(index: LevelIndex, level: LevelId, region: str | None = None) -> tuple[Figure, ...]:
    """How much there is at a level, of one region or of all."""
    regions = [region] if region else list(index.edition.corpus.regions())
    planned = index.count(level, region or COUNTRY)
    roadmaps = sum(1 for each in regions for _ in index.roadmaps(level, each))
    reports = sum(1 for each in regions for _ in index.reports(level, each))
    found = (
        Figure(value=planned, label=noun(planned, *tables.NOUN)),
        Figure(value=roadmaps, label=noun(roadmaps, "дорожная карта", "дорожные карты", "дорожных карт")),
        Figure(value=reports, label=noun(reports, "отчёт", "отчёта", "отчётов")),
    )
    return tuple(figure for figure in found if figure.value)
