"""How activities stand, where, and by what that is known: the states in the rows of a roadmap and in its head."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dorkarta import addresses
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.status import ORDER, CountsView, StatusView, counts_view, status
from dorkarta.pages.views import Link, Option
from dorkarta.progress.state import TITLES
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.plan import Planned
from dorkarta.records.references import EntryRow
from dorkarta.text import numeral, shortened

_LENGTH: Final = 40
"""Letters of the title of an activity without a number."""

RULES: Final = Link(title="Что значат состояния", href=addresses.PROGRESS_RULES)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceView:
    """The state in one territory and what tells of it."""

    place: str | None
    """Nothing where it is the territory of the roadmap itself."""
    status: StatusView
    entries: tuple[Link, ...]
    """What reports say."""
    documents: tuple[Link, ...]
    """What these entries cite."""
    through: tuple[Link, ...]
    """The activities of a lower roadmap that it is judged by."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingView:
    """How an activity stands; in several territories, also their sum."""

    places: tuple[PlaceView, ...]
    sum: CountsView
    of: str | None
    """«из 12 муниципалитетов»; nothing where there is only one place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExecutionView:
    """The execution of a whole roadmap, or of what a report tells, in counts."""

    title: str
    """What is counted: «112 мероприятий»."""
    counts: CountsView
    remark: str | None
    links: tuple[Link, ...]


def standing(edition: Edition, one: Planned) -> StandingView | None:
    """How an activity stands; nothing where nobody carries it out, or where a part has no time of its own."""
    units = edition.execution.by_activity.get(one.key, ())
    if not units:
        return None
    many = len(units) > 1
    return StandingView(
        places=tuple(place(edition, unit, named=many or unit.territory != one.record.territory) for unit in units),
        sum=counts_view(units),
        of=f"из {numeral(len(units), 'муниципалитета', 'муниципалитетов', 'муниципалитетов')}" if many else None,
    )


def place(edition: Edition, unit: Unit, *, named: bool) -> PlaceView:
    """The state in one territory."""
    corpus = edition.corpus
    return PlaceView(
        place=corpus.territory(unit.territory).title if named else None,
        status=status(unit.verdict),
        entries=tuple(_entry(row) for row in unit.entries),
        documents=tuple(dict.fromkeys(_documents(corpus, unit.entries))),
        through=tuple(_activity(each) for each in unit.through),
    )


def state_options(edition: Edition, planned: Iterable[Planned]) -> tuple[Option, ...]:
    """The states that activities and their parts are in, in any territory."""
    by_activity = edition.execution.by_activity
    found = {unit.state for one in planned for unit in by_activity.get(one.key, ())}
    return tuple(Option(value=state.value, label=TITLES[state]) for state in ORDER if state in found)


def roadmap_execution(edition: Edition, record: Record[Roadmap]) -> ExecutionView | None:
    """The execution of a roadmap; nothing where nobody carries anything out."""
    units = edition.execution.by_roadmap.get(record.path, ())
    if not units:
        return None
    activities = len({unit.planned.key for unit in units})
    several = f"Что исполняют несколько муниципалитетов, посчитано в каждом из них: всего {len(units)}."
    return ExecutionView(
        title=numeral(activities, *naming.ACTIVITY),
        counts=counts_view(units),
        remark=several if activities < len(units) else None,
        links=tuple(_links(edition, record)),
    )


def dashboard(corpus: Corpus, territory: str) -> Link:
    """Where all of a territory is counted."""
    return Link(title=f"Исполнение: {corpus.territory(territory).title}", href=addresses.progress(territory))


def _links(edition: Edition, record: Record[Roadmap]) -> Iterator[Link]:
    yield dashboard(edition.corpus, record.territory)
    if any(one.activity.indicators for one in edition.plan.by_roadmap[record.path]):
        yield Link(title="Показатели: план и факт", href=addresses.indicators(record.path))
    yield RULES


def _entry(row: EntryRow) -> Link:
    return Link(title=f"запись {row.entry.number or row.entry.id}", href=addresses.entry(row.record.path, row.entry.id))


def _documents(corpus: Corpus, rows: Sequence[EntryRow]) -> Iterator[Link]:
    for row in rows:
        for evidence in row.entry.evidence:
            if (found := corpus.find_document(row.record.territory, evidence.document)) is not None:
                yield parts.document_link(found)


def _activity(one: Planned) -> Link:
    activity = one.activity
    return Link(
        title=activity.number or shortened(naming.activity_title(activity), _LENGTH),
        href=addresses.activity(one.record.path, activity.id),
    )
