"""Tables of activities with their filter rows."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from dorkarta import addresses, dates
from dorkarta.model.indicator import Indicator
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Section
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.states import state_options, states
from dorkarta.pages.table_views import ActivityView, ColumnsView, IndicatorView, SectionView, SubView, TableView
from dorkarta.pages.thread import thread
from dorkarta.pages.views import DeadlineView, FilterView, Link, Option, OptionGroup
from dorkarta.records import naming, words
from dorkarta.records.columns import TableColumns
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Month

NOUN: Final = naming.ACTIVITY
UNDATED: Final = "none"

_QUARTERS = ("I", "II", "III", "IV")


class Tables:
    """Makes tables; knows the planned activities by their ids."""

    def __init__(self, edition: Edition, planned: Sequence[Planned]) -> None:
        self._edition = edition
        self._planned = planned
        self._by_key: Mapping[str, Planned] = {one.key: one for one in planned}

    def section(self, roadmap: str, section: Section) -> SectionView:
        """A section as the document has it, with what is nested in it."""
        return SectionView(
            id=addresses.section_anchor(section.id),
            number=section.number,
            title=section.title,
            notes=parts.notes(section.notes),
            activities=tuple(self.activity(self._by_key[f"{roadmap}#{each.id}"]) for each in section.activities),
            sections=tuple(self.section(roadmap, each) for each in section.sections),
        )

    def activity(self, one: Planned) -> ActivityView:
        """A row."""
        activity, corpus = one.activity, self._edition.corpus
        subs = [self._by_key[f"{one.record.path}#{each.id}"] for each in activity.activities]
        sub_views = tuple(self.sub(each) for each in subs)
        form_views = parts.forms(activity.form, one.forms)
        body_views = parts.bodies(corpus, one.record.territory, activity.responsible)
        deadline = parts.deadline(activity.deadline, one.timing)
        return ActivityView(
            id=addresses.activity_anchor(activity.id),
            number=activity.number,
            title=activity.title,
            forms=form_views,
            deadline=deadline,
            bodies=body_views,
            result=activity.expected_result,
            indicators=tuple(indicator(each) for each in activity.indicators),
            documents=tuple(_documents(corpus, one)),
            subs=sub_views,
            apart=any(each.deadline or each.forms or each.bodies for each in sub_views),
            level=one.level.value,
            months=month_values([*one.months, *(month for each in subs for month in each.months)]),
            notes=parts.notes(activity.notes),
            inferred=dict(activity.inferred),
            lost=_lost(one, deadline) if activity.notes else (),
            edit=self._edition.edit(one.record.file, one.line),
            state=words.state(activity),
            states=states(self._edition, one),
            thread=thread(self._edition, one),
        )

    def sub(self, one: Planned) -> SubView:
        """A part of a row."""
        activity = one.activity
        deadline = parts.deadline(activity.deadline, one.timing)
        return SubView(
            id=addresses.activity_anchor(activity.id),
            number=activity.number,
            title=activity.title,
            forms=parts.forms(activity.form, one.forms),
            deadline=deadline,
            bodies=parts.bodies(self._edition.corpus, one.record.territory, activity.responsible),
            months=month_values(one.months),
            notes=parts.notes(activity.notes),
            inferred=dict(activity.inferred),
            lost=words.lost_fields(activity.notes, {"title": activity.title, "deadline": deadline}),
            states=states(self._edition, one),
            thread=thread(self._edition, one),
        )


def table(identity: str, caption: str, sections: tuple[SectionView, ...], columns: TableColumns) -> TableView:
    """A table of sections."""
    return TableView(
        id=identity,
        caption=caption,
        columns=ColumnsView(
            number=columns.number,
            title=columns.title,
            form=columns.form,
            deadline=columns.deadline,
            responsible=columns.responsible,
            result=columns.result,
        ),
        figures=columns.figures,
        years=columns.years,
        sections=sections,
    )


def filter_row(edition: Edition, territory: str, planned: Sequence[Planned]) -> FilterView:
    """The choices that a table of these activities offers."""
    corpus = edition.corpus
    whole = [one for one in planned if one.parent is None]
    form_views = {form.id: form.title for one in planned for form in one.forms}
    body_views = {body.content.id: body.content.short or body.content.title for one in planned for body in one.bodies}
    levels = [level for level in LevelId if any(one.level is level for one in whole)]
    return FilterView(
        total=len(whole),
        noun=NOUN,
        forms=_options(form_views),
        bodies=_options(body_views),
        levels=tuple(Option(value=level, label=naming.level_title(corpus, territory, level)) for level in levels),
        whens=_whens(_months_of(planned), undated=any(not one.occurrences for one in whole)),
        states=state_options(edition, planned),
    )


def indicator(found: Indicator) -> IndicatorView:
    """A row of planned figures in the words of the document."""
    return IndicatorView(
        name=found.name,
        target=found.target.text if found.target else None,
        by_year={year: value.text for year, value in sorted(found.years.items())},
        counts=found.counts,
        notes=parts.notes(found.notes),
        inferred=dict(found.inferred),
    )


def month_values(months: Iterable[Month]) -> tuple[str, ...]:
    """Months as the filter compares them: `2020-12`."""
    return _month_values(tuple(months))


@lru_cache(maxsize=4096)
def _month_values(months: tuple[Month, ...]) -> tuple[str, ...]:
    return tuple(f"{year}-{month:02}" for year, month in sorted(set(months)))


def _lost(one: Planned, deadline: DeadlineView | None) -> tuple[str, ...]:
    """The cells that the scan lost."""
    cells = words.printed_cells(one.activity, deadline.text if deadline else None, one.record.content.columns)
    return words.lost_fields(one.activity.notes, cells)


def _documents(corpus: Corpus, one: Planned) -> Iterable[Link]:
    for reference in one.activity.documents:
        found = corpus.find_document(one.record.territory, reference)
        if found is not None:
            yield parts.document_link(found)


def _options(labels: Mapping[str, str]) -> tuple[Option, ...]:
    pairs = sorted(labels.items(), key=lambda pair: pair[1].casefold())
    return tuple(Option(value=value, label=label) for value, label in pairs)


def _months_of(planned: Sequence[Planned]) -> tuple[Month, ...]:
    return tuple(sorted({month for one in planned for month in one.months}))


@lru_cache(maxsize=256)
def _whens(months: tuple[Month, ...], *, undated: bool) -> tuple[OptionGroup, ...]:
    """Roadmaps of one period have the same ones."""
    quarters = sorted({(year, (number - 1) // 3) for year, number in months})
    groups = []
    if quarters:
        options = (
            Option(value=f"{y}-q{q + 1}", label=f"{_QUARTERS[q]} квартал {y}", months=_of_quarter(y, q))
            for y, q in quarters
        )
        groups.append(OptionGroup(label="Кварталы", options=tuple(options)))
        by_month = (Option(value=f"{y}-{m:02}", label=dates.month(y, m)) for y, m in months)
        groups.append(OptionGroup(label="Месяцы", options=tuple(by_month)))
    if groups and undated:
        by_plan = Option(value=UNDATED, label="срок определяет план")
        groups.append(OptionGroup(label="Без даты", options=(by_plan,)))
    return tuple(groups)


def _of_quarter(year: int, quarter: int) -> str:
    return " ".join(f"{year}-{month:02}" for month in range(quarter * 3 + 1, quarter * 3 + 4))
