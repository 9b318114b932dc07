"""«Исполнение» on pages that are about something else: counts and the way to the whole of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dorkarta import addresses
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.status import CountsView, counts_view
from dorkarta.pages.views import Link
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record
from dorkarta.text import digits, numeral

RULES: Final = Link(title="Что значат состояния", href=addresses.PROGRESS_RULES)


@plain
class ExecutionView:
    """The execution of a whole roadmap, or of what a report tells, in counts."""

    title: str
    """What is counted: «112 мероприятий»."""
    counts: CountsView
    remark: str | None
    links: tuple[Link, ...]


def summary(units: Sequence[Unit], *links: Link) -> ExecutionView | None:
    """How activities stand; nothing where nobody carries any out."""
    if not units:
        return None
    activities = activities_in(units)
    several = f"Что исполняют несколько муниципалитетов, посчитано в каждом из них: всего {digits(len(units))}."
    return ExecutionView(
        title=numeral(activities, *naming.ACTIVITY),
        counts=counts_view(units),
        remark=several if activities < len(units) else None,
        links=(*links, RULES),
    )


def roadmap_summary(edition: Edition, record: Record[Roadmap]) -> ExecutionView | None:
    """How the activities of a roadmap stand."""
    return summary(edition.execution.by_roadmap.get(record.path, ()), *_links(edition, record))


def activities_in(units: Iterable[Unit]) -> int:
    """How many activities there are, in however many territories each of them is carried out."""
    return len({unit.planned.key for unit in units})


def dashboard(corpus: Corpus, territory: str) -> Link:
    """Where all of a territory is counted."""
    return Link(title=f"Исполнение: {corpus.territory(territory).title}", href=addresses.progress(territory))


def _links(edition: Edition, record: Record[Roadmap]) -> Iterator[Link]:
    yield dashboard(edition.corpus, record.territory)
    if any(one.activity.indicators for one in edition.plan.by_roadmap[record.path]):
        yield Link(title="Показатели: план и факт", href=addresses.indicators(record.path))
