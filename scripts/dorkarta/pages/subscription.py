"""«Подписаться»: the feeds of a page, as calendar programs take them."""

from collections.abc import Iterator

from dorkarta.pages.edition import Edition
from dorkarta.pages.views import FeedView, SubscriptionView


def subscription(edition: Edition, *urls: str) -> SubscriptionView | None:
    """Those of the feeds that there are; a feed without an event does not exist."""
    found = tuple(_feeds(edition, urls))
    return SubscriptionView(feeds=found) if found else None


def _feeds(edition: Edition, urls: tuple[str, ...]) -> Iterator[FeedView]:
    for url in urls:
        if (title := edition.feeds.get(url)) is not None:
            address = edition.absolute(url)
            yield FeedView(
                title=title,
                download=url,
                webcal=f"webcal://{address.partition('://')[2]}" if address else None,
                address=address,
            )
