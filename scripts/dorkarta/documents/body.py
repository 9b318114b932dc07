"""The paper of an organisation or a role: what it answers for, roadmap by roadmap, and what reports say that it did."""

from collections.abc import Iterable, Iterator
from typing import Final

from dorkarta import addresses, dates
from dorkarta.documents import gathered
from dorkarta.documents.gathered import Doubts, Said, filled, listing, said
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Fact, Paper, Row, RowKind, Table, Width
from dorkarta.model.body import Body, BodyKind
from dorkarta.model.document import Document
from dorkarta.model.report import Report, ReportEntry
from dorkarta.records import columns, naming, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.duties import Duty, duties_as, duties_of
from dorkarta.records.extent import LINES
from dorkarta.records.fulfilment import fulfillers_of, roles_of
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.timing import timing_of
from dorkarta.text import numeral

MOST: Final = 5 * LINES
"""So many rows are the longest paper that somebody would print: some hundred sheets."""

_Entry = tuple[Record[Report], ReportEntry]


def make(plan: Plan, record: Record[Body], imprint: Imprint) -> Paper | None:
    """The paper of a body; none for one of which nothing speaks, and none of what would be hundreds of sheets.

    Arguments:
        plan: All activities.
        record: The organisation or the role.
        imprint: Who publishes.
    """
    corpus, content = plan.corpus, record.content
    own = duties_of(plan, record)
    through = tuple((role, duty) for role in roles_of(corpus, record) for duty in duties_as(plan, record, role))
    duties = (*own, *(duty for _, duty in through))
    entries = corpus.entries_by_body.get(record.path, ())
    issued = corpus.documents_by_issuer.get(record.path, ())
    if not (duties or entries or issued) or sum(len(duty.planned) for duty in duties) + len(entries) > MOST:
        return None
    doubts = Doubts(plan=plan, several=len({duty.roadmap.path for duty in duties}) > 1)
    doubts.remarks.add("", content.notes, content.inferred)
    tables = (
        *(_duty(duty, _name(corpus, duty), doubts) for duty in own),
        *(
            _duty(duty, f"Как {naming.body_name(role.content)}: {_name(corpus, duty)}", doubts)
            for role, duty in through
        ),
        *_fulfillers(corpus, record),
        *listing("В отчётах", tuple(_entry_columns(corpus)), entries, _entry_key),
        *listing("Изданные документы", tuple(_document_columns()), issued, lambda each: each.path),
    )
    days = (
        *(duty.roadmap.content.period.start for duty in duties),
        *(report.content.period.start for report, _ in entries),
        *(each.content.date for each in issued if each.content.date),
    )
    subject = "За что отвечает по дорожным картам" if duties else "Отчёты и документы"
    return gathered.paper(
        imprint,
        address=addresses.body(record.territory, content.id),
        name=f"{subject}: {naming.body_name(content)}",
        title=f"{subject}: {content.title}",
        facts=_facts(corpus, record, own, through),
        tables=tables,
        remarks=doubts.found,
        sources=(gathered.COMPILED, gathered.WORDING),
        files=(
            record.file,
            *(duty.roadmap.file for duty in duties),
            *(report.file for report, _ in entries),
            *(each.file for each in issued),
        ),
        since=min(days, default=gathered.EARLIEST),
    )


def _name(corpus: Corpus, duty: Duty) -> str:
    return naming.roadmap_name(corpus, duty.roadmap)


def _facts(
    corpus: Corpus, record: Record[Body], own: Iterable[Duty], through: Iterable[tuple[Record[Body], Duty]]
) -> Iterator[Fact]:
    content = record.content
    is_role = content.kind is BodyKind.ROLE
    yield Fact(label="Кто это", value="роль" if is_role else "организация")
    if content.short:
        yield Fact(label="Сокращённо", value=content.short)
    everywhere = record.territory == COUNTRY
    place = "роль есть в каждой территории" if everywhere else naming.place_name(corpus, record.territory)
    yield Fact(label="Территория", value=place)
    if others := naming.other_names(content):
        yield Fact(label="В документах также", value="; ".join(others))
    if roles := [role.content.title for role in roles_of(corpus, record)]:
        yield Fact(label="Исполняет роль", value="; ".join(roles))
    if content.about:
        yield Fact(label="О роли" if is_role else "Об организации", value=content.about)
    if content.source:
        yield Fact(label="Откуда известно", value=content.source)
    if content.url:
        yield Fact(label="Сайт", value=content.url)
    for label, duties in (("Поручено", tuple(own)), ("Через роли", tuple(duty for _, duty in through))):
        if duties:
            count = sum(len(duty.whole) for duty in duties)
            counted = numeral(count, *naming.ACTIVITY), numeral(len(duties), *naming.ROADMAP)
            yield Fact(label=label, value=", ".join(counted))


