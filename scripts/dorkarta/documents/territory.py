"""The paper of a territory: its roadmaps and reports, its calendar by month, who answers for how much."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from dorkarta import addresses, dates
from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.kinds import KINDS, TITLES, counts_of
from dorkarta.calendars.months import school_year_of
from dorkarta.documents import gathered
from dorkarta.documents.gathered import Said, listing, said
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Fact, Paper, Row, Table, Width
from dorkarta.documents.remarks import Remarks
from dorkarta.gathering import gathered as by_body
from dorkarta.model.body import Body
from dorkarta.model.document import Document
from dorkarta.model.form import FormKind
from dorkarta.model.level import LevelId
from dorkarta.model.report import Report
from dorkarta.model.roadmap import Roadmap
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.duties import duties_among
from dorkarta.records.extent import LINES
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import Plan
from dorkarta.records.record import Record
from dorkarta.records.territories import Demand, Holdings, demands_of, holdings_of
from dorkarta.records.timing import Month
from dorkarta.text import fold, numeral

R = TypeVar("R", Record[Roadmap], Record[Report])

_MONTHS: Final = "Срок, который захватывает несколько месяцев, стоит в каждом из них."


@dataclass(frozen=True, kw_only=True, slots=True)
class _Answering:
    """A body with what roadmaps ask of it."""

    body: Record[Body]
    roadmaps: int
    activities: int


def make(plan: Plan, path: str, imprint: Imprint) -> Paper:
    """The paper of a territory. It does not depend on the day on which it is made.

    Arguments:
        plan: All activities.
        path: The path of the territory.
        imprint: Who publishes.
    """
    corpus, record = plan.corpus, plan.corpus.territories[path]
    held = holdings_of(plan, path)
    calendar = Calendar(planned=held.planned)
    demands = tuple(demands_of(plan, path))
    documents = tuple(each for each in corpus.documents if each.territory == path)
    inner = corpus.inner_territories.get(path, ())
    roadmaps, reports = _listed(held.roadmaps, path), _listed(held.reports, path)
    remarks = Remarks()
    remarks.add("", record.content.notes)
    periods = [each.content.period for each in held.roadmaps] + [each.content.period for each in held.reports]
    return gathered.paper(
        imprint,
        address=addresses.territory(path),
        name=f"Сводка по территории: {naming.place_name(corpus, path)}",
        title=f"Поддержка школ {record.content.locative}: сводка дорожных карт и отчётов",
        facts=_facts(corpus, path, held, calendar),
        tables=(
            *listing("Дорожные карты", tuple(_roadmap_columns(plan, path, held)), roadmaps, lambda each: each.path),
            *listing("Отчёты о выполнении", tuple(_report_columns(corpus)), reports, lambda each: each.path),
            *_demand_tables(corpus, demands),
            *listing("Муниципалитеты", tuple(_inner_columns(plan)), inner, lambda each: each),
            *_months(calendar),
            *listing(
                "Кто за сколько отвечает",
                tuple(_answering_columns(corpus, path)),
                _answering(held, path),
                lambda each: each.body.path,
                lead="По дорожным картам самой территории; одно мероприятие бывает поручено нескольким.",
            ),
            *listing("Документы", tuple(_document_columns(corpus)), documents, lambda each: each.path),
        ),
        remarks=tuple(remarks.found),
        sources=(gathered.COMPILED,),
        files=(
            record.file,
            *(each.file for each in held.roadmaps),
            *(each.file for each in held.reports),
            *(each.file for each in documents),
            *(each.roadmap.file for each in demands),
        ),
        since=min((period.start for period in periods), default=gathered.EARLIEST),
    )


def _listed(records: Sequence[R], path: str) -> Sequence[R]:
    """All, or only the territory's own where they are too many: the table of municipalities counts the rest."""
    return records if len(records) <= LINES else [each for each in records if each.territory == path]


