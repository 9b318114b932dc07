"""All pages and blocks of an edition."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from dorkarta.pages import (
    body,
    calendar,
    deadlines,
    documents,
    field_reference,
    glossary,
    history,
    home,
    indicators,
    level,
    library,
    lists,
    practice,
    progress,
    progress_rules,
    report,
    risks,
    roadmap,
    rules,
    templates,
    territory,
)
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, Page, Promise

BLOCKS: Final[Mapping[str, Callable[[Edition], Block]]] = {
    "home": home.make,
    "levels": level.make_block,
    "territories": territory.make_block,
    "roadmaps": lists.make_roadmaps,
    "reports": lists.make_reports,
    "progress": progress.make_block,
    "progress-rules": progress_rules.make,
    "indicators": indicators.make_block,
    "practices": library.make_block,
    "risks": risks.make_block,
    "templates": templates.make,
    "bodies": body.make_block,
    "documents": documents.make_block,
    "glossary": glossary.make,
    "calendar": calendar.make_block,
    "changes": history.make_block,
    "rules": rules.make_block,
    "deadlines": deadlines.make,
    "fields": field_reference.make,
}
"""By the name that an editor writes in a marker: `<!-- block: roadmaps -->`; `block_names` lists them too."""


def make_pages(edition: Edition) -> Iterator[Page]:
    """Every page that the records make, one after another: none is kept."""
    return (promise.make() for promise in promises(edition))


def promises(edition: Edition) -> Iterator[Promise]:
    """Every page that the records make, not yet made."""
    yield from roadmap.promises(edition)
    yield from report.promises(edition)
    yield from practice.promises(edition)
    yield from level.promises(edition)
    yield from territory.promises(edition)
    yield from body.promises(edition)
    yield from progress.promises(edition)
    yield from indicators.promises(edition)
    yield from documents.promises(edition)
    yield from calendar.promises(edition)
    yield from rules.promises()
