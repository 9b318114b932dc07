"""Deadlines in the wording of their reading. Only when asked: the words of the document are truer."""

from collections import Counter
from collections.abc import Iterator

from dorkarta.deadline import Period, SchoolCalendar, wording
from dorkarta.fixing.deed import Deed
from dorkarta.fixing.scalar import Scalar
from dorkarta.fixing.source import Source, texts_in
from dorkarta.records.timing import timing_of
from dorkarta.records.walk import Path
from dorkarta.spelling.slip import Slip
from dorkarta.text import capital


def reworded(source: Source, period: Period, calendar: SchoolCalendar) -> tuple[Source, Counter[Deed]]:
    """The source of a roadmap or a report with its deadlines reworded, and how many were; their days stay."""
    changes: dict[Path, Scalar] = {}
    for path, text in _deadlines(source):
        words = _reworded(text, period, calendar)
        if words is not None and words != text:
            scalar = source.scalar(path, text).edited([Slip(0, len(text), words, "")])
            if scalar is not None:
                changes[path] = scalar
    after, proven = source.changed(changes)
    return after, +Counter({Deed.DEADLINE: len(proven)})


def _deadlines(source: Source) -> Iterator[tuple[Path, str]]:
    for path, text in texts_in(source.tree.value):
        of_activity = path[-1] == "deadline" and "activities" in path
        of_entry = path[-1] == "date" and len(path) > 2 and path[-3] == "entries"
        if of_activity or of_entry:
            yield path, text


def _reworded(text: str, period: Period, calendar: SchoolCalendar) -> str | None:
    """The words of the reading, where reading them again gives the same days."""
    before = timing_of(text, (), period=period, calendar=calendar)
    if before is None or before.reading.reason is not None:
        return None
    words = wording(before.reading)
    words = capital(words) if text[:1].isupper() else words
    after = timing_of(words, (), period=period, calendar=calendar)
    same = after is not None and after.occurrences == before.occurrences and after.reading.kind == before.reading.kind
    return words if same else None
