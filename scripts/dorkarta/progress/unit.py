"""An activity carried out in a territory."""

from dataclasses import dataclass

from dorkarta.model.body import Body
from dorkarta.progress.state import State
from dorkarta.progress.verdict import Verdict
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record
from dorkarta.records.references import EntryRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """What is counted: one activity, or one part of one, in one territory."""

    planned: Planned
    territory: str
    verdict: Verdict
    entries: tuple[EntryRow, ...] = ()
    """The entries of reports that name it, in the order of the reports."""
    through: tuple[Planned, ...] = ()
    """The activities of a lower roadmap that tell its state, where no entry proves it itself."""
    is_part: bool = False
    """Whether it is a part of an activity of the same territory; it is not counted beside its whole."""

    @property
    def state(self) -> State:
        """The state."""
        return self.verdict.state

    @property
    def bodies(self) -> tuple[Record[Body], ...]:
        """Who answers for it."""
        return self.planned.bodies
