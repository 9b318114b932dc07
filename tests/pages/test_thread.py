"""The thread between levels on the page of a roadmap: why below, what carries it out above, practices of both."""

from collections.abc import Callable, Mapping
from itertools import chain

from dorkarta.pages import report, roadmap
from dorkarta.pages.edition import Edition
from dorkarta.pages.thread import thread
from dorkarta.records.corpus import Corpus

CorpusWith = Callable[[Mapping[str, str]], Corpus]
EditionOf = Callable[..., Edition]


def test_both_directions_meet(levels: Corpus, edition_of: EditionOf) -> None:
    """What stands under an upper activity says why it is done, with the way back up to it."""
    edition = edition_of(levels)
    below = [(one, lower) for one in edition.plan.planned for lower in edition.threads.below(one)]
    assert below
    for one, lower in below:
        upper_view, lower_view = thread(edition, one), thread(edition, lower)
        assert upper_view
        assert lower_view
        ways = {link.href for link in chain.from_iterable(lower_view.why)}
        assert f"roadmaps/{one.record.path}/#m-{one.activity.id}" in ways
        assert f"roadmaps/{lower.record.path}/#m-{lower.activity.id}" in {link.href for link in upper_view.below}


def test_a_link_to_another_roadmap_says_which(levels: Corpus, edition_of: EditionOf) -> None:
    """Territory and level stand behind the title; inside one roadmap only another level does."""
    edition = edition_of(levels)
    for one in edition.plan.planned:
        view = thread(edition, one)
        for link, lower in zip(view.below if view else (), edition.threads.below(one), strict=True):
            assert ("дорожная карта" in link.title.lower()) == (lower.record.path != one.record.path)


def test_the_chain_ends_with_a_document_where_one_is_named(levels: Corpus, edition_of: EditionOf) -> None:
    """The topmost activity's documents close the way; nothing is made up where it names none."""
    edition = edition_of(levels)
    closed = 0
    for one in edition.plan.planned:
        view = thread(edition, one)
        chains = [each for each in edition.threads.why(one) if len(each) > 1]
        for way, each in zip(view.why if view else (), chains, strict=True):
            documents = [link.href for link in way if link.href and link.href.startswith("documents/")]
            assert len(documents) == len(each[-1].documents)
            closed += bool(documents)
    assert closed


def test_practices_of_an_activity_and_of_an_entry(official: Corpus, edition_of: EditionOf) -> None:
    """A row of a roadmap and an entry of a report lead to the practices that list them."""
    edition = edition_of(official)
    page = roadmap.make(edition, official.roadmaps["tula-oblast/tula/roadmap-2020-2021"])
    rows = [activity for section in page.view.table.sections for activity in section.activities]
    (row,) = (each for each in rows if each.id == "m-4.12")
    assert [link.href for link in row.thread.practices] == ["practices/network-pairs/"]
    entries = report.make(edition, official.reports["krasnodar-krai/krasnodar/report-2020-2021"]).view.entries
    (entry,) = (each for each in entries if each.id == "e-2")
    assert "practices/methodical-audit/" in [link.href for link in entry.practices]


def test_an_activity_without_ties_has_no_thread(small: Corpus, edition_of: EditionOf) -> None:
    """Where nothing is said, nothing is shown."""
    edition = edition_of(small)
    assert not any(thread(edition, one) for one in edition.plan.planned)
