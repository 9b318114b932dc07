"""All pages of an edition, promised before they are made."""

from collections.abc import Callable

from dorkarta.pages.edition import Edition
from dorkarta.pages.making import promises
from dorkarta.records.corpus import Corpus
from dorkarta.records.lineage import COUNTRY

EditionOf = Callable[..., Edition]


def test_a_page_is_what_was_promised(official: Corpus, edition_of: EditionOf) -> None:
    """Address and frame are known before a page is made, and no two pages have one address."""
    found = [(promise, promise.make()) for promise in promises(edition_of(official))]
    assert [(promise.url, promise.frame) for promise, _ in found] == [(page.url, page.frame) for _, page in found]
    assert len({promise.url for promise, _ in found}) == len(found)


def test_a_page_is_of_a_territory_or_of_the_country(official: Corpus, edition_of: EditionOf) -> None:
    """Whose a page is, is told by a path that somebody described."""
    assert {promise.territory for promise in promises(edition_of(official))} <= {COUNTRY, *official.territories}
