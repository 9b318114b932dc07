"""The paper of a roadmap: the whole, one level of it or one section."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta import addresses, dates
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Attachment, Column, Fact, Paper, Row, RowKind, Table, Width
from dorkarta.documents.remarks import Remarks
from dorkarta.model.activity import Activity
from dorkarta.model.indicator import Indicator
from dorkarta.model.level import LevelId
from dorkarta.model.note import Note
from dorkarta.model.quantity import Quantity
from dorkarta.model.roadmap import Columns, Roadmap, Section
from dorkarta.model.source import Approval, Source
from dorkarta.records import naming, words
from dorkarta.records.columns import TableColumns, columns_of
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record

LOST: Final = "[утрачено]"
"""Stands in a cell that the scan lost; a remark says so."""

_BY: Final = {
    "приказ": "приказом",
    "распоряжение": "распоряжением",
    "постановление": "постановлением",
    "решение": "решением",
    "протокол": "протоколом",
    "письмо": "письмом",
}
"""Kinds of documents as the grif declines them (ГОСТ Р 7.0.97-2025): «УТВЕРЖДЕНО приказом …»."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """A part of a roadmap: what one level does, or one section with all inside."""

    level: LevelId | None = None
    section: str | None = None
    """The id of a section."""

    @property
    def name(self) -> str:
        """Its place in the address of the paper."""
        return addresses.level_part(self.level) if self.level else addresses.section_part(self.section or "")


def cuts(plan: Plan, record: Record[Roadmap]) -> Iterator[Cut]:
    """The parts of a roadmap worth a paper of their own: its levels and its top sections, where there are several.

    A section that is all that a level does (as in Krasnodar krai) is not offered twice. A school carries out its own
    roadmap as a whole, and nobody shares out its few pages.
    """
    if record.content.level is LevelId.SCHOOL:
        return
    planned = plan.by_roadmap[record.path]
    by_level = {level: {one.key for one in planned if one.level is level} for level in LevelId}
    levels = {level: keys for level, keys in by_level.items() if keys}
    by_section = {
        section.id: {one.key for one in planned if one.sections[0].id == section.id}
        for section in record.content.sections
    }
    if len(levels) > 1:
        yield from (Cut(level=level) for level in levels)
    if len(by_section) > 1:
        yield from (Cut(section=section) for section, keys in by_section.items() if keys not in levels.values())


def cut_title(corpus: Corpus, record: Record[Roadmap], cut: Cut) -> str:
    """«Муниципальный уровень», «Раздел 4»; without a number the title of the section."""
    if cut.level:
        return naming.level_title(corpus, record.territory, cut.level)
    section = next(each for each in _all_sections(record.content.sections) if each.id == cut.section)
    return f"Раздел {section.number}" if section.number else section.title


def make(
    plan: Plan,
    record: Record[Roadmap],
    imprint: Imprint,
    *,
    cut: Cut | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Paper:
    """The paper of a roadmap or of a part of it; every paper of a roadmap has the columns of the whole.

    Raises:
        KeyError: the roadmap has no such section or no activity of such a level.
    """
    corpus, content = plan.corpus, record.content
    planned = plan.by_roadmap[record.path]
    remarks = Remarks()
    if cut is None:
        remarks.add("", _notes_of_whole(content), _inferred_of_whole(content))
    writer = _Writer(planned=planned, columns=columns_of(record, planned), remarks=remarks, cut=cut)
    rows = tuple(writer.sections(content.sections))
    if not rows:
        raise KeyError(cut)
    return Paper(
        stem=addresses.stem(addresses.roadmap(record.path), cut.name if cut else ""),
        name=naming.roadmap_name(corpus, record),
        title=content.title,
        part=cut_title(corpus, record, cut) if cut else None,
        appendix=content.appendix,
        grif=tuple(_grif(corpus, record.territory, content.approved)) if content.approved else (),
        facts=(Fact(label="Цель", value=content.goal),) if content.goal else (),
        tables=(Table(columns=tuple(each.column for each in writer.cells), rows=rows),),
        remarks=tuple(remarks.found),
        sources=(source_sentence(content.source),),
        address=addresses.roadmap(record.path),
        live=imprint.live(addresses.roadmap(record.path)),
        publisher=imprint.publisher,
        changed=imprint.changed((record.file,)),
        moment=imprint.moment((record.file,), content.period.start),
        attachments=attachments,
    )


def source_sentence(source: Source) -> str:
    """«Источник: … (распознанный скан), https://…»"""
    named = f"{source.title} ({source.form})" if source.form else source.title
    return f"Источник: {named}, {source.url}" if source.url else f"Источник: {named}"


