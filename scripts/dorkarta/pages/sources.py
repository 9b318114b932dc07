"""Where a step of a practice is said: its record, and the place in it."""

from collections.abc import Iterable

from dorkarta import addresses
from dorkarta.pages.edition import Edition
from dorkarta.pages.plain import plain
from dorkarta.pages.views import Link
from dorkarta.records import citing, naming
from dorkarta.records.references import ActivityRow, EntryRow, Source


@plain
class SourceView:
    """A place in a record."""

    place: Link
    """«пункт 4.12»"""
    record: Link


def source_of(edition: Edition, reference: str) -> SourceView | None:
    """What a reference leads to; one that leads nowhere is refused by the checks."""
    found = edition.library.references.source(reference)
    return _view(edition, found) if found is not None else None


def records_of(sources: Iterable[SourceView | None]) -> tuple[Link, ...]:
    """The records, each once, in order."""
    return tuple(dict.fromkeys(each.record for each in sources if each is not None))


def _view(edition: Edition, found: Source) -> SourceView:
    href, page = _addresses(found)
    return SourceView(
        place=Link(title=citing.place(edition.corpus, found), href=href),
        record=Link(title=citing.record_name(edition.corpus, found), href=page),
    )


def _addresses(found: Source) -> tuple[str, str]:
    """Of the place, and of the page that it stands on."""
    match found:
        case ActivityRow():
            return addresses.activity(found.record.path, found.activity.id), addresses.roadmap(found.record.path)
        case EntryRow():
            return addresses.entry(found.record.path, found.entry.id), addresses.report(found.record.path)
    page = addresses.level(found.level.level, naming.region_of(found.record.territory))
    subjects = enumerate(found.level.subjects, start=1)
    own = next(
        (addresses.subject_anchor(index) for index, each in subjects if found.component in each.components), None
    )
    return f"{page}#{own or ('norms' if found.norm else 'subjects')}", page
