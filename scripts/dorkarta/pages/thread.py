"""What ties an activity to others: what it is for, what carries it out below, which practices are made of it."""

from collections.abc import Iterator
from typing import Final

from dorkarta import addresses
from dorkarta.model.practice import Practice
from dorkarta.pages.edition import Edition
from dorkarta.pages.table_views import ThreadView
from dorkarta.pages.views import Link
from dorkarta.records import naming
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record
from dorkarta.records.threads import Chain
from dorkarta.text import shortened

_LENGTH: Final = 90
"""Letters of a title: a row shows its ties beside words of its own."""


def thread(edition: Edition, one: Planned) -> ThreadView | None:
    """The ties of an activity, if it has any."""
    why = tuple(way for chain in edition.threads.why(one) if (way := tuple(_way(edition, one, chain))))
    below = tuple([_link(edition, each, one) for each in edition.threads.below(one)])
    practices = practice_links(edition.library.by_activity.get(one.key, ()))
    return ThreadView(why=why, below=below, practices=practices) if why or below or practices else None


def practice_links(records: tuple[Record[Practice], ...]) -> tuple[Link, ...]:
    """Practices by their titles."""
    return tuple([Link(title=each.content.title, href=addresses.practice(each.path)) for each in records])


def _way(edition: Edition, one: Planned, chain: Chain) -> Iterator[Link]:
    """The steps of a chain without the activity itself, whose own documents stand in its row."""
    for step in chain[1:]:
        yield _link(edition, step.planned, one)
    if len(chain) > 1:
        for document in chain[-1].documents:
            yield Link(
                title=naming.document_name(document.content),
                href=addresses.document(document.territory, document.content.id),
            )


def _link(edition: Edition, each: Planned, of: Planned) -> Link:
    """«71. Разработка …»; where it stands in another roadmap, of which territory and level."""
    number = f"{each.activity.number}. " if each.activity.number else ""
    title = number + shortened(naming.activity_title(each.activity), _LENGTH)
    if each.record.path == of.record.path and each.level is of.level:
        place = ""
    elif each.record.path == of.record.path:
        place = naming.level_title(edition.corpus, each.record.territory, each.level).lower()
    else:
        place = edition.roadmap_names[each.record.path]
    return Link(
        title=f"{title} ({place})" if place else title, href=addresses.activity(each.record.path, each.activity.id)
    )
