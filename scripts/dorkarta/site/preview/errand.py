"""Work in the background of the preview: in a process of its own, one piece at a time, the latest order first."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Generic, TypeVar

from dorkarta import crew

R = TypeVar("R")


@dataclass(frozen=True, kw_only=True, slots=True)
class Errand(Generic[R]):
    """What is to be done, and what is done with the answer."""

    work: Callable[[], R]
    """It is done in a forked process: it may read all that this one knows, and nothing of what it changes stays."""
    then: Callable[[R], None]
    failed: Callable[[Exception], None]


class Runner(Generic[R]):
    """Does one errand after another; one that was given while another is under way replaces what was still waiting."""

    def __init__(self, turn: threading.RLock, *, quiet: float = 0.0, nice: int = 0) -> None:
        """Set up.

        Arguments:
            turn: Held while a process is forked, so that no other thread holds anything that would be missing there.
            quiet: Seconds without a new errand after which one is begun.
            nice: How far the work stands back behind other programs.
        """
        self._turn = turn
        self._quiet = quiet
        self._nice = nice
        self._waiting: Errand[R] | None = None
        self._news = threading.Condition()
        self._hurry = False
        threading.Thread(target=self._run, daemon=True).start()

    def give(self, errand: Errand[R]) -> None:
        """Let something be done."""
        with self._news:
            self._waiting = errand
            self._news.notify_all()

    def hurry(self) -> None:
        """Somebody waits: do not wait for a quiet moment."""
        with self._news:
            self._hurry = True
            self._news.notify_all()

    def _run(self) -> None:
        while True:
            self._do(self._next())

    def _next(self) -> Errand[R]:
        with self._news:
            self._news.wait_for(lambda: self._waiting is not None)
            while not self._hurry and self._quiet and self._news.wait(self._quiet):
                pass  # one more was given, or somebody came to hurry
            errand, self._waiting, self._hurry = self._waiting, None, False
            assert errand is not None  # noqa: S101  # waited for above; only this thread takes it away
            return errand

    def _do(self, errand: Errand[R]) -> None:
        try:
            with ExitStack() as stack:
                with self._turn:
                    answer = stack.enter_context(crew.beside(lambda: self._humbly(errand.work)))
                found = answer()
        except Exception as error:  # noqa: BLE001  # it is told in the page
            errand.failed(error)
        else:
            errand.then(found)

    def _humbly(self, work: Callable[[], R]) -> R:
        if multiprocessing.parent_process() is not None:  # else it is done in this very process
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C is for all, and says nothing
            os.nice(self._nice)
        return work()