def _facts(corpus: Corpus, path: str, held: Holdings, calendar: Calendar) -> Iterator[Fact]:
    content, region = corpus.territory(path), naming.region_of(path)
    if region != path:
        yield Fact(label="Регион", value=corpus.territory(region).title)
    if content.code:
        yield Fact(label="Код региона", value=content.code)
    counts = (
        (len(held.roadmaps), naming.ROADMAP),
        (held.whole, naming.ACTIVITY),
        (len(held.reports), naming.REPORT),
    )
    published = ", ".join(numeral(count, *nouns) for count, nouns in counts if count)
    yield Fact(label="Опубликовано", value=published or "дорожных карт и отчётов пока нет")
    levels = [
        f"{naming.level_title(corpus, path, level)} – {numeral(count, *naming.ACTIVITY)}"
        for level in LevelId
        if (count := sum(one.parent is None and one.level is level for one in held.planned))
    ]
    if len(levels) > 1:
        yield Fact(label="По уровням", value="; ".join(levels))
    if calendar.ongoing:
        yield Fact(label="Идёт дольше квартала", value=numeral(len(calendar.ongoing), *naming.ACTIVITY))
    if calendar.undated:
        yield Fact(label="Без даты", value=gathered.undated(len(calendar.undated)))


def _roadmap_columns(plan: Plan, path: str, held: Holdings) -> Iterator[Said[Record[Roadmap]]]:
    corpus = plan.corpus
    yield said("title", "Дорожная карта", Width.LONG, lambda each: _titled(naming.roadmap_name(corpus, each), each))
    yield said("period", "Период", Width.SHORT, _period)
    yield said("approved", "Утверждена", Width.SHORT, _approved)
    yield said("activities", "Мероприятий", Width.FIGURE, lambda each: str(_count(plan, each)))
    levels = [level for level in LevelId if any(one.level is level for one in held.planned)]
    if len(levels) > 1:
        yield from (_level_column(plan, path, level) for level in levels)


def _level_column(plan: Plan, path: str, level: LevelId) -> Said[Record[Roadmap]]:
    title = naming.level_title(plan.corpus, path, level)
    return said(level, title, Width.FIGURE, lambda each: str(_count(plan, each, level)), group="Из них")


def _titled(name: str, record: Record[Roadmap] | Record[Report]) -> str:
    return f"{name}\n{record.content.title}"


def _period(record: Record[Roadmap] | Record[Report]) -> str:
    return dates.period(record.content.period.start, record.content.period.end)


def _approved(record: Record[Roadmap]) -> str:
    return naming.approval(record.content.approved) if record.content.approved else ""


def _count(plan: Plan, record: Record[Roadmap], level: LevelId | None = None) -> int:
    planned = plan.by_roadmap[record.path]
    return sum(one.parent is None and level in (None, one.level) for one in planned)


def _report_columns(corpus: Corpus) -> Iterator[Said[Record[Report]]]:
    yield said("title", "Отчёт", Width.LONG, lambda each: _titled(naming.report_name(corpus, each), each))
    yield said("period", "Период", Width.SHORT, _period)
    yield said("roadmap", "О какой карте", Width.SHORT, lambda each: _of_what(corpus, each))
    yield said("entries", "Записей", Width.FIGURE, lambda each: str(len(each.content.entries)))


def _of_what(corpus: Corpus, record: Record[Report]) -> str:
    roadmap = corpus.roadmaps.get(record.content.roadmap or "")
    return naming.roadmap_name(corpus, roadmap) if roadmap else ""


def _demand_tables(corpus: Corpus, demands: tuple[Demand, ...]) -> Iterable[Table]:
    shown: tuple[Said[Demand], ...] = (
        said("title", "Дорожная карта", Width.LONG, lambda each: _demand_title(corpus, each)),
        said("activities", "Мероприятий", Width.FIGURE, lambda each: str(len(each.planned))),
    )
    lead = "Мероприятия муниципального уровня, которые ждёт от территории регион."
    return listing("Из карты региона", shown, demands, lambda each: each.roadmap.path, lead=lead)