def _fulfillers(corpus: Corpus, record: Record[Body]) -> Iterator[Table]:
    if record.content.kind is BodyKind.ROLE:
        shown: tuple[Said[Record[Body]], ...] = (
            said("title", "Организация", Width.LONG, lambda each: each.content.title),
            said("place", "Территория", Width.SHORT, lambda each: naming.place_name(corpus, each.territory)),
        )
        found = tuple(fulfillers_of(corpus, record))
        yield from listing("Кто исполняет роль", shown, found, lambda each: each.path)


def _duty(duty: Duty, title: str, doubts: Doubts) -> Table:
    """The activities of a roadmap under its headings; parts stand below their wholes."""
    number, name, *others = _columns()
    shown = (number, name, *filled(others, duty.planned))
    period = duty.roadmap.content.period
    return Table(
        title=title,
        lead=f"{numeral(len(duty.whole), *naming.ACTIVITY)}, {dates.period(period.start, period.end)}",
        columns=tuple(each.column for each in shown),
        rows=tuple(_rows(duty, shown, doubts)),
    )


def _columns() -> Iterator[Said[Planned]]:
    yield said("number", columns.NUMBER, Width.NUMBER, lambda one: one.activity.number or "")
    yield said("title", columns.TITLE, Width.LONG, lambda one: naming.activity_title(one.activity))
    yield said("form", columns.FORM, Width.SHORT, gathered.form)
    yield said("deadline", columns.DEADLINE, Width.SHORT, gathered.deadline)
    yield said("responsible", columns.RESPONSIBLE, Width.SHORT, _with_whom)
    yield said("result", columns.RESULT, Width.LONG, gathered.result)


def _with_whom(one: Planned) -> str:
    """All who answer, as printed; nothing where it is this body alone."""
    names = one.activity.responsible
    return gathered.answerable(one) if len(names) > 1 or any(name.addition for name in names) else ""


def _rows(duty: Duty, shown: tuple[Said[Planned], ...], doubts: Doubts) -> Iterator[Row]:
    above: tuple[str, ...] = ()
    depths: dict[str | None, int] = {}
    for one in duty.planned:
        path = tuple(section.id for section in one.sections)
        for depth, section in enumerate(one.sections):
            if path[: depth + 1] != above[: depth + 1]:
                yield gathered.heading(naming.section_title(section), depth)
        above = path
        depth = depths[one.activity.id] = depths.get(one.parent, -1) + 1
        yield Row(
            kind=RowKind.PART if depth else RowKind.ITEM,
            id=one.key,
            depth=depth,
            cells=tuple(each.text(one) for each in shown),
            remarks=doubts.of(one, figures=True),
            state=words.state(one.activity),
        )


def _entry_columns(corpus: Corpus) -> Iterator[Said[_Entry]]:
    yield said("title", columns.TITLE, Width.LONG, lambda each: each[1].title)
    yield said("date", "Дата", Width.SHORT, lambda each: _date(corpus, *each))
    yield said("report", "Отчёт", Width.SHORT, lambda each: naming.report_name(corpus, each[0]))


def _date(corpus: Corpus, report: Record[Report], entry: ReportEntry) -> str:
    calendar = corpus.school_calendar(report.territory)
    timing = timing_of(entry.date, entry.dates, period=report.content.period, calendar=calendar)
    return words.deadline(entry.date, timing)


def _entry_key(each: _Entry) -> str:
    return f"{each[0].path}#{each[1].id}"


def _document_columns() -> Iterator[Said[Record[Document]]]:
    yield said("title", "Документ", Width.LONG, lambda each: naming.document_name(each.content))
    yield said("url", "Адрес", Width.SHORT, lambda each: each.content.url or "")
