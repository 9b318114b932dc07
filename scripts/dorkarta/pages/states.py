"""The states of an activity in the rows of a roadmap: where it stands how, and by what that is known."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dorkarta import addresses
from dorkarta.pages import parts
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.status import ORDER, CountsView, StatusView, alone, counts_view, status
from dorkarta.pages.views import Link, Option
from dorkarta.progress.state import TITLES
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Planned
from dorkarta.records.references import EntryRow
from dorkarta.text import numeral, shortened

_LENGTH: Final = 40
"""Letters of the title of an activity without a number."""


@plain
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


@plain
class StatesView:
    """How an activity stands; in several territories, also their sum."""

    places: tuple[PlaceView, ...]
    sum: CountsView
    of: str | None
    """«из 12 муниципалитетов»; nothing where there is only one place."""


def states(edition: Edition, one: Planned) -> StatesView | None:
    """How an activity stands; nothing where nobody carries it out, or where a part has no time of its own."""
    units = edition.execution.by_activity.get(one.key, ())
    if not units:
        return None
    many = len(units) > 1
    return StatesView(
        places=tuple(place(edition, unit, named=many or unit.territory != one.record.territory) for unit in units),
        sum=counts_view(units) if many else alone(units[0].state),
        of=f"из {numeral(len(units), 'муниципалитета', 'муниципалитетов', 'муниципалитетов')}" if many else None,
    )


def place(edition: Edition, unit: Unit, *, named: bool) -> PlaceView:
    """The state in one territory."""
    corpus = edition.corpus
    return PlaceView(
        place=corpus.territory(unit.territory).title if named else None,
        status=status(unit.verdict),
        entries=tuple([_entry(row) for row in unit.entries]),
        documents=tuple(dict.fromkeys(_documents(corpus, unit.entries))) if unit.entries else (),
        through=tuple([_activity(each) for each in unit.through]),
    )


def state_options(edition: Edition, planned: Iterable[Planned]) -> tuple[Option, ...]:
    """The states that activities and their parts are in, in any territory."""
    by_activity = edition.execution.by_activity
    found = {unit.state for one in planned for unit in by_activity.get(one.key, ())}
    return tuple(Option(value=state.value, label=TITLES[state]) for state in ORDER if state in found)


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