def _notes_of_whole(content: Roadmap) -> Iterator[Note]:
    yield from content.notes
    yield from content.source.notes
    if content.approved:
        yield from content.approved.notes


def _inferred_of_whole(content: Roadmap) -> dict[str, str]:
    return {**content.inferred, **(content.approved.inferred if content.approved else {})}


def _grif(corpus: Corpus, territory: str, approval: Approval) -> Iterator[str]:
    """The grif of approval, line by line. Where an act approved the roadmap, it is named, else the post."""
    yield "УТВЕРЖДЕНО"
    found = corpus.find_document(territory, approval.document) if approval.document else None
    act = _BY.get(found.content.kind.lower()) if found else None
    signs = [dates.day(approval.date)] if approval.date else []
    signs += [f"№\u00a0{approval.number}"] if approval.number else []
    if act:
        yield " ".join((act, "от" if approval.date else "", *signs)).replace("  ", " ")
    if approval.post or approval.by:
        yield approval.post or approval.by or ""
    if signs and not act:
        yield " ".join(signs)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cell:
    """A column with what fills it: something of the activity, or something of one of its indicators."""

    column: Column
    text: Callable[[Planned], str | None] | None = None
    figure: Callable[[Indicator], str | None] | None = None


def _cells(columns: TableColumns) -> Iterator[_Cell]:
    """The columns in the order of the document."""
    for field in columns.printed:
        yield from _cells_of(field, columns)


def _cells_of(field: str, columns: TableColumns) -> Iterator[_Cell]:
    """What the document prints under one heading of `Columns`; results and years may stand under it as a group."""
    if field == "number":
        yield _Cell(
            column=Column(key=field, title=columns.number, width=Width.NUMBER), text=lambda one: one.activity.number
        )
    elif field == "title":
        yield _Cell(
            column=Column(key=field, title=columns.title, width=Width.LONG),
            text=lambda one: _title(one, with_deadline=columns.deadline is None),
        )
    elif field == "form" and columns.form:
        yield _Cell(column=Column(key=field, title=columns.form, width=Width.SHORT), text=lambda one: one.activity.form)
    elif field == "responsible" and columns.responsible:
        yield _Cell(
            column=Column(key=field, title=columns.responsible, width=Width.SHORT),
            text=lambda one: words.answerable(one.activity.responsible),
        )
    elif field == "deadline":
        yield from _time_cells(columns)
    elif field == "expected_result":
        yield from _result_cells(columns)


def _time_cells(columns: TableColumns) -> Iterator[_Cell]:
    if columns.deadline:
        yield _Cell(
            column=Column(key="deadline", title=columns.deadline, width=Width.SHORT),
            text=lambda one: words.deadline(one.activity.deadline, one.timing),
        )
    for year in columns.years:
        yield _Cell(
            column=Column(key=year, title=f"{year}\u00a0г.", width=Width.FIGURE, group=columns.time_group),
            figure=lambda indicator, year=year: _figure(indicator.years.get(year)),  # type: ignore[misc]  # a default binds the year
        )


def _result_cells(columns: TableColumns) -> Iterator[_Cell]:
    if columns.result:
        yield _Cell(
            column=Column(key="expected_result", title=columns.result, width=Width.LONG),
            text=lambda one: one.activity.expected_result,
        )
    if columns.figures:
        yield _Cell(
            column=Column(key="indicator", title="наименование", width=Width.SHORT, group=columns.figures_group),
            figure=lambda indicator: indicator.name,
        )
        yield _Cell(
            column=Column(key="target", title="плановое значение", width=Width.FIGURE, group=columns.figures_group),
            figure=lambda indicator: _figure(indicator.target),
        )


