"""The paper of a month: what is on, by weeks where days are known, then what has no day, then what lasts longer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from dorkarta import addresses, dates
from dorkarta.calendars.agenda import agenda
from dorkarta.calendars.calendar import Calendar
from dorkarta.calendars.events import long_of
from dorkarta.calendars.kinds import in_words
from dorkarta.calendars.months import first_day, school_year_of
from dorkarta.documents import gathered
from dorkarta.documents.gathered import Doubts, Said, said
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Fact, Paper, Row, RowKind, Table, Width
from dorkarta.model.roadmap import Roadmap
from dorkarta.records import columns, naming, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.timing import Month
from dorkarta.text import numeral


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    """An activity with the time that it has in this month."""

    planned: Planned
    when: str
    group: str = ""
    """The week or the kind that it stands under."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Block:
    """A table to be."""

    title: str
    lead: str
    timed: bool
    """Whether some line says more of its time than the title of the table does."""
    lines: tuple[_Line, ...]


def make(plan: Plan, calendar: Calendar, month: Month, imprint: Imprint) -> Paper | None:
    """The paper of a month; none where a large calendar has nothing of regions in it.

    Arguments:
        plan: All activities, for the wholes of parts.
        calendar: The activities that the paper is about; of a large calendar what regions themselves plan.
        month: The month.
        imprint: Who publishes.
    """
    title = f"Мероприятия дорожных карт: {dates.month(*month)}"
    blocks = tuple(_blocks(calendar.listed, month))
    if not blocks:
        return None
    records = {line.planned.record.path: line.planned.record for block in blocks for line in block.lines}
    doubts = Doubts(plan=plan, several=len(records) > 1)
    names = _names(plan.corpus, records)
    return gathered.paper(
        imprint,
        address=addresses.month(*month),
        name=title,
        title=title,
        facts=_facts(calendar, month),
        tables=[_table(block, plan, names, doubts) for block in blocks],
        remarks=doubts.found,
        sources=(gathered.COMPILED, gathered.WORDING),
        files=(record.file for record in records.values()),
        since=first_day(month),
    )


def _blocks(calendar: Calendar, month: Month) -> Iterator[_Block]:
    for part in agenda(calendar.by_month.get(month, ()), month):
        lines = (
            _Line(planned=item.event.planned, when=item.said, group=group.title)
            for group in part.groups
            for item in group.items
        )
        timed = any(item.when for item in part.items)
        yield _Block(title=part.title, lead=part.text, timed=timed, lines=tuple(lines))
    if ongoing := sorted(calendar.ongoing_in_month(month), key=_long_order):
        yield _Block(
            title="Идёт дольше квартала",
            lead="Постоянная работа, которая захватывает и этот месяц.",
            timed=True,
            lines=tuple(_Line(planned=one, when=_long_span(one, month)) for one in ongoing),
        )


def _facts(calendar: Calendar, month: Month) -> Iterator[Fact]:
    """What there is in the month, and that a large calendar is not printed as a whole."""
    if calendar.is_large:
        yield Fact(label="Что здесь", value="мероприятия дорожных карт регионов")
        whole = in_words(calendar.load.in_month(month))
        yield Fact(label="Со всеми картами", value=f"{whole}; они – на сайте, по территориям")
        calendar = calendar.listed
    if counted := in_words(calendar.load.in_month(month)):
        yield Fact(label="Назначено", value=counted)
    if ongoing := len(calendar.ongoing_in_month(month)):
        yield Fact(label="Идёт дольше квартала", value=numeral(ongoing, *naming.ACTIVITY))
    year = school_year_of(month)
    if undated := len(calendar.undated_in(year)):
        yield Fact(
            label="Без даты",
            value=f"{gathered.undated(undated)}; перечень – в календаре на {dates.school_year(year)}",
        )


def _names(corpus: Corpus, records: Mapping[str, Record[Roadmap]]) -> Mapping[str, str]:
    """Roadmaps by their paths: «Тула, 2020–2021»; where several would bear that name, with their level before it."""
    short = {
        path: f"{corpus.territory(each.territory).title}, {dates.years(each.content.period)}"
        for path, each in records.items()
    }
    borne = Counter(short.values())
    return {
        path: name if borne[name] == 1 else naming.roadmap_name(corpus, records[path]) for path, name in short.items()
    }


def _table(block: _Block, plan: Plan, names: Mapping[str, str], doubts: Doubts) -> Table:
    shown = gathered.filled(_columns(plan, names, timed=block.timed), block.lines)
    return Table(
        title=block.title,
        lead=block.lead,
        columns=tuple(each.column for each in shown),
        rows=tuple(_rows(block, plan, shown, doubts)),
    )


def _columns(plan: Plan, names: Mapping[str, str], *, timed: bool) -> Iterator[Said[_Line]]:
    if timed:
        yield said("when", "Когда", Width.SHORT, lambda line: line.when)
    yield said("title", columns.TITLE, Width.LONG, lambda line: naming.activity_title(line.planned.activity))
    yield said("form", columns.FORM, Width.SHORT, lambda line: gathered.form(line.planned))
    yield said("deadline", columns.DEADLINE, Width.SHORT, lambda line: gathered.deadline(line.planned))
    yield said(
        "roadmap",
        "Дорожная карта",
        Width.SHORT,
        lambda line: f"{names[line.planned.record.path]}\n{_place(plan, line.planned)}".strip(),
    )
    yield said("responsible", columns.RESPONSIBLE, Width.SHORT, lambda line: _answerable(plan, line.planned))


def _rows(block: _Block, plan: Plan, shown: Iterable[Said[_Line]], doubts: Doubts) -> Iterator[Row]:
    for title, lines in groupby(block.lines, key=lambda line: line.group):
        if title:
            yield gathered.heading(title)
        for line in lines:
            yield Row(
                kind=RowKind.ITEM,
                id=line.planned.key,
                cells=tuple(each.text(line) for each in shown),
                remarks=doubts.of(line.planned),
                state=_state(plan, line.planned),
            )


def _place(plan: Plan, one: Planned) -> str:
    """Where in its roadmap: «пункт 36», «часть пункта 4.10»."""
    whole = plan.whole_of(one)
    if one.activity.number:
        return f"пункт {one.activity.number}"
    if whole is None:
        return ""
    if whole.activity.number:
        return f"часть пункта {whole.activity.number}"
    return f"часть мероприятия «{naming.activity_title(whole.activity)}»"


def _answerable(plan: Plan, one: Planned) -> str:
    """Its own bodies as printed, else those of its whole."""
    whole = plan.whole_of(one)
    return gathered.answerable(one) or (_answerable(plan, whole) if whole else "")


def _state(plan: Plan, one: Planned) -> str | None:
    """What was decided about it; or that its whole was called off, which says the same of the part."""
    whole = plan.whole_of(one)
    cancelled = whole is not None and whole.activity.cancelled is not None
    return words.state(one.activity) or (_state(plan, whole) if whole and cancelled else None)


def _long_order(one: Planned) -> tuple[object, ...]:
    long = long_of(one)[0]
    return long.start, long.end, one.record.path, one.line


def _long_span(one: Planned, month: Month) -> str:
    inside = (each for each in long_of(one) if month in each.months)
    return ", ".join(dates.period(each.start, each.end) for each in inside)
