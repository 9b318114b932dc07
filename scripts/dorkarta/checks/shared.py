"""What several rules ask of the same records: found once, and kept with them as the corpus keeps its own look-ups."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from dorkarta.records import plan, references
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Plan
from dorkarta.records.references import ActivityRow, EntryRow, References

T = TypeVar("T")


def kept(find: Callable[[Corpus], T]) -> Callable[[Corpus], T]:
    """A function of a corpus whose answer is kept with it; what holds records compares slowly, so none is a key."""
    name = _name(find)

    @wraps(find)
    def asked(corpus: Corpus) -> T:
        answers = vars(corpus)
        if name not in answers:
            answers[name] = find(corpus)
        answer: T = answers[name]
        return answer

    return asked


def keep(corpus: Corpus, find: Callable[[Corpus], T], answer: T) -> None:
    """Keep an answer that is known from elsewhere."""
    vars(corpus)[_name(find)] = answer


def _name(find: Callable[[Corpus], object]) -> str:
    return f"{find.__module__}.{find.__qualname__}"


def activity_rows(corpus: Corpus) -> tuple[ActivityRow, ...]:
    """Every activity of every roadmap where it stands, those with the same id too."""
    return references_of(corpus).activity_rows


@kept
def entry_rows(corpus: Corpus) -> tuple[EntryRow, ...]:
    """The entries of all reports, report by report."""
    return tuple(references.entry_rows(corpus))


@kept
def references_of(corpus: Corpus) -> References:
    """Everything that a reference can lead to."""
    return References(corpus=corpus)


@kept
def plan_of(corpus: Corpus) -> Plan:
    """All activities with what their words mean."""
    return plan.plan_of(corpus)