def _demand_title(corpus: Corpus, demand: Demand) -> str:
    return _titled(naming.roadmap_name(corpus, demand.roadmap), demand.roadmap)


def _inner_columns(plan: Plan) -> Iterator[Said[str]]:
    yield said("title", "Муниципалитет", Width.LONG, lambda path: plan.corpus.territory(path).title)
    yield said("roadmaps", "Дорожных карт", Width.FIGURE, lambda path: str(len(holdings_of(plan, path).roadmaps)))
    yield said("activities", "Мероприятий", Width.FIGURE, lambda path: str(holdings_of(plan, path).whole))
    yield said("reports", "Отчётов", Width.FIGURE, lambda path: str(len(holdings_of(plan, path).reports)))


def _months(calendar: Calendar) -> Iterator[Table]:
    """Every month with something, under its school year; a kind that is never there has no column."""
    if not calendar.by_month:
        return
    kinds = {event.kind for event in calendar.events}
    shown = (
        said("month", "Месяц", Width.SHORT, lambda month: dates.month(*month).capitalize()),
        *(_kind_column(calendar, kind) for kind in KINDS if kind in kinds),
        said("total", "Всего", Width.FIGURE, lambda month: str(len(calendar.by_month[month]))),
    )
    rows: list[Row] = []
    year = None
    for month in calendar.by_month:
        if school_year_of(month) != year:
            year = school_year_of(month)
            rows.append(gathered.heading(dates.school_year(year)))
        rows.append(gathered.item(shown, month, f"{month[0]}-{month[1]:02}"))
    yield Table(title="По месяцам", lead=_MONTHS, columns=tuple(each.column for each in shown), rows=tuple(rows))


def _kind_column(calendar: Calendar, kind: FormKind | None) -> Said[Month]:
    return said(
        kind or "formless", TITLES[kind], Width.FIGURE, lambda month: str(counts_of(calendar.by_month[month])[kind])
    )


def _answering(held: Holdings, path: str) -> tuple[_Answering, ...]:
    """The bodies that roadmaps of the territory itself name, those with the most to do first."""
    planned = tuple(one for one in held.planned if one.record.territory == path)
    found = []
    for body, own in by_body((body, one) for one in planned for body in one.bodies).items():
        duties = duties_among(own, body)
        activities = sum(len(duty.whole) for duty in duties)
        found.append(_Answering(body=body, roadmaps=len(duties), activities=activities))
    return tuple(sorted(found, key=lambda each: (-each.activities, fold(each.body.content.title))))


def _answering_columns(corpus: Corpus, path: str) -> Iterator[Said[_Answering]]:
    yield said("title", "Кто отвечает", Width.LONG, lambda each: _body_title(each.body.content))
    yield said("kind", "Вид", Width.SHORT, lambda each: naming.BODY_TITLES[each.body.content.kind].lower())
    yield said("place", "Территория", Width.SHORT, lambda each: _elsewhere(corpus, path, each.body.territory))
    yield said("roadmaps", "Дорожных карт", Width.FIGURE, lambda each: str(each.roadmaps))
    yield said("activities", "Мероприятий", Width.FIGURE, lambda each: str(each.activities))


def _body_title(content: Body) -> str:
    return f"{content.title} ({content.short})" if content.short else content.title


def _elsewhere(corpus: Corpus, path: str, territory: str) -> str:
    """Where a body is registered, if not here; the roles of the country are at home everywhere."""
    return "" if territory in (path, COUNTRY) else naming.place_name(corpus, territory)


def _document_columns(corpus: Corpus) -> Iterator[Said[Record[Document]]]:
    yield said("title", "Документ", Width.LONG, lambda each: naming.document_name(each.content))
    yield said("issuer", "Кто издал", Width.SHORT, lambda each: naming.issuer_name(corpus, each) or "")
    yield said("url", "Адрес", Width.SHORT, lambda each: each.content.url or "")
