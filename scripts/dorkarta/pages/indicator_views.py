"""What pages of indicators show, as plain data."""

from dorkarta.pages.indicator_chart import ChartView
from dorkarta.pages.places import PlacesView
from dorkarta.pages.plain import plain
from dorkarta.pages.status import StatusView
from dorkarta.pages.views import Header, Link, NoteView, RecordLine


@plain
class FactView:
    """A figure of a report with the way to the entry that tells it."""

    words: str
    href: str
    source: str
    """«запись 2: Отчёт …»"""


@plain
class LineView:
    """A year of a table, or the whole time."""

    label: str
    plan: str | None
    facts: tuple[FactView, ...]
    value: str | None
    """What the facts of the years make, where no report tells it itself."""
    status: StatusView | None
    difference: str | None


@plain
class FigureView:
    """A figure with its table and its picture."""

    id: str
    name: str
    of: str | None
    """The indicator, where a cell of it holds several figures."""
    territory: Link | None
    way: str
    lines: tuple[LineView, ...]
    total: LineView
    chart: ChartView | None
    notes: tuple[NoteView, ...]


@plain
class ActivityFigures:
    """An activity with its figures."""

    id: str
    number: str | None
    title: str
    href: str
    asked: str | None
    """Who carries it out, where it is not the territory of the roadmap."""
    figures: tuple[FigureView, ...]


@plain
class SectionFigures:
    """The activities of a section."""

    id: str
    number: str | None
    title: str
    activities: tuple[ActivityFigures, ...]


@plain
class SummaryLine:
    """How many indicators have a plan for a year, and what became of them."""

    label: str
    asked: int
    told: int
    """How many of them have a fact."""
    reached: int
    missed: int


@plain
class IndicatorsView:
    """The indicators of a roadmap."""

    crumbs: tuple[Link, ...]
    header: Header
    text: str
    summary: tuple[SummaryLine, ...]
    whole: SummaryLine
    drawn: tuple[str, ...]
    """What its pictures consist of, to be explained: «bars», «level», «limit», «fact»."""
    sections: tuple[SectionFigures, ...]


@plain
class IndicatorListView:
    """The roadmaps with indicators."""

    records: tuple[RecordLine, ...]
    places: PlacesView | None
    """Where those stand that are too many."""


@plain
class IndicatorPlaceView:
    """The roadmaps of a territory that have indicators."""

    crumbs: tuple[Link, ...]
    header: Header
    list: IndicatorListView
