"""What papers have in common that gather things from several records: columns, cells, remarks, the frame."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from dorkarta import addresses
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Column, Fact, Paper, Remark, Row, RowKind, Table, Width
from dorkarta.documents.remarks import Remarks
from dorkarta.documents.roadmap import LOST
from dorkarta.model.activity import Activity
from dorkarta.model.indicator import Indicator
from dorkarta.model.note import Note, NoteKind
from dorkarta.records import naming, words
from dorkarta.records.plan import Plan, Planned
from dorkarta.text import numeral

EARLIEST: Final = datetime.date(1980, 1, 1)
"""The first day that a file in an archive can bear; stands where no record says a day."""

COMPILED: Final = "Составлено по дорожным картам и отчётам, опубликованным на сайте."
WORDING: Final = (
    "Мероприятия и сроки – словами документов; если в словах срока нет года, даты стоят в скобках. "
    "Исправления распознанного текста указаны в самих дорожных картах."
)

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said(Generic[T]):
    """A column with what it says of each thing."""

    column: Column
    text: Callable[[T], str]


def said(key: str, title: str, width: Width, text: Callable[[T], str], group: str | None = None) -> Said[T]:
    """A column; the arguments are those of `Column`, and what it says."""
    return Said(column=Column(key=key, title=title, width=width, group=group), text=text)


def filled(columns: Iterable[Said[T]], things: Iterable[T]) -> tuple[Said[T], ...]:
    """The columns that say something of something."""
    listed = tuple(things)
    return tuple(each for each in columns if any(each.text(thing) for thing in listed))


def item(columns: Iterable[Said[T]], thing: T, identity: str) -> Row:
    """The row of a thing."""
    return Row(kind=RowKind.ITEM, id=identity, cells=tuple(each.text(thing) for each in columns))


def heading(title: str, depth: int = 0) -> Row:
    """A row over those that follow."""
    return Row(kind=RowKind.SECTION, depth=depth, cells=(title,))


def listing(
    title: str,
    columns: Iterable[Said[T]],
    things: Sequence[T],
    identity: Callable[[T], str],
    *,
    lead: str | None = None,
) -> Iterable[Table]:
    """A table of things without headings; none of no things. The first column stays, others only where filled."""
    if not things:
        return
    first, *others = columns
    kept = (first, *filled(others, things))
    yield Table(
        title=title,
        lead=lead,
        columns=tuple(each.column for each in kept),
        rows=tuple(item(kept, thing, identity(thing)) for thing in things),
    )


def form(one: Planned) -> str:
    """The form as printed."""
    return one.activity.form or _lost(one, "form")


def deadline(one: Planned) -> str:
    """The deadline as printed; below it, where the words alone do not tell, the dates that they mean."""
    activity = one.activity
    printed = words.deadline(activity.deadline, one.timing)
    meaning = words.meaning(activity.deadline, one.timing) if activity.deadline else None
    return f"{printed}\n({meaning})" if meaning else printed or _lost(one, "deadline")


def answerable(one: Planned) -> str:
    """Who answers, as printed."""
    return words.answerable(one.activity.responsible) or _lost(one, "responsible")


def result(one: Planned) -> str:
    """The expected result as printed, then the indicators, a line each."""
    lines = [one.activity.expected_result or _lost(one, "expected_result"), *map(_figures, one.activity.indicators)]
    return "\n".join(line for line in lines if line)


def _figures(indicator: Indicator) -> str:
    """«Доля педагогов: не менее 50 % (2021 г. – 10 %, 2022 г. – 50 %)»"""
    target = indicator.target.text if indicator.target else ""
    years = ", ".join(f"{year}\u00a0г. – {value.text}" for year, value in sorted(indicator.years.items()))
    values = f"{target} ({years})" if target and years else target or years
    order = f" [по порядку: {'; '.join(indicator.counts)}]" if indicator.counts else ""
    return ": ".join(part for part in (indicator.name, values) if part) + order


def undated(count: int) -> str:
    """«2 мероприятия – срок определяет план, график или событие»"""
    return f"{numeral(count, *naming.ACTIVITY)} – срок определяет план, график или событие"


def _lost(one: Planned, name: str) -> str:
    return LOST if name in words.lost_cells(one) else ""


@dataclass(kw_only=True, slots=True)
class Doubts:
    """Remarks on activities, each said once however often it holds.

    How letters of a scan were put right is said in the paper of the roadmap only.
    """

    plan: Plan
    several: bool
    """Whether the activities are of several roadmaps, so that a place has to name its own."""
    remarks: Remarks = field(default_factory=Remarks)
    _numbers: dict[object, int] = field(default_factory=dict)

    @property
    def found(self) -> tuple[Remark, ...]:
        """All so far."""
        return tuple(self.remarks.found)

    def of(self, one: Planned, *, figures: bool = False) -> tuple[int, ...]:
        """The numbers of the remarks on an activity, and on its indicators where a paper prints them."""
        place, activity = self._place(one), one.activity
        spoken_of: tuple[Activity | Indicator, ...] = (activity, *(activity.indicators if figures else ()))
        numbers: list[int] = []
        for each in spoken_of:
            numbers += (self._number(place, note, {}) for note in each.notes if note.kind is not NoteKind.REPAIR)
            numbers += (self._number(place, None, {name: why}) for name, why in each.inferred.items())
        return tuple(dict.fromkeys(numbers))

    def _number(self, place: str, note: Note | None, inferred: Mapping[str, str]) -> int:
        same = place, note, *inferred.items()
        if same not in self._numbers:
            (self._numbers[same],) = self.remarks.add(place, (note,) if note else (), inferred)
        return self._numbers[same]

    def _place(self, one: Planned) -> str:
        """«Пункт 4.10»; of a part without a number, the place of its whole."""
        whole = self.plan.whole_of(one)
        if whole and not one.activity.number:
            return self._place(whole)
        place = naming.activity_place(one.activity)
        return f"{place} ({naming.roadmap_name(self.plan.corpus, one.record)})" if self.several else place


def paper(
    imprint: Imprint,
    *,
    address: str,
    name: str,
    title: str,
    facts: Iterable[Fact],
    tables: Iterable[Table],
    remarks: tuple[Remark, ...],
    sources: tuple[str, ...],
    files: Iterable[str],
    since: datetime.date,
) -> Paper:
    """The frame of a gathered paper.

    Arguments:
        imprint: Who publishes.
        address: The page that shows the same; the files of the paper are named after it.
        name: What a person would call the file.
        title: The heading.
        facts: Lines of the head.
        tables: The tables.
        remarks: The remarks.
        sources: Where the words come from.
        files: The files of the records that it is made of.
        since: A day that stands for the paper where the changes of these files are not known.
    """
    drawn = frozenset(files)
    return Paper(
        stem=addresses.stem(address),
        name=name,
        title=title,
        facts=tuple(facts),
        tables=tuple(tables),
        remarks=remarks,
        sources=sources,
        address=address,
        live=imprint.live(address),
        publisher=imprint.publisher,
        changed=imprint.changed(drawn),
        moment=imprint.moment(drawn, since),
    )
