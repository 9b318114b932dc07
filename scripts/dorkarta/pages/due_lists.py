"""«Что на подходе» and «Срок прошёл»: turns of activities by the month of their last day."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from dorkarta import addresses, dates
from dorkarta.pages import parts
from dorkarta.pages.apart import names_apart
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.status import StatusView, status_of
from dorkarta.progress.due import HORIZON, Due, Dues
from dorkarta.progress.state import State
from dorkarta.progress.turns import Turn
from dorkarta.progress.unit import Unit
from dorkarta.records import naming
from dorkarta.records.extent import ROWS

FIRST: Final = 10
"""So many lines of a list stand open."""
MOST: Final = ROWS
"""A list holds no more of them."""
FEW: Final = 3
"""No more than these are not worth a fold."""

_NEAR: Final = f"Что начинается или должно быть готово в ближайшие {HORIZON.days} дней и ещё не выполнено."
_UNREPORTED: Final = (
    "Это не значит «не выполнено»: отчёта, который говорил бы об этих мероприятиях, на сайте нет. "
    "Когда отчёт появится, состояние изменится само."
)
_OVERDUE: Final = "Отчёт по этой карте опубликован и охватывает этот срок, но о том, что к нему сделано, не говорит."

Where = Callable[[Sequence[Unit]], str | None]
"""What a line says of the place of its activity."""


@plain
class DueLine:
    """A turn of an activity, of all territories where it stands alike."""

    number: str | None
    title: str
    href: str
    when: str
    status: StatusView
    where: str | None


@plain
class DueMonth:
    """Lines whose last day lies in one month."""

    title: str
    lines: tuple[DueLine, ...]


@plain
class DueList:
    """A list with what it means; the rest of a long one is folded."""

    id: str
    title: str
    text: str
    total: int
    first: tuple[DueMonth, ...]
    rest: tuple[DueMonth, ...]
    rest_count: int
    left: str | None
    """How many more there are than the list holds, and where."""
    shows_state: bool
    """Whether the lines differ in their states."""


def due_lists(dues: Dues, where: Where) -> tuple[DueList, ...]:
    """What is near, what is over and what is overdue; a list without a line is not there.

    Arguments:
        dues: What is near and what is past of the activities.
        where: What a line adds of its place.
    """
    found = (
        _list("near", "Что на подходе", _NEAR, dues.near, where, shows_state=True),
        _list("overdue", "Просрочено", _OVERDUE, _in(dues.past, State.OVERDUE), where),
        _list("unreported", "Срок прошёл, отчёта нет", _UNREPORTED, _in(dues.past, State.UNREPORTED), where),
    )
    return tuple(each for each in found if each.total)


def by_territory(edition: Edition) -> Where:
    """Names of territories, for lists of what several of them carry out."""
    corpus = edition.corpus
    return lambda units: parts.short_list(corpus.territory(unit.territory).title for unit in units)


def by_roadmap(edition: Edition, units: Iterable[Unit]) -> Where:
    """Names of roadmaps, where the activities of a territory come from several."""
    records = {unit.planned.record.path: unit.planned.record for unit in units}
    if len(records) < 2:
        return lambda _: None
    names = names_apart(edition.corpus, records.values())
    return lambda found: names[found[0].planned.record.path]


def _in(found: Iterable[Due], state: State) -> Iterator[Due]:
    return (due for due in found if due.unit.state is state)


def _list(
    identity: str, title: str, text: str, found: Iterable[Due], where: Where, *, shows_state: bool = False
) -> DueList:
    alike = _alike(found)
    most = FIRST if len(alike) > FIRST + FEW else len(alike)
    lines = [(dues[0].turn.turn, _line(dues, where)) for dues in alike[:MOST]]
    return DueList(
        id=identity,
        title=title,
        text=text,
        total=len(alike),
        first=tuple(_months(lines[:most])),
        rest=tuple(_months(lines[most:])),
        rest_count=len(lines[most:]),
        left=_left(len(alike)) if len(alike) > MOST else None,
        shows_state=shows_state,
    )


def _left(total: int) -> str:
    return f"Здесь {MOST} из {total}. Остальные – в строках дорожных карт, с отбором по состоянию."


def _alike(found: Iterable[Due]) -> list[list[Due]]:
    """A turn that stands alike in many territories is one line."""
    groups: dict[tuple[str, Turn, State], list[Due]] = {}
    for due in found:
        groups.setdefault((due.unit.planned.key, due.turn.turn, due.turn.state), []).append(due)
    return list(groups.values())


def _months(lines: Iterable[tuple[Turn, DueLine]]) -> Iterator[DueMonth]:
    for (year, month), found in groupby(lines, key=lambda pair: (pair[0].end.year, pair[0].end.month)):
        yield DueMonth(title=dates.month(year, month).capitalize(), lines=tuple(line for _, line in found))


def _line(dues: Sequence[Due], where: Where) -> DueLine:
    planned, turn = dues[0].unit.planned, dues[0].turn
    return DueLine(
        number=planned.activity.number,
        title=naming.activity_title(planned.activity),
        href=addresses.activity(planned.record.path, planned.activity.id),
        when=when(turn.turn.start, turn.turn.end, limit=turn.turn.limit),
        status=status_of(turn.state, turn.reason),
        where=where([due.unit for due in dues]),
    )


def when(start: datetime.date, end: datetime.date, *, limit: bool) -> str:
    """«до 31 марта 2021 г.», «март 2021»"""
    return f"до {dates.day(end)}" if limit else dates.period(start, end)
