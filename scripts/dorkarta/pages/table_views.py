"""The plain data of a table of activities, as its macros in `theme/blocks/_parts.html` name it."""

from collections.abc import Mapping

from dorkarta.pages.plain import plain
from dorkarta.pages.states import StatesView
from dorkarta.pages.views import BodyView, DeadlineView, FormView, Link, NoteView


@plain
class IndicatorView:
    """A row of planned figures."""

    name: str
    target: str | None
    by_year: Mapping[str, str]
    counts: tuple[str, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]


@plain
class ThreadView:
    """What ties an activity to others."""

    why: tuple[tuple[Link, ...], ...]
    """Every way up, from the activity above to the document that it rests upon."""
    below: tuple[Link, ...]
    """What carries it out."""
    practices: tuple[Link, ...]


@plain
class SubView:
    """A part of an activity."""

    id: str
    number: str | None
    title: str | None
    forms: tuple[FormView, ...]
    deadline: DeadlineView | None
    bodies: tuple[BodyView, ...]
    months: tuple[str, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    lost: tuple[str, ...]
    states: StatesView | None
    thread: ThreadView | None


@plain
class ActivityView:
    """A row of the table of activities."""

    id: str
    number: str | None
    title: str | None
    forms: tuple[FormView, ...]
    deadline: DeadlineView | None
    bodies: tuple[BodyView, ...]
    result: str | None
    indicators: tuple[IndicatorView, ...]
    documents: tuple[Link, ...]
    subs: tuple[SubView, ...]
    apart: bool
    """The parts stand as rows of their own: one of them has a deadline, a form or a body."""
    level: str | None
    months: tuple[str, ...]
    notes: tuple[NoteView, ...]
    inferred: Mapping[str, str]
    lost: tuple[str, ...]
    edit: str | None
    state: str | None
    states: StatesView | None
    thread: ThreadView | None


@plain
class SectionView:
    """Rows under a heading; without a title, just rows."""

    id: str
    title: str | None
    number: str | None = None
    notes: tuple[NoteView, ...] = ()
    activities: tuple[ActivityView, ...] = ()
    sections: tuple["SectionView", ...] = ()


@plain
class ColumnsView:
    """The headings of the table; a column that no row fills has none."""

    number: str
    title: str
    form: str | None
    deadline: str | None
    responsible: str | None
    result: str | None


@plain
class TableView:
    """A table of activities."""

    id: str
    caption: str
    columns: ColumnsView
    figures: bool
    """The columns of indicators are shown."""
    years: tuple[str, ...]
    sections: tuple[SectionView, ...]
