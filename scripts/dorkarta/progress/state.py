"""The states of an activity, and why one was chosen."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How things stand with an activity in a territory, or with one of its turns; in the order of lists."""

    OVERDUE = "overdue"
    """Its time is over, and a report on this very roadmap that reaches so far does not tell of it."""
    UNREPORTED = "unreported"
    """Its time is over, and no report says anything: nobody knows, so nobody is blamed."""
    DUE_SOON = "due-soon"
    UNDER_WAY = "under-way"
    UPCOMING = "upcoming"
    DECLARED = "declared"
    """A report names it but does not prove it: the date is ahead, or nothing is described."""
    DONE = "done"
    DONE_LATE = "done-late"
    NO_DATE = "no-date"
    CANCELLED = "cancelled"

    __hash__ = str.__hash__
    """That of enumerations is written in Python, and states are counted by the ten thousand."""


TITLES: Final[Mapping[State, str]] = {
    State.OVERDUE: "просрочено",
    State.UNREPORTED: "срок прошёл, отчёта нет",
    State.DUE_SOON: "скоро срок",
    State.UNDER_WAY: "идёт",
    State.UPCOMING: "предстоит",
    State.DECLARED: "заявлено",
    State.DONE: "выполнено",
    State.DONE_LATE: "выполнено позже срока",
    State.NO_DATE: "без даты",
    State.CANCELLED: "отменено",
}
"""What the states are called."""

DONE: Final = frozenset({State.DONE, State.DONE_LATE})
"""What is over and proven."""
PAST: Final = frozenset({State.OVERDUE, State.UNREPORTED})
"""What nobody has told of although its time is over."""


class Reason(StrEnum):
    """Why an activity is not simply done although a report names it, or why it has no date; of several the first."""

    DOUBTED = "doubted"
    EMPTY = "empty"
    UNDATED = "undated"
    AHEAD = "ahead"
    BEFORE = "before"
    SOME_SCHOOLS = "some-schools"
    PARTS = "parts"
    WHICH_TURN = "which-turn"
    HOW_OFTEN = "how-often"
    BELOW = "below"
    UNCOUNTED = "uncounted"


REASONS: Final[Mapping[Reason, str]] = {
    Reason.DOUBTED: "запись отчёта выполнения не доказывает",
    Reason.EMPTY: "в отчёте нет ни описания, ни подтверждения",
    Reason.UNDATED: "отчёт не говорит, когда это было",
    Reason.AHEAD: "в отчёте стоит дата, которая ещё не наступила",
    Reason.BEFORE: "это было раньше, чем началась карта",
    Reason.SOME_SCHOOLS: "отчитались отдельные школы",
    Reason.PARTS: "отчитались не обо всех частях",
    Reason.WHICH_TURN: "из отчёта не видно, к какому из сроков относится запись",
    Reason.HOW_OFTEN: "сколько раз нужно было провести, неизвестно",
    Reason.BELOW: "мероприятия нижней карты выполнены не все",
    Reason.UNCOUNTED: "даты четвертей здесь не заданы",
}
"""What the reasons are called, as they end the sentence «Заявлено: …»."""


def foremost(reasons: Iterable[Reason | None]) -> Reason | None:
    """Of several reasons the one to show."""
    return min(filter(None, reasons), key=list(Reason).index, default=None)