def _figure(quantity: Quantity | None) -> str | None:
    return quantity.text if quantity else None


def _title(one: Planned, *, with_deadline: bool) -> str:
    """The title; under it the deadline where the table has no column for it."""
    title = naming.activity_title(one.activity)
    deadline = words.deadline(one.activity.deadline, one.timing) if with_deadline else ""
    return f"{title}\nСрок: {deadline}" if deadline else title


class _Writer:
    """Writes the rows of a roadmap, all of them or those of a cut."""

    def __init__(self, *, planned: Sequence[Planned], columns: TableColumns, remarks: Remarks, cut: Cut | None) -> None:
        self._by_id: Mapping[str, Planned] = {one.activity.id: one for one in planned}
        self._remarks = remarks
        self._cut = cut or Cut()
        self._hidden = Columns.model_fields.keys() - set(columns.printed)
        self.cells = tuple(_cells(columns))

    def sections(self, sections: Iterable[Section], depth: int = 0, *, inside: bool = False) -> Iterator[Row]:
        """Headings with their rows; a heading over nothing that belongs to the cut is left out."""
        for section in sections:
            here = inside or self._cut.section in (None, section.id)
            heading = Row(
                kind=RowKind.SECTION,
                id=section.id,
                depth=depth,
                cells=(f"{section.number}. {section.title}" if section.number else section.title,),
                remarks=self._remarks.add(section_place(section), section.notes) if here and self._any(section) else (),
            )
            rows = [*self._activities(section.activities, 0)] if here else []
            rows += self.sections(section.sections, depth + (1 if here else 0), inside=here)
            if not rows:
                continue
            if here:
                yield heading
            yield from rows

    def _any(self, section: Section) -> bool:
        return any(self._speaks(activity) for activity in _all_activities(section))

    def _activities(self, activities: Iterable[Activity], depth: int) -> Iterator[Row]:
        for activity in activities:
            if self._speaks(activity):
                yield from self._rows(self._by_id[activity.id], depth)
                yield from self._activities(activity.activities, depth + 1)

    def _speaks(self, activity: Activity) -> bool:
        """An activity belongs to a level by itself or by one of its parts."""
        if self._cut.level is None:
            return True
        own = self._by_id[activity.id].level is self._cut.level
        return own or any(self._speaks(part) for part in activity.activities)

    def _rows(self, one: Planned, depth: int) -> Iterator[Row]:
        activity = one.activity
        indicators = activity.indicators or (None,)
        for index, indicator in enumerate(indicators):
            yield Row(
                kind=RowKind.MORE if index else RowKind.PART if depth else RowKind.ITEM,
                id=activity.id,
                depth=depth,
                cells=tuple(self._text(cell, one, indicator, first=not index) for cell in self.cells),
                remarks=self._row_remarks(one, indicator, first=not index),
                state=None if index else words.state(activity),
            )

    def _text(self, cell: _Cell, one: Planned, indicator: Indicator | None, *, first: bool) -> str | None:
        if cell.figure:
            return (cell.figure(indicator) or "") if indicator else ""
        if not first or cell.text is None:
            return None
        return cell.text(one) or (LOST if cell.column.key in words.lost_cells(one) else "")

    def _row_remarks(self, one: Planned, indicator: Indicator | None, *, first: bool) -> tuple[int, ...]:
        activity = one.activity
        place = naming.activity_place(activity)
        shown = {name: why for name, why in activity.inferred.items() if name not in self._hidden}
        numbers = self._remarks.add(place, activity.notes, shown) if first else ()
        return numbers + (self._remarks.add(place, indicator.notes, indicator.inferred) if indicator else ())


def section_place(section: Section) -> str:
    """«Раздел 4», «Раздел «Краевой уровень»»"""
    return f"Раздел {section.number}" if section.number else f"Раздел «{section.title}»"


def _all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)


def _all_activities(section: Section) -> Iterator[Activity]:
    for each in _all_sections((section,)):
        yield from each.activities
