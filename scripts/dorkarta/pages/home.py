"""The block of the home page: search, the three levels, what is on."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dorkarta import addresses, dates
from dorkarta.calendars.calendar import in_order_of_days
from dorkarta.calendars.months import month_of, school_year_of
from dorkarta.model.form import FormKind
from dorkarta.model.level import LevelId
from dorkarta.pages import library, lines
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block
from dorkarta.pages.plain import plain
from dorkarta.pages.progress_summary import ExecutionView, summary
from dorkarta.pages.views import Action, ActivityLine, Card, Figure, Link, RecordLine
from dorkarta.records import naming
from dorkarta.records.extent import LINES, listed
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month
from dorkarta.text import noun, numeral

_MOST: Final = LINES // 2
"""Each of its lists holds so many: there are several."""


@plain
class MonthView:
    """A month with its activities."""

    title: str
    count: str
    href: str
    activities: tuple[ActivityLine, ...]


@plain
class NowView:
    """What is on in the month of the edition; where nothing is, the last school year that was active."""

    title: str
    text: str
    current: tuple[ActivityLine, ...]
    """Of a large calendar only what regions themselves plan."""
    archive: tuple[MonthView, ...]
    href: str
    label: str


@plain
class PracticesView:
    """The way into the library."""

    proofs: tuple[Figure, ...]
    actions: tuple[Action, ...]


@plain
class HomeView:
    """All that the home page shows."""

    title: str
    lead: str
    examples: tuple[str, ...]
    levels: tuple[Card, ...]
    now: NowView
    execution: ExecutionView | None
    roadmaps: tuple[RecordLine, ...]
    all_roadmaps: Link | None
    """The way to those that are too many."""
    reports: tuple[RecordLine, ...]
    all_reports: Link | None
    practices: PracticesView | None


def make(edition: Edition) -> Block:
    """The home page of an edition."""
    corpus = edition.corpus
    roadmaps = listed(tuple(corpus.roadmaps.values()), lambda record: record.territory, most=_MOST)
    reports = listed(tuple(corpus.reports.values()), lambda record: record.territory, most=_MOST)
    view = HomeView(
        title=edition.settings.site_name,
        lead=(
            "Что, к какому сроку и кем делается для школ с низкими образовательными результатами "
            "и школ, работающих в сложных социальных условиях: по официальным дорожным картам и отчётам."
        ),
        examples=("наставничество", "ВПР", "тьюторы", "учебная мотивация"),
        levels=tuple(_level_cards(edition)),
        now=_now(edition),
        execution=summary(edition.execution.units, Link(title="Исполнение по территориям", href=addresses.PROGRESS)),
        roadmaps=tuple(lines.roadmap_lines(edition, roadmaps)),
        all_roadmaps=_all(len(corpus.roadmaps), len(roadmaps), naming.ROADMAP, addresses.ROADMAPS),
        reports=tuple(lines.report_lines(edition, reports)),
        all_reports=_all(len(corpus.reports), len(reports), naming.REPORT, addresses.REPORTS),
        practices=_practices(edition),
    )
    return Block(template="home.html", view=view)


def _all(count: int, shown: int, nouns: tuple[str, str, str], href: str) -> Link | None:
    """«Всего 1200 дорожных карт», where not all of them are shown."""
    return Link(title=f"Всего {numeral(count, *nouns)}", href=href) if shown < count else None


def _practices(edition: Edition) -> PracticesView | None:
    if not edition.library.practices:
        return None
    ways = (
        Action(kind="choose", label="Подобрать по рискам школы", href=addresses.RISKS),
        Action(kind="document", label="Все практики", href=addresses.PRACTICES),
    )
    return PracticesView(
        proofs=library.proof_figures(edition.library.practices),
        actions=ways if edition.corpus.risk_factors else ways[1:],
    )


def _level_cards(edition: Edition) -> Iterator[Card]:
    wholes = edition.plan.wholes_inside.get(COUNTRY, {})
    attended = Counter([one.level for one in edition.plan.planned if one.parent is None and _is_attended(one)])
    for level in LevelId:
        count, events = wholes.get(level, 0), attended[level]
        roadmaps = sum(record.content.level is level for record in edition.corpus.roadmaps.values())
        name = edition.corpus.country_levels[level]
        figures = [Figure(value=count, label=noun(count, *naming.ACTIVITY))]
        if events:
            label = noun(events, "из них – событие", "из них – события", "из них – событий")
            figures.append(Figure(value=events, label=label))
        figures.append(Figure(value=roadmaps, label=noun(roadmaps, *naming.ROADMAP)))
        yield Card(
            title=name.title,
            href=addresses.level(level),
            text=name.about,
            figures=tuple(figure for figure in figures if figure.value),
        )


def _is_attended(one: Planned) -> bool:
    return FormKind.EVENT in [form.kind for form in one.forms]


def _now(edition: Edition) -> NowView:
    month = month_of(edition.as_of)
    current = edition.calendar.active(month)
    if current:
        shown = listed(current, lambda one: one.record.territory, most=_MOST)
        more = f" Всего их {len(current)}; здесь – те, что в картах регионов." if len(shown) < len(current) else ""
        return NowView(
            title=f"В этом месяце: {dates.month(*month)}",
            text=f"Мероприятия, срок которых приходится на этот месяц.{more}",
            current=tuple(_lines(edition, shown, month)),
            archive=(),
            href=addresses.month(*month),
            label=f"{dates.month(*month).capitalize()} в календаре",
        )
    archive = edition.calendar.last_active(until=month)
    if not archive:
        return NowView(
            title="В этом месяце",
            text="На этот месяц в опубликованных дорожных картах ничего не назначено.",
            current=(),
            archive=(),
            href=addresses.CALENDAR,
            label="Календарь",
        )
    first = school_year_of(archive[0])
    year = dates.school_year(first)
    return NowView(
        title=f"Архив: {year}",
        text=(
            f"На {dates.month(*month)} года в опубликованных дорожных картах ничего не назначено. "
            "Ниже – последний учебный год, в котором мероприятия были."
        ),
        current=(),
        archive=tuple(_archive(edition, archive)),
        href=addresses.school_year(first),
        label=f"{year} в календаре",
    )


def _archive(edition: Edition, months: tuple[Month, ...]) -> Iterator[MonthView]:
    """Months with their activities, or with their counts alone where these are too many."""
    found = {month: edition.calendar.active(month) for month in months}
    fits = sum(map(len, found.values())) <= _MOST
    for month, planned in found.items():
        yield MonthView(
            title=dates.month(*month).capitalize(),
            count=numeral(len(planned), *naming.ACTIVITY),
            href=addresses.month(*month),
            activities=tuple(_lines(edition, planned if fits else (), month)),
        )


def _lines(edition: Edition, planned: tuple[Planned, ...], month: Month) -> Iterator[ActivityLine]:
    return (lines.activity_line(edition, one) for one in in_order_of_days(planned, month))
