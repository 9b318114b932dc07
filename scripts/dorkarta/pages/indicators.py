"""Plan and fact of indicators: a page for each roadmap that has some, and the block that lists these roadmaps."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dorkarta import addresses, dates
from dorkarta.model.quantity import Quantity
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.indicator_chart import ChartView, chart
from dorkarta.pages.indicator_words import (
    WHOLE,
    difference,
    line_standing,
    value_words,
    way,
    years_reached,
)
from dorkarta.pages.page import Block, Page, TocEntry
from dorkarta.pages.status import StatusView
from dorkarta.pages.views import Action, Header, Link, Meta, NoteView, RecordLine
from dorkarta.progress.indicators import Track, tracks
from dorkarta.progress.plan_and_fact import Fact, Line, Measure, Standing
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.figures import words_of
from dorkarta.records.plan import Planned
from dorkarta.text import capital, numeral, shortened

NOUN = ("показатель", "показателя", "показателей")


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView:
    """A figure of a report with the way to the entry that tells it."""

    words: str
    href: str
    source: str
    """«запись 2: Отчёт …»"""


@dataclass(frozen=True, kw_only=True, slots=True)
class LineView:
    """A year of a table, or the whole time."""

    label: str
    plan: str | None
    facts: tuple[FactView, ...]
    value: str | None
    """What the facts of the years make, where no report tells it itself."""
    status: StatusView | None
    difference: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureView:
    """A figure with its table and its picture."""

    id: str
    name: str
    of: str | None
    """The indicator, where a cell of it holds several figures."""
    territory: Link | None
    way: str
    lines: tuple[LineView, ...]
    total: LineView
    chart: ChartView | None
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityFigures:
    """An activity with its figures."""

    id: str
    number: str | None
    title: str
    href: str
    asked: str | None
    """Who carries it out, where it is not the territory of the roadmap."""
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionFigures:
    """The activities of a section."""

    id: str
    number: str | None
    title: str
    activities: tuple[ActivityFigures, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SummaryLine:
    """How many indicators have a plan for a year, and what became of them."""

    label: str
    asked: int
    told: int
    reached: int
    missed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorsView:
    """The indicators of a roadmap."""

    crumbs: tuple[Link, ...]
    header: Header
    text: str
    summary: tuple[SummaryLine, ...]
    whole: SummaryLine
    sections: tuple[SectionFigures, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorListView:
    """The roadmaps with indicators."""

    records: tuple[RecordLine, ...]


def make_pages(edition: Edition) -> Iterator[Page]:
    """A page for each roadmap that has indicators."""
    for record, found in _with_indicators(edition):
        yield _page(edition, record, found)


def make_block(edition: Edition) -> Block:
    """All roadmaps that have indicators."""
    return Block(
        template="indicator_list.html",
        view=IndicatorListView(
            records=tuple(_line(edition, record, found) for record, found in _with_indicators(edition))
        ),
    )


def _with_indicators(edition: Edition) -> Iterator[tuple[Record[Roadmap], tuple[Track, ...]]]:
    for path, record in sorted(edition.corpus.roadmaps.items()):
        found = tuple(tracks(edition.execution, path))
        if found:
            yield record, found


def _line(edition: Edition, record: Record[Roadmap], found: Sequence[Track]) -> RecordLine:
    told = sum(track.has_facts for track in found)
    return RecordLine(
        title=naming.roadmap_name(edition.corpus, record),
        href=addresses.indicators(record.path),
        kicker=naming.place_name(edition.corpus, record.territory),
        meta=(
            numeral(len(found), *NOUN),
            f"факт есть у {told} из {len(found)}",
            dates.period(record.content.period.start, record.content.period.end),
        ),
        text=record.content.title,
    )


def _page(edition: Edition, record: Record[Roadmap], found: tuple[Track, ...]) -> Page:
    corpus = edition.corpus
    name = naming.roadmap_name(corpus, record)
    crumbs = (
        parts.HOME,
        Link(title="Исполнение", href=addresses.PROGRESS),
        Link(title="Показатели", href=addresses.INDICATORS),
        *parts.territory_crumbs(corpus, record.territory),
        Link(title=name),
    )
    sections = tuple(_sections(corpus, found))
    view = IndicatorsView(
        crumbs=crumbs,
        header=_header(corpus, record, name),
        text=_text(found),
        summary=tuple(_of_year(found, year) for year in _years(found)),
        whole=_summary("Всё время", found, lambda track: (track.standing, track.has_facts)),
        sections=sections,
    )
    return Page(
        url=addresses.indicators(record.path),
        frame=addresses.INDICATORS,
        title=f"Показатели: {name}",
        description=f"План и факт: {numeral(len(found), *NOUN)} дорожной карты. {record.content.title}.",
        template="indicators.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(map(_toc, sections)),
        abbreviations=parts.abbreviations(corpus, record.territory),
    )


def _header(corpus: Corpus, record: Record[Roadmap], name: str) -> Header:
    period = record.content.period
    return Header(
        kicker="Показатели: план и факт",
        title=name,
        lead=record.content.title,
        meta=(
            Meta(
                label="Территория",
                value=naming.place_name(corpus, record.territory),
                href=addresses.territory(record.territory),
            ),
            Meta(label="Период", value=dates.period(period.start, period.end)),
            Meta(label="Откуда план", value="Дорожная карта", href=addresses.roadmap(record.path)),
        ),
        actions=(Action(kind="print", label="Напечатать"), Action(kind="copy", label="Скопировать ссылку")),
    )


def _text(found: Sequence[Track]) -> str:
    count, told = numeral(len(found), *NOUN), sum(track.has_facts for track in found)
    if not told:
        return f"{count}. Ни один опубликованный отчёт не называет достигнутых значений, поэтому здесь только план."
    return f"{count}, факт есть у {told} из {len(found)}."


def _years(found: Sequence[Track]) -> list[int]:
    return sorted({line.year for track in found for measure in track.measures for line in measure.years if line.year})


def _of_year(found: Sequence[Track], year: int) -> SummaryLine:
    def said(track: Track) -> tuple[Standing, bool]:
        lines = [line for measure in track.measures for line in measure.years if line.year == year]
        return track.of_year(year) or Standing.NOT_ASKED, any(line.facts for line in lines)

    return _summary(str(year), found, said)


def _summary(label: str, found: Sequence[Track], said: Callable[[Track], tuple[Standing, bool]]) -> SummaryLine:
    """Counts of what is asked for; a figure that nobody asked for is counted nowhere."""
    asked = [each for each in map(said, found) if each[0] is not Standing.NOT_ASKED]
    standings = [standing for standing, _ in asked]
    return SummaryLine(
        label=label,
        asked=len(asked),
        told=sum(has_facts for _, has_facts in asked),
        reached=standings.count(Standing.REACHED),
        missed=standings.count(Standing.MISSED),
    )


def _sections(corpus: Corpus, found: Sequence[Track]) -> Iterator[SectionFigures]:
    """Section by section, as the roadmap has them; the innermost section is the heading."""
    for _, of_section in groupby(found, key=lambda track: track.planned.sections[-1].id):
        listed = list(of_section)
        section = listed[0].planned.sections[-1]
        yield SectionFigures(
            id=addresses.section_anchor(section.id),
            number=section.number,
            title=section.title,
            activities=tuple(
                _activity(corpus, list(each)) for _, each in groupby(listed, key=lambda track: track.planned.key)
            ),
        )


def _activity(corpus: Corpus, found: Sequence[Track]) -> ActivityFigures:
    one = found[0].planned
    return ActivityFigures(
        id=addresses.indicator_anchor(one.activity.id),
        number=one.activity.number,
        title=naming.activity_title(one.activity),
        href=addresses.activity(one.record.path, one.activity.id),
        asked=_asked(found, one),
        figures=tuple(_figures(corpus, found)),
    )


def _asked(found: Sequence[Track], one: Planned) -> str | None:
    """«Исполняют 3 муниципалитета, факт есть у 1.» – where others than the roadmap's own territory carry it out."""
    if all(track.territory == one.record.territory for track in found):
        return None
    told = len({track.territory for track in found if track.has_facts})
    count = numeral(found[0].performers, "муниципалитет", "муниципалитета", "муниципалитетов")
    verb = "Исполняет" if found[0].performers == 1 else "Исполняют"
    return f"{verb} {count}, факт есть у {told}."


