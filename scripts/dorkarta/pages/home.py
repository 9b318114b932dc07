"""The block of the home page: search, the three levels, what is on."""

from collections.abc import Iterator
from dataclasses import dataclass

from dorkarta import addresses, dates
from dorkarta.calendars.agenda import MonthAgenda, agenda, last_active_school_year, month_of, school_year_of
from dorkarta.model.form import FormKind
from dorkarta.model.level import LevelId
from dorkarta.pages import lines, tables
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block
from dorkarta.pages.views import ActivityLine, Card, Figure, RecordLine
from dorkarta.records.plan import Planned
from dorkarta.text import noun, numeral


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthView:
    """A month with its activities."""

    title: str
    count: str
    href: str
    activities: tuple[ActivityLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NowView:
    """What is on in the month of the edition; where nothing is, the last school year that was active."""

    title: str
    text: str
    current: tuple[ActivityLine, ...]
    archive: tuple[MonthView, ...]
    href: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeView:
    """All that the home page shows."""

    title: str
    lead: str
    examples: tuple[str, ...]
    levels: tuple[Card, ...]
    now: NowView
    roadmaps: tuple[RecordLine, ...]
    reports: tuple[RecordLine, ...]


def make(edition: Edition) -> Block:
    """The home page of an edition."""
    corpus = edition.corpus
    view = HomeView(
        title=edition.settings.site_name,
        lead=(
            "Что, к какому сроку и кем делается для школ с низкими образовательными результатами "
            "и школ, работающих в сложных социальных условиях: по официальным дорожным картам и отчётам."
        ),
        examples=("наставничество", "ВПР", "тьюторы", "учебная мотивация"),
        levels=tuple(_level_cards(edition)),
        now=_now(edition),
        roadmaps=tuple(lines.roadmap_lines(edition, corpus.roadmaps.values())),
        reports=tuple(lines.report_lines(edition, corpus.reports.values())),
    )
    return Block(template="home.html", view=view)


def _level_cards(edition: Edition) -> Iterator[Card]:
    for level in LevelId:
        planned = [one for one in edition.plan.planned if one.level is level and one.parent is None]
        events = sum(any(form.kind is FormKind.EVENT for form in one.forms) for one in planned)
        roadmaps = sum(record.content.level is level for record in edition.corpus.roadmaps.values())
        name = edition.corpus.country_levels[level]
        figures = [Figure(value=len(planned), label=noun(len(planned), *tables.NOUN))]
        if events:
            label = noun(events, "из них — событие", "из них — события", "из них — событий")
            figures.append(Figure(value=events, label=label))
        figures.append(
            Figure(value=roadmaps, label=noun(roadmaps, "дорожная карта", "дорожные карты", "дорожных карт"))
        )
        yield Card(
            title=name.title,
            href=addresses.level(level),
            text=name.about,
            figures=tuple(figure for figure in figures if figure.value),
        )


def _now(edition: Edition) -> NowView:
    month = month_of(edition.as_of)
    current = agenda(edition.plan.planned, month)
    if current.planned:
        return NowView(
            title=f"В этом месяце: {dates.month(*month)}",
            text="Мероприятия, срок которых приходится на этот месяц.",
            current=tuple(_lines(edition, current.planned)),
            archive=(),
            href=addresses.month(*month),
            label=f"{dates.month(*month).capitalize()} в календаре",
        )
    archive = last_active_school_year(edition.plan.planned, until=month)
    if not archive:
        return NowView(
            title="В этом месяце",
            text="На этот месяц в опубликованных дорожных картах ничего не назначено.",
            current=(),
            archive=(),
            href=addresses.CALENDAR,
            label="Календарь",
        )
    first = school_year_of(archive[0].month)
    year = dates.school_year(first)
    return NowView(
        title=f"Архив: {year}",
        text=(
            f"На {dates.month(*month)} года в опубликованных дорожных картах ничего не назначено. "
            "Ниже — последний учебный год, в котором мероприятия были."
        ),
        current=(),
        archive=tuple(_month(edition, each) for each in archive),
        href=addresses.school_year(first),
        label=f"{year} в календаре",
    )


def _month(edition: Edition, found: MonthAgenda) -> MonthView:
    return MonthView(
        title=dates.month(*found.month).capitalize(),
        count=numeral(len(found.planned), *tables.NOUN),
        href=addresses.month(*found.month),
        activities=tuple(_lines(edition, found.planned)),
    )


def _lines(edition: Edition, planned: tuple[Planned, ...]) -> Iterator[ActivityLine]:
    return (lines.activity_line(edition, one) for one in planned)
