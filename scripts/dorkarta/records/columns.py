"""Which columns the table of a roadmap has, on the page and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta.model.roadmap import Columns, Roadmap
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record

NUMBER: Final = "№"
TITLE: Final = "Мероприятие"
FORM: Final = "Форма"
DEADLINE: Final = "Срок"
RESPONSIBLE: Final = "Ответственные"
RESULT: Final = "Ожидаемый результат"
FIGURES: Final = "Показатель"
YEARS: Final = "Значения по годам"


@dataclass(frozen=True, kw_only=True, slots=True)
class TableColumns:
    """The headings, the document's where it has them; a column that no row fills has none."""

    number: str
    title: str
    form: str | None
    deadline: str | None
    responsible: str | None
    result: str | None
    figures: bool
    """Some activity has indicators."""
    figures_group: str
    """The heading over the name of an indicator and its planned figure."""
    years: tuple[str, ...]
    """Calendar years with planned figures."""
    time_group: str
    """The heading over the years."""
    printed: tuple[str, ...]
    """The fields of `Columns` that the document prints, in its order; then those that the record fills beside them,
    but not those that are only inferred (a form, read from a title)."""


def columns_of(record: Record[Roadmap], planned: Sequence[Planned]) -> TableColumns:
    """The columns of a table of activities.

    Where figures by year tell when, deadlines that only a few rows have stand under their titles.
    """
    names = record.content.columns or Columns()
    whole = [one for one in planned if one.parent is None]
    years = {year for one in whole for each in one.activity.indicators for year in each.years}
    timed_parts = {one.parent for one in planned if one.parent and one.timing}
    dated = sum(one.timing is not None or one.activity.id in timed_parts for one in whole)
    needs_dates = dated * 2 >= len(whole) if years else dated > 0
    any_result = any(one.activity.expected_result for one in whole)
    return TableColumns(
        number=names.number or NUMBER,
        title=names.title or TITLE,
        form=(names.form or FORM) if any(one.forms for one in planned) else None,
        deadline=(names.deadline or DEADLINE) if needs_dates else None,
        responsible=(names.responsible or RESPONSIBLE) if any(one.activity.responsible for one in whole) else None,
        result=(names.expected_result or RESULT) if any_result else None,
        figures=any(one.activity.indicators for one in whole),
        figures_group=(None if any_result else names.expected_result) or FIGURES,
        years=tuple(sorted(years)),
        time_group=(None if needs_dates else names.deadline) or YEARS,
        printed=_printed(record, planned),
    )


def _printed(record: Record[Roadmap], planned: Sequence[Planned]) -> tuple[str, ...]:
    """In the order in which an editor wrote `columns:`, which is the document's."""
    named = record.content.columns.order if record.content.columns else ()
    return (*named, *(name for name in Columns.model_fields if name not in named and _stated(name, planned)))


def _stated(name: str, planned: Sequence[Planned]) -> bool:
    """Some activity has it, and not only because somebody inferred it."""
    if name == "expected_result" and any(one.activity.indicators for one in planned):
        return True
    return any(getattr(one.activity, name) and name not in one.activity.inferred for one in planned)
