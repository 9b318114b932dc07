"""Plan and fact of indicators: a page for each roadmap that has some, and the block that lists these roadmaps."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from dorkarta import addresses, dates
from dorkarta.gathering import gathered
from dorkarta.model.quantity import Quantity
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.indicator_chart import chart
from dorkarta.pages.indicator_views import (
    ActivityFigures,
    FactView,
    FigureView,
    IndicatorListView,
    IndicatorPlaceView,
    IndicatorsView,
    LineView,
    SectionFigures,
    SummaryLine,
)
from dorkarta.pages.indicator_words import (
    WHOLE,
    difference,
    line_standing,
    value_words,
    way,
    years_reached,
)
from dorkarta.pages.page import Block, Page, Promise, TocEntry
from dorkarta.pages.places import places
from dorkarta.pages.views import Action, Header, Link, Meta, RecordLine
from dorkarta.progress.indicators import Track, has_tracks
from dorkarta.progress.measure import Fact, Line, Measure, Standing
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.extent import LINES, in_municipality, listed
from dorkarta.records.figures import words_of
from dorkarta.records.lineage import COUNTRY, lineage
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record
from dorkarta.text import capital, numeral, shortened

NOUN = ("показатель", "показателя", "показателей")


def promises(edition: Edition) -> Iterator[Promise]:
    """A page for each roadmap that has indicators; where these are very many, also a page of every territory."""
    roadmaps = _roadmaps(edition)
    for record in roadmaps:
        yield _promise(addresses.indicators(record.path), record.territory, partial(_page, edition, record))
    if len(roadmaps) > LINES:
        inside = gathered((path, record) for record in roadmaps for path in lineage(record.territory))
        for place in sorted(inside.keys() - {COUNTRY}):
            yield _promise(addresses.indicators(place), place, partial(_place_page, edition, place, inside[place]))


def _promise(url: str, territory: str, make: Callable[[], Page]) -> Promise:
    return Promise(url=url, frame=addresses.INDICATORS, territory=territory, make=make)


def make_block(edition: Edition) -> Block:
    """All roadmaps that have indicators."""
    roadmaps = _roadmaps(edition)
    return Block(template="indicator_list.html", view=_list(edition, roadmaps))


def _roadmaps(edition: Edition) -> Sequence[Record[Roadmap]]:
    found = edition.corpus.roadmaps
    return [found[path] for path in sorted(found) if has_tracks(edition.plan, path)]


def _list(edition: Edition, roadmaps: Sequence[Record[Roadmap]], place: str = COUNTRY) -> IndicatorListView:
    """As many as one page lists; the rest by territory.

    Arguments:
        edition: All that pages are made from.
        roadmaps: Those of the place.
        place: The territory of the page.
    """
    shown = roadmaps if in_municipality(place) else listed(roadmaps, lambda record: record.territory)
    known = {record.path for record in shown}
    return IndicatorListView(
        records=tuple(_line(edition, record) for record in shown),
        places=places(
            edition.corpus,
            Counter(record.territory for record in roadmaps if record.path not in known),
            title="По территориям",
            text="Дорожные карты с показателями – на странице каждой территории.",
            href=addresses.indicators,
            said=lambda count: numeral(count, *naming.ROADMAP),
        ),
    )


def _place_page(edition: Edition, place: str, roadmaps: Sequence[Record[Roadmap]]) -> Page:
    corpus = edition.corpus
    name = naming.place_name(corpus, place)
    crumbs = (*_crumbs(), *parts.territory_crumbs(corpus, place))
    return Page(
        url=addresses.indicators(place),
        frame=addresses.INDICATORS,
        title=f"Показатели: {name}",
        description=f"{name}: {numeral(len(roadmaps), *naming.ROADMAP)} с показателями, план и факт.",
        template="indicator_place.html",
        view=IndicatorPlaceView(
            crumbs=crumbs,
            header=Header(kicker="Показатели: план и факт", title=corpus.territory(place).title),
            list=_list(edition, roadmaps, place),
        ),
        crumbs=crumbs,
    )


def _crumbs() -> tuple[Link, ...]:
    return (
        parts.HOME,
        Link(title="Исполнение", href=addresses.PROGRESS),
        Link(title="Показатели", href=addresses.INDICATORS),
    )


def _line(edition: Edition, record: Record[Roadmap]) -> RecordLine:
    found = edition.execution.tracks[record.path]
    told = sum(track.has_facts for track in found)
    return RecordLine(
        title=naming.roadmap_name(edition.corpus, record),
        href=addresses.indicators(record.path),
        kicker=naming.place_name(edition.corpus, record.territory),
        meta=(
            numeral(len(found), *NOUN),
            f"факт есть у {told} из {len(found)}" if told else "фактов пока нет",
            dates.period(record.content.period.start, record.content.period.end),
        ),
        text=record.content.title,
    )


def _page(edition: Edition, record: Record[Roadmap]) -> Page:
    corpus, found = edition.corpus, edition.execution.tracks[record.path]
    name = naming.roadmap_name(corpus, record)
    crumbs = (*_crumbs(), *parts.territory_crumbs(corpus, record.territory), Link(title=name))
    sections = tuple(_sections(corpus, found))
    view = IndicatorsView(
        crumbs=crumbs,
        header=_header(corpus, record, name),
        text=_text(found),
        summary=tuple(_of_year(found, year) for year in _years(found)),
        whole=_summary("Всё время", found, lambda track: (track.standing, track.has_facts)),
        drawn=tuple(sorted(set(_drawn(sections)))),
        sections=sections,
    )
    return Page(
        url=addresses.indicators(record.path),
        frame=addresses.INDICATORS,
        title=f"Показатели: {name}",
        description=f"План и факт: {numeral(len(found), *NOUN)} дорожной карты. {record.content.title.rstrip('.')}.",
        template="indicators.html",
        view=view,
        crumbs=crumbs,
        toc=tuple(map(_toc, sections)),
        abbreviations=corpus.expansions(record.territory),
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
        return (
            f"{count}. Ни один опубликованный отчёт не называет достигнутых значений, поэтому здесь только план, "
            "а рисунок – лишь там, где план по годам меняется."
        )
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


def _drawn(sections: Iterable[SectionFigures]) -> Iterator[str]:
    charts = (figure.chart for section in sections for each in section.activities for figure in each.figures)
    for each in filter(None, charts):
        yield each.kind
        yield from ("limit" for column in each.columns if column.plan and column.limit)
        yield from ("fact" for column in each.columns if column.fact)


def _toc(section: SectionFigures) -> TocEntry:
    return TocEntry(
        title=f"{section.number}. {shortened(section.title, 70)}" if section.number else shortened(section.title, 70),
        anchor=section.id,
        children=tuple(
            TocEntry(title=f"{each.number or ''} {shortened(each.title, 32)}".strip(), anchor=each.id)
            for each in section.activities
        ),
    )
