"""Walks over the nested parts of a record, each with its path of keys."""

from collections.abc import Iterator

from dorkarta.model.activity import Activity
from dorkarta.model.roadmap import Roadmap, Section

Path = tuple[str | int, ...]


def sections(roadmap: Roadmap) -> Iterator[tuple[Path, tuple[Section, ...]]]:
    """Every section in document order, as the chain from the top one down to it."""
    yield from _sections(roadmap.sections, ("sections",), ())


def _sections(
    parts: tuple[Section, ...], path: Path, above: tuple[Section, ...]
) -> Iterator[tuple[Path, tuple[Section, ...]]]:
    for index, section in enumerate(parts):
        here = (*path, index)
        chain = (*above, section)
        yield here, chain
        if section.sections:
            yield from _sections(section.sections, (*here, "sections"), chain)


def activities(roadmap: Roadmap) -> Iterator[tuple[Path, tuple[Section, ...], tuple[Activity, ...]]]:
    """Every activity and sub-activity, with its sections and the chain from the top activity to it."""
    for path, chain in sections(roadmap):
        for inside, activity in _activities(chain[-1].activities, (*path, "activities"), ()):
            yield inside, chain, activity


def every_activity(roadmap: Roadmap) -> Iterator[Activity]:
    """Every activity and sub-activity, where nobody asks where it stands."""
    for _, chain in sections(roadmap):
        yield from _every(chain[-1].activities)


def _every(parts: tuple[Activity, ...]) -> Iterator[Activity]:
    for activity in parts:
        yield activity
        if activity.activities:
            yield from _every(activity.activities)


def _activities(
    parts: tuple[Activity, ...], path: Path, above: tuple[Activity, ...]
) -> Iterator[tuple[Path, tuple[Activity, ...]]]:
    for index, activity in enumerate(parts):
        here = (*path, index)
        chain = (*above, activity)
        yield here, chain
        if activity.activities:
            yield from _activities(activity.activities, (*here, "activities"), chain)