def _figures(corpus: Corpus, found: Sequence[Track]) -> Iterator[FigureView]:
    number = 0
    for track in found:
        indicator, several = track.indicator, len(track.measures) > 1
        own = track.territory == track.planned.record.territory
        for index, measure in enumerate(track.measures):
            number += 1
            yield FigureView(
                id=addresses.indicator_anchor(track.planned.activity.id, number),
                name=capital(measure.name),
                of=indicator.name if several and indicator.counts else None,
                territory=None if own or track.territory is None else _place(corpus, track.territory),
                way=way(measure),
                lines=tuple(
                    _line_view(line, str(line.year), indicator.years.get(str(line.year)) or indicator.target, index)
                    for line in measure.years
                ),
                total=_total(track, measure, index),
                chart=chart(measure),
                notes=parts.notes(indicator.notes) if index == len(track.measures) - 1 else (),
            )


def _place(corpus: Corpus, territory: str) -> Link:
    return Link(title=naming.place_name(corpus, territory), href=addresses.progress(territory))


def _total(track: Track, measure: Measure, index: int) -> LineView:
    """The whole time; what a report does not tell itself is made of the years and leads to no entry."""
    view = _line_view(measure.total, WHOLE[measure.accumulation], track.indicator.target, index)
    if measure.total.facts and not any(line.facts[:1] == measure.total.facts[:1] for line in measure.years):
        return view
    value = measure.total.value
    return replace(view, facts=(), value=value_words(value) if value else years_reached(measure))


def _line_view(line: Line, label: str, cell: Quantity | None, index: int) -> LineView:
    return LineView(
        label=label,
        plan=words_of(cell, index) if cell and line.goal else None,
        facts=tuple(map(_fact, line.facts)),
        value=None,
        status=line_standing(line),
        difference=difference(line),
    )


def _fact(fact: Fact) -> FactView:
    record, entry = fact.row.record, fact.row.entry
    return FactView(
        words=fact.words,
        href=addresses.entry(record.path, entry.id),
        source=f"{record.content.title}, запись {entry.number or entry.id}",
    )


def _toc(section: SectionFigures) -> TocEntry:
    return TocEntry(
        title=f"{section.number}. {shortened(section.title, 70)}" if section.number else shortened(section.title, 70),
        anchor=section.id,
        children=tuple(
            TocEntry(title=f"{each.number or ''} {shortened(each.title, 32)}".strip(), anchor=each.id)
            for each in section.activities
        ),
    )
