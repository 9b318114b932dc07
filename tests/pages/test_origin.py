"""Where a record comes from, and when somebody compared it with that."""

from collections.abc import Callable

from dorkarta.pages import report, roadmap
from dorkarta.pages.edition import Edition
from dorkarta.records.corpus import Corpus

EditionOf = Callable[..., Edition]


def test_reviewed(small: Corpus, edition_of: EditionOf) -> None:
    """A roadmap and a report tell the day of the last review behind their source."""
    edition = edition_of(small)
    pages = (
        roadmap.make(edition, small.roadmaps["zarechnaya-oblast/roadmap-2023-2024"]),
        report.make(edition, small.reports["zarechnaya-oblast/verkhnerechensk/report-2023-2024"]),
    )
    for page in pages:
        source, reviewed = page.view.header.meta[-2:]
        assert source.label == "Источник"
        assert (reviewed.label, reviewed.value) == ("Сверено с источником", "20 мая 2024\u00a0г.")
