"""What stands in the cells of a record, in the words of its document."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dorkarta import dates
from dorkarta.deadline import Kind
from dorkarta.model.activity import Activity
from dorkarta.model.note import Note, NoteKind
from dorkarta.model.responsible import Responsible
from dorkarta.model.roadmap import Columns
from dorkarta.model.source import Act
from dorkarta.records.plan import Planned
from dorkarta.records.timing import Timing

_HAS_YEAR: Final = re.compile(r"(?:19|20)\d\d|\d\d\.\d\d\.\d\d")
_PLAIN_KINDS: Final = frozenset({Kind.ONGOING, Kind.RECURRING, Kind.BY_PLAN, Kind.ON_EVENT, Kind.UNPARSEABLE})


def meaning(words: str | None, timing: Timing | None) -> str | None:
    """The dates that a deadline means, where its words alone do not tell."""
    if timing is None:
        return None
    told = timing.reading.kind in _PLAIN_KINDS or (words is not None and _HAS_YEAR.search(words) is not None)
    return None if told else ", ".join(dates.period(each.start, each.end) for each in timing.occurrences) or None


def deadline(words: str | None, timing: Timing | None) -> str:
    """The words of a deadline; the dates that an editor gave where there are no words."""
    return words or meaning(words, timing) or ""


def answerable(names: Iterable[Responsible]) -> str:
    """Who answers, as printed: «ИРО КК, МОУО (рабочая группа)»."""
    return ", ".join(f"{name.body} ({name.addition})" if name.addition else name.body for name in names)


def lost_fields(notes: Iterable[Note], fields: Mapping[str, object]) -> tuple[str, ...]:
    """The empty ones of the fields, if a note says that the scan lost something there."""
    if not any(note.kind is NoteKind.LOSS for note in notes):
        return ()
    return tuple(name for name, value in fields.items() if not value)


def printed_cells(activity: Activity, deadline_words: str | None, columns: Columns | None) -> dict[str, object]:
    """The cells that the document prints for an activity; a column that it does not have cannot be lost."""
    cells: dict[str, object] = {
        "title": activity.title,
        "form": activity.form,
        "deadline": deadline_words,
        "responsible": activity.responsible,
        "expected_result": activity.expected_result,
    }
    return {name: cell for name, cell in cells.items() if columns is None or getattr(columns, name)}


def lost_cells(one: Planned) -> tuple[str, ...]:
    """The printed cells of an activity that the scan lost; a part has none but those of its whole."""
    if one.parent:
        return ()
    activity = one.activity
    cells = printed_cells(activity, deadline(activity.deadline, one.timing), one.record.content.columns)
    return lost_fields(activity.notes, cells)


def state(activity: Activity) -> str | None:
    """What was officially decided about an activity."""
    said = [_act("Изменено", each) for each in activity.amended]
    if activity.cancelled:
        said.append(_act("Отменено", activity.cancelled))
    return "; ".join(said) or None


def _act(what: str, act: Act) -> str:
    words = [what]
    if act.date:
        words.append(dates.day(act.date))
    if act.by:
        words.append(f"({act.by})")
    return " ".join(words) + (f": {act.what}" if act.what else "")
