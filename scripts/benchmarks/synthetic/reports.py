"""Reports: what of a roadmap was done in the first half of its first year, and which papers prove it."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from synthetic import wording
from synthetic.chance import Chance
from synthetic.deadlines import day_words
from synthetic.lines import field, inline, listed
from synthetic.roadmaps import REVIEWED, Activity

_KINDS: Final = (("приказ", "order"), ("протокол", "minutes"), ("справка", "note"))
_NEVER: Final = datetime.date.max


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A document that a report cites."""

    id: str
    kind: str
    number: str
    date: datetime.date
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A row of a report."""

    activity: Activity
    day: datetime.date
    paper: Paper | None
    deed: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A report with all that the register of documents has to know of it."""

    path: str
    roadmap: str
    level: str
    title: str
    signed: str
    year: int
    """When the school year began."""
    entries: tuple[Entry, ...]

    @property
    def papers(self) -> Iterator[Paper]:
        """The documents that it cites."""
        return (entry.paper for entry in self.entries if entry.paper)


def entries(path: str, rows: Sequence[Activity], year: int, chance: Chance) -> tuple[Entry, ...]:
    """Eight to fifteen rows about activities of one level, those with figures and with early deadlines first."""
    rows = [row for row in rows if not row.act]
    count = chance.between(8, 15)
    order = sorted(rows, key=lambda row: (row.indicator is None, (row.deadline.day or _NEVER) > _last(year)))
    name = path.rpartition("/report-")[2]
    chosen = {row.id for row in order[:count]}
    return tuple(
        _entry(row, f"{name}-{number}", year, chance)
        for number, row in enumerate((row for row in rows if row.id in chosen), 1)
    )


def report(content: Report, chance: Chance) -> str:
    """The file."""
    return "\n".join(_lines(content, chance)) + "\n"


def _entry(row: Activity, name: str, year: int, chance: Chance) -> Entry:
    """An activity that was done a few days before it was due, or on any day where that is not one day."""
    first, due = datetime.date(year, 9, 10), row.deadline.day
    if due is None or due > _last(year):
        due = first + datetime.timedelta(days=chance.below((_last(year) - first).days))
    day = max(first, due - datetime.timedelta(days=chance.below(6)))
    paper = _paper(row, name, day, chance) if chance.happens(0.7) else None
    return Entry(activity=row, day=day, paper=paper, deed=wording.deed(chance))


def _paper(row: Activity, name: str, day: datetime.date, chance: Chance) -> Paper:
    kind, slug = chance.one(_KINDS)
    return Paper(
        id=f"{slug}-{name}",
        kind=kind,
        number=f"{10 + chance.below(400)}-{name.rpartition('-')[2]}",
        date=day + datetime.timedelta(days=chance.below(10)),
        title=f"О результатах работы по вопросам {row.matter.topic}",
    )


def _last(year: int) -> datetime.date:
    return datetime.date(year + 1, 1, 30)


def _lines(content: Report, chance: Chance) -> Iterator[str]:
    up = "../" * (content.path.count("/") + 1)
    yield f"# yaml-language-server: $schema={up}.schema/report.json"
    yield from field("", "title", content.title)
    yield f"level: {content.level}"
    yield f"period: {content.year}-09-01/{content.year + 1}-01-31"
    yield f"roadmap: {content.roadmap}"
    yield from field("", "signed", content.signed)
    yield "source:"
    yield from field("  ", "title", content.title)
    yield "  form: DOCX"
    yield f"reviewed: {REVIEWED}"
    yield "columns:"
    yield "  title: Наименование мероприятия"
    yield "  description: Краткое описание"
    yield "  date: Дата проведения"
    yield "  responsible: Ответственная организация"
    yield "  evidence: Подтверждающие документы"
    yield "entries:"
    for number, entry in enumerate(content.entries, 1):
        yield from _row(number, entry, content, chance)


def _row(number: int, entry: Entry, content: Report, chance: Chance) -> Iterator[str]:
    row, day = entry.activity, entry.day
    yield f'  - id: "{number}"'
    yield f'    number: "{number}"'
    yield from field("    ", "title", row.matter.title)
    yield from field("    ", "description", f"По пункту {row.id} дорожной карты {entry.deed}")
    told = day_words(day) if chance.happens(0.7) else f"{day:%d.%m.%Y}"
    yield from field("    ", "date", told)
    yield f"    responsible: [{', '.join(row.responsible)}]"
    if row.audience:
        yield f"    audience: {listed(row.audience)}"
    if entry.paper:
        paper = entry.paper
        yield "    evidence:"
        yield f"      - document: {paper.id}"
        quote = f"{paper.kind.capitalize()} от {paper.date:%d.%m.%Y} № {paper.number}"
        yield f"        quote: {inline(quote)}"
    yield f"    activity: {content.roadmap}#{row.id}"
    if row.indicator:
        planned = row.indicator[2][0]
        yield f'    actuals: [{{year: "{content.year}", value: "{planned}"}}]'
    if chance.happens(0.05):
        yield "    unproven: описана только подготовка к мероприятию"
