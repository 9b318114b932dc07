"""Work shared among processes that were forked off this one, so that they know all that it knows."""

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

J = TypeVar("J")
R = TypeVar("R")

WORTH_A_CREW: Final = 24
"""Forking two processes and bringing back their answers costs as much as drawing about a dozen pages."""
_PORTIONS: Final = 16
"""So many portions for each process, that the last ones may even out what the jobs cost."""

_shift: tuple[Callable[[Sequence[Any]], Any], Sequence[Any]] | None = None
"""What forked processes are to do, with all jobs: closures cannot be sent to them, but they inherit them."""


def hands() -> int:
    """How many processes can work at a time; one where processes cannot be forked."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    work: Callable[[Sequence[J]], R], jobs: Sequence[J], *, crew: int, worth: int = WORTH_A_CREW
) -> Iterator[R]:
    """The answers to all jobs, a portion of them at a time, in their order.

    Arguments:
        work: Does a portion of jobs. It may read all that this process knows; what it changes there is lost, only
            its answer comes back, so that should be small.
        jobs: What is to be done.
        crew: How many processes may work at a time.
        worth: From how many jobs on other processes are worth their start.

    Raises:
        Exception: what the work raised.
    """
    global _shift  # noqa: PLW0603  # see there
    if crew < 2 or len(jobs) < worth:
        yield work(jobs)
        return
    step = max(1, len(jobs) // (crew * _PORTIONS))
    portions = list(pairwise([*range(0, len(jobs), step), len(jobs)]))
    _shift = (work, jobs)
    gc.freeze()  # what is shared stays shared: a collection would write into every object of it
    try:
        with ProcessPoolExecutor(crew, multiprocessing.get_context("fork"), leave_with_parent) as pool:
            yield from pool.map(_do, portions)
    finally:
        gc.unfreeze()
        _shift = None


def _do(portion: tuple[int, int]) -> Any:
    if _shift is None:
        raise RuntimeError("the process was not forked by shared_out")
    work, jobs = _shift
    return work(jobs[slice(*portion)])


@contextmanager
def beside(work: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Let some work be done in a process of its own; what is given back waits for its answer.

    An exception of the work is raised there. Where nobody waits for it, the process is stopped.
    """
    if hands() < 2:
        yield work
        return
    fork = multiprocessing.get_context("fork")
    receiving, sending = fork.Pipe(duplex=False)
    process = fork.Process(target=_tell, args=(work, sending), daemon=True)
    process.start()
    sending.close()

    def answer() -> R:
        try:
            done, value = receiving.recv()
        except EOFError:
            raise RuntimeError("the process ended without an answer") from None
        process.join()  # only then its work counts as this one's
        if not done:
            raise value
        return value  # type: ignore[no-any-return]  # what comes through a pipe has no type

    try:
        yield answer
    finally:
        receiving.close()
        process.terminate()
        process.join()


def _tell(work: Callable[[], object], sending: Connection) -> None:
    leave_with_parent()
    try:
        told: tuple[bool, object] = (True, work())
    except BaseException as error:  # noqa: BLE001  # it is raised where the answer is waited for
        told = (False, error)
    sending.send(told)


def leave_with_parent() -> None:
    """Let this process end with the one that started it: workers of a killed build would wait for ever."""
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)
