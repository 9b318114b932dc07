"""How long each stage of a build takes."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Stages:
    """A stopwatch for the stages of a build, those in other processes too."""

    clock: Callable[[], float]
    """Tells seconds: of the work of this process, or of the day."""
    spent: dict[str, float] = field(default_factory=dict)
    """Stage → seconds. Stages do not overlap, so their sum is the time of all."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside; a stage may come several times."""
        start = self.clock()
        try:
            yield
        finally:
            self.add({name: self.clock() - start})

    def anew(self) -> "Stages":
        """A stopwatch like this one that has measured nothing, for another process."""
        return Stages(clock=self.clock)

    def add(self, spent: Mapping[str, float]) -> None:
        """Count what another process has spent."""
        for name, seconds in spent.items():
            self.spent[name] = self.spent.get(name, 0.0) + seconds


def unmeasured() -> Stages:
    """For builds that nobody measures."""
    return Stages(clock=lambda: 0.0)
